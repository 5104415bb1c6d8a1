// Chance that a seed repeats: the same posts, pauses and faults in the same order.

export class Chance {
  #state: number;

  constructor(seed: number) {
    // Seeds that lie close together shall lead far apart.
    this.#state = Math.imul(seed + 1, 0x9e3779b1) >>> 0 || 1;
    for (let turn = 0; turn < 8; turn += 1) this.#next();
  }

  /** Xorshift with the shifts 13, 17, 5: from 0 up to but not including 2^32. */
  #next(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state >>> 0;
    return this.#state;
  }

  /** From 0 up to but not including `limit`. */
  below(limit: number): number {
    return (this.#next() / 2 ** 32) * limit;
  }

  between(low: number, high: number): number {
    return low + this.below(high - low);
  }

  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  happens(probability: number): boolean {
    return this.below(1) < probability;
  }

  one<T>(items: readonly T[]): T {
    return items[Math.floor(this.below(items.length))] as T;
  }

  some<T>(items: readonly T[], count: number): T[] {
    const left = [...items];
    return Array.from({ length: count }, () => left.splice(Math.floor(this.below(left.length)), 1)).flat();
  }
}
