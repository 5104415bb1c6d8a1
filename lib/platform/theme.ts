// The chosen theme is kept in localStorage beside the settings, because only that can be read before the first paint.
import { SETTINGS, watch } from './storage.ts';

const KEY = 'theme';

function apply(theme: string | null): void {
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

/** Applies the theme at once, and again whenever the setting changes. */
export function followTheme(): void {
  apply(localStorage.getItem(KEY));
  watch(SETTINGS, ({ theme }) => {
    localStorage.setItem(KEY, theme);
    apply(theme);
  });
}
