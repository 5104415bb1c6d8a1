// The chosen theme is kept in localStorage beside the settings, because only that can be read before the first paint.

export const THEME_KEY = 'theme';

/** Applies the theme that was chosen last: `light`, `dark`, or anything else for the system's. */
export function applyTheme(theme: string | null = localStorage.getItem(THEME_KEY)): void {
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}
