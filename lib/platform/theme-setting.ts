// Follows the theme while a page is open.
import { read, SETTINGS, watch } from './storage.ts';
import { applyTheme, THEME_KEY } from './theme.ts';

/** Applies the theme of the settings now and whenever it changes, and remembers it for the next first paint. */
export function followTheme(): void {
  const follow = ({ theme }: { theme: string }) => {
    localStorage.setItem(THEME_KEY, theme);
    applyTheme(theme);
  };
  void read(SETTINGS).then(follow);
  watch(SETTINGS, follow);
}
