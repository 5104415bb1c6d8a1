// Chance that a test can take out: the same seed has the same luck.
import { createHash } from 'node:crypto';

/** A whole number from 0 to 2³² − 1 that is always the same for the same words. */
export function numberFor(...words: (string | number)[]): number {
  return createHash('sha256').update(words.join(' ')).digest().readUInt32BE();
}

/** The list in an order of chance (Fisher and Yates); `seed` null means real chance. */
export function shuffled<Item>(list: readonly Item[], seed: number | null): Item[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const luck = seed === null ? Math.random() : numberFor(seed, last) / 2 ** 32;
    const other = Math.floor(luck * (last + 1));
    [order[last], order[other]] = [order[other] as Item, order[last] as Item];
  }
  return order;
}
