// How long texts are while they are written: by the estimate at once, and by X's own counter once X is among the networks.
import { signal } from '@preact/signals';
import { type Count, countText } from '@/lib/networks/count.ts';
import { exactCount } from '@/lib/networks/exact-count.ts';
import { type Counter, networkOf } from '@/lib/networks/table.ts';

/** Counts the same text for the same rule only once: a key pressed asks several times. */
function remembering(count: Count): Count {
  const last = new Map<Counter, { text: string; length: number }>();
  return (row, text) => {
    const known = last.get(row.count);
    if (known?.text === text) return known.length;
    const length = count(row, text);
    last.set(row.count, { text, length });
    return length;
  };
}

export class Counting {
  /** What counts at this moment; whoever reads it counts anew when a better one has come. */
  readonly count = signal<Count>(remembering(countText));
  #loading: Promise<void> | null = null;

  /** Resolves once texts for these networks are counted as the networks do. Where the file cannot be loaded the estimate serves. */
  exact(networks: string[]): Promise<void> {
    if (!networks.some((network) => networkOf(network).count === 'weighted')) return Promise.resolve();
    this.#loading ??= exactCount().then(
      (count) => {
        this.count.value = remembering(count);
      },
      () => {
        this.#loading = null;
      },
    );
    return this.#loading;
  }
}
