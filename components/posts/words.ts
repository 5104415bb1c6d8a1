// Buffer's own words for counts and events, as words for people: unknown ones survive.

/** `link_clicks` and `linkClicks` are `Link clicks`. */
export function inWords(name: string): string {
  const spaced = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
  return spaced.slice(0, 1).toUpperCase() + spaced.slice(1);
}
