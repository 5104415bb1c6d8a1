// Follows the theme while a page is open.
import { follow } from '../follow.ts';
import type { Settings } from '../settings.ts';
import { read, SETTINGS, watch } from './storage.ts';
import { applyTheme, THEME_KEY } from './theme.ts';

/** Applies the theme of the settings now and whenever it changes, and remembers it for the next first paint. */
export function followTheme(): void {
  const show = ({ theme }: Partial<Settings>) => {
    if (!theme) return;
    localStorage.setItem(THEME_KEY, theme);
    applyTheme(theme);
  };
  const source = {
    load: () => read(SETTINGS),
    watch: (changed: typeof show) => void watch(SETTINGS, changed),
  };
  void follow(source, show).then(show);
}
