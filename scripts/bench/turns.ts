// What is first in a fresh profile is slower for it: each is first as often as the others.

/** The list, which begins one place later in each round. */
export function inTurn<T>(list: readonly T[], round: number): T[] {
  const place = round % list.length;
  return [...list.slice(place), ...list.slice(0, place)];
}
