// What is marked in a text: links, handles and tags, and exactly what the tightest network has no room for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '@/lib/drafts/draft.ts';
import { entitiesOf } from '@/lib/drafts/entities.ts';
import { tightest } from '@/lib/drafts/limits.ts';
import { marksOf } from '@/lib/drafts/marks.ts';
import { countText } from '@/lib/networks/count.ts';
import { exactCount } from '@/lib/networks/exact-count.ts';
import { graphemes } from '@/lib/networks/graphemes.ts';
import { channel, draft } from './fixtures.ts';

const countX = await exactCount();

/** The words that are marked as too many. */
function over(change: Partial<Draft>, network: string, count = countX): string | null {
  const made = draft({ attachment: 'none', link: '', channelIds: ['c'], ...change });
  const marked = marksOf(made, [channel(network, { id: 'c' })], count);
  return marked.over && marked.text.slice(marked.over.start, marked.over.end);
}

describe('what is over the limit', () => {
  it('is nothing in a text that fits to the last character', () => {
    expect(over({ text: 'a'.repeat(280) }, 'twitter')).toBeNull();
    expect(over({ text: `${'a'.repeat(280)}bc` }, 'twitter')).toBe('bc');
  });

  it('begins at a whole character as people see them, each weighed as the network does', () => {
    expect(over({ text: `${'a'.repeat(279)}👩‍👩‍👧‍👦b` }, 'twitter')).toBe('👩‍👩‍👧‍👦b');
    expect(over({ text: `${'a'.repeat(299)}👩‍👩‍👧‍👦b` }, 'bluesky')).toBe('b');
    expect(over({ text: `${'a'.repeat(299)}e\u0301b` }, 'bluesky')).toBe('b');
    expect(over({ text: '漢'.repeat(141) }, 'twitter')).toBe('漢');
  });

  it('is a whole link where links weigh the same, and a part of one where each letter counts', () => {
    const link = `https://example.com/${'long/'.repeat(100)}`;
    expect(over({ text: `${'a '.repeat(127)}${link} b` }, 'twitter')).toBeNull();
    expect(over({ text: `${'a '.repeat(129)}${link} b` }, 'twitter')).toBe(`${link} b`);
    expect(over({ text: `${'a '.repeat(140)}https://example.com/long` }, 'bluesky')).toBe('long');
  });

  it('leaves room for the link that is put behind the text', () => {
    const link = 'https://example.com/a';
    expect(over({ text: 'a'.repeat(270), link, attachment: 'card' }, 'twitter')).toBe('a'.repeat(14));
  });

  it('is found behind a link that is longer than the limit', () => {
    const link = `https://example.com/${'long/'.repeat(700)}`;
    expect(over({ text: `${link} ${'a'.repeat(256)}bc` }, 'twitter')).toBe('bc');
  });

  it('is all that does not fit and no more, whatever is written', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        '👩‍👩‍👧‍👦',
        ' ',
        '\n',
        ' #tag',
        ' @mara',
        'e\u0301',
        'שלום ',
        ' https://example.com/a/b?c=d ',
      ),
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 60 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('twitter', 'bluesky', 'mastodon', 'threads'), (words, network) => {
        const channels = [channel(network, { id: 'c', maxCharacters: 60 })];
        const made = draft({ text: words, attachment: 'none', link: '', channelIds: ['c'] });
        const left = (cut: string) => tightest({ ...made, text: cut }, channels, countText)?.left ?? 0;
        const { over, entities } = marksOf(made, channels, countText);
        expect(over === null).toBe(left(words) >= 0);
        if (!over) return;
        expect(over.end).toBe(words.length);
        if (over.start > 0) expect(left(words.slice(0, over.start))).toBeGreaterThanOrEqual(0);
        const crossing = entities.find(({ start, end }) => start === over.start && end > start);
        const [first = ''] = graphemes(words.slice(over.start));
        const next =
          crossing && network !== 'bluesky' && network !== 'threads'
            ? crossing.end
            : over.start + first.length;
        expect(left(words.slice(0, next))).toBeLessThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is coloured', () => {
  it('is every link, handle and tag, in order', () => {
    const text = 'With @mara, #walking and https://example.com/a, mara@example.org';
    const { entities } = marksOf(draft({ text, link: '' }), [], countText);
    expect(entities.map(({ start, end }) => text.slice(start, end))).toEqual([
      '@mara',
      '#walking',
      'https://example.com/a',
      'mara@example.org',
    ]);
  });

  it('is found in a time that grows no faster than the text, whatever is written', () => {
    for (const piece of ['a.', 'a-', '.-', 'a+b.', 'a@', 'a:/', '#', '漢', 'https://e.com/(']) {
      const many = (length: number) => entitiesOf(piece.repeat(length / piece.length), '');
      many(2000);
      const began = performance.now();
      many(50_000);
      // Quadratic ones took tens of seconds.
      expect(performance.now() - began, piece).toBeLessThan(3000);
    }
  });
});
