// Where in a text something ends to hold.

/** The last place that holds; behind one that does not, none is looked for. */
export function last(places: number[], holds: (place: number) => boolean): number | null {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(places[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return places[low - 1] ?? null;
}
