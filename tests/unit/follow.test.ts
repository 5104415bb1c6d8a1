// What is stored is read and followed without a gap.
import { describe, expect, it } from 'vitest';
import { follow } from '@/lib/follow.ts';

interface Stored {
  theme: string;
  words: string;
}

function following() {
  const seen: Partial<Stored>[] = [];
  const stored = Promise.withResolvers<Stored>();
  let change: (part: Partial<Stored>) => void = () => undefined;
  const source = {
    load: () => stored.promise,
    watch: (changed: (part: Partial<Stored>) => void) => {
      change = changed;
    },
  };
  const loaded = follow(source, (part) => seen.push(part));
  return { seen, stored, loaded, change: (part: Partial<Stored>) => change(part) };
}

describe('follow', () => {
  it('gives what is stored, and then each change', async () => {
    const { seen, stored, loaded, change } = following();
    stored.resolve({ theme: 'light', words: 'old' });
    expect(await loaded).toEqual({ theme: 'light', words: 'old' });
    change({ words: 'new' });
    expect(seen).toEqual([{ words: 'new' }]);
  });

  it('takes what changes while it reads for newer than what it read', async () => {
    const { seen, stored, loaded, change } = following();
    change({ words: 'newer' });
    change({ words: 'newest' });
    stored.resolve({ theme: 'light', words: 'old' });
    expect(await loaded).toEqual({ theme: 'light', words: 'newest' });
    expect(seen).toEqual([]);
  });

  it('misses nothing between the reading and the first change', async () => {
    const { seen, stored, loaded, change } = following();
    stored.resolve({ theme: 'light', words: 'old' });
    const shown = loaded.then(({ words }) => seen.push({ words }));
    await loaded;
    change({ words: 'new' });
    await shown;
    expect(seen).toEqual([{ words: 'old' }, { words: 'new' }]);
  });
});
