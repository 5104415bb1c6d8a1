// "Fit" on the texts that people write, and on thousands made by chance.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../lib/buffer/types.ts';
import type { Draft } from '../../../lib/drafts/draft.ts';
import { entitiesOf } from '../../../lib/drafts/entities.ts';
import { fit } from '../../../lib/drafts/fit.ts';
import { tightest } from '../../../lib/drafts/limits.ts';
import { type Count, countText } from '../../../lib/networks/count.ts';
import { exactCount } from '../../../lib/networks/exact-count.ts';
import { graphemes } from '../../../lib/networks/graphemes.ts';
import { anyText, handle, link, tag, wordText } from '../networks/texts.ts';
import { channel, draft, LINK } from './fixtures.ts';

/** A Mastodon server with a limit that makes examples short. */
const tight = (maxCharacters: number): Channel => channel('mastodon', { maxCharacters });

function fitted(text: string, room: number, rest: Partial<Draft> = {}): string | null {
  const short = draft({ text, attachment: 'none', channelIds: ['mastodon'], ...rest });
  return fit(short, [tight(room)], countText)?.text ?? null;
}

describe('the words that are left out', () => {
  const untitled = { card: { title: '', description: '', picture: null } };

  it.each<[string, number, string, string | null]>([
    ['nothing of what fits', 20, 'Just these words', 'Just these words'],
    ['the last words of the text', 12, 'Just these words', 'Just these…'],
    ['with the marks before them', 14, 'Just these, or other words', 'Just these…'],
    ['and not the link behind', 36, `A rather long title\n${LINK}`, `A rather…\n${LINK}`],
    ['nor tags', 20, 'A rather long title #one #two', 'A rather… #one #two'],
    ['nor a handle amid', 18, 'Talking with @jane about much', 'Talking… @jane'],
    [
      'nor the server of a handle',
      15,
      'With @jane@example.social and others',
      'With @jane@example.social and…',
    ],
    ['nor a tag that is kept where it is', 16, 'On #walking in winter', 'On #walking in…'],
    ['and no dots touch what they would become a part of', 14, 'On #walking through winter', 'On #walking …'],
    ['the first word only where it has no room', 8, 'Extraordinarily', 'Extraor…'],
    ['Japanese by its words', 8, '私は東京都に住んでいます', '私は東京都に住…'],
    ['emoji one by one', 3, '👨‍👩‍👧‍👦👍🏽🇩🇪🧶', '👨‍👩‍👧‍👦👍🏽…'],
    ['a quote within its marks', 16, '“A rather long quote”', '“A rather long…”'],
    ['but not who said it', 24, '“A rather long quote” — Jane', '“A rather long…” — Jane'],
    ['of two quotes the longer one', 24, '“So”, she said: “and so on and on”', '“So”, she said: “and…”'],
    ['what is about a quote too if it must be', 9, '“A rather long quote” — Jane', '“A…”'],
    ['nothing if a link leaves no room', 23, `Title ${LINK}`, null],
    ['nothing if tags leave no room', 8, 'So #one #two', null],
  ])('%s: within %i', (_, room, text, expected) => {
    expect(fitted(text, room, untitled)).toBe(expected);
  });

  it('are those of the title, where a comment stands before it', () => {
    const card = { title: 'A rather long title', description: '', picture: null };
    const text = `Worth it.\n${card.title}\n${LINK}\nRead it slowly`;
    expect(fitted(text, 62, { card })).toBe(`Worth it.\nA rather…\n${LINK}\nRead it slowly`);
    expect(fitted(text, 33, { card })).toBe(`Worth it…\n${LINK}`);
  });

  it('never are those of the link, whatever it looks like', () => {
    for (const odd of [
      'http://127.0.0.1:8787/a',
      'https://a.de/x(y',
      'https://a.de/a“b',
      'https://a.de/a.',
    ]) {
      const text = `A rather long title that goes on\n${odd}`;
      const result = fitted(text, 40, { ...untitled, link: odd });
      expect(result).toMatch(/^A rather.*…\n/);
      expect(result?.endsWith(`\n${odd}`)).toBe(true);
    }
  });

  it('are as few as the tightest of several channels asks for', async () => {
    const channels = ['twitter', 'bluesky', 'linkedin'].map((network) => channel(network));
    const text = `${'日本語の文章。'.repeat(30)}\n${LINK}`;
    const long = draft({ text, channelIds: channels.map(({ id }) => id) });
    const count = await exactCount();
    const short = fit(long, channels, count);
    expect(tightest(short ?? long, channels, count)).toMatchObject({ channel: { id: 'twitter' } });
    const left = tightest(short ?? long, channels, count)?.left ?? -1;
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left).toBeLessThan(10);
  });

  it('gets through two million characters', () => {
    expect(fitted('A long walk. '.repeat(160_000), 500)?.length).toBeLessThanOrEqual(500);
    expect(fitted('“'.repeat(100_000) + '#a '.repeat(10_000), 500)).toBeNull();
  });
});

describe('whatever is written', () => {
  const entity = fc.oneof(link, tag, handle).filter((text) => {
    const [first] = entitiesOf(text, '');
    return first?.start === 0 && first.end === text.length;
  });
  const following = fc.array(entity, { maxLength: 3 });
  const title = fc.oneof(
    { weight: 4, arbitrary: wordText },
    { weight: 2, arbitrary: wordText.map((text) => `“${text}” — ${text.slice(0, 9)}`) },
    { weight: 2, arbitrary: anyText },
  );
  const written = fc.record({
    text: fc.tuple(title, following).map(([words, rest]) => [words, ...rest].join('\n').toWellFormed()),
    title: wordText.map((text) => text.slice(0, 9)),
    room: fc.integer({ min: 1, max: 250 }),
    networks: fc.subarray(['twitter', 'bluesky', 'linkedin', 'threads']),
  });

  function check(count: Count): { shortened: number; refused: number } {
    const seen = { shortened: 0, refused: 0 };
    fc.assert(
      fc.property(written, ({ text, title, room, networks }) => {
        const channels = [tight(room), ...networks.map((network) => channel(network))];
        const card = { title, description: '', picture: null };
        const link = 'https://a.de/story';
        const before = draft({ text, link, card, channelIds: channels.map(({ id }) => id) });
        const after = fit(before, channels, count);
        if (!after) seen.refused += 1;
        if (!after || after === before) return;
        seen.shortened += 1;
        expect(tightest(after, channels, count)?.left).toBeGreaterThanOrEqual(0);
        expect(after).toEqual({ ...before, text: after.text });
        expect(after.text.length).toBeLessThanOrEqual(text.length);
        expect(after.text.isWellFormed()).toBe(true);
        expect(fit(after, channels, count)).toBe(after);
        expectEntitiesOf(text, after.text);
        expectWholeCharacters(text, after.text);
      }),
      { seed: 5, numRuns: 1500 },
    );
    return seen;
  }

  /** Every link, handle and tag is still there, whole and in its order. */
  function expectEntitiesOf(text: string, shortened: string): void {
    let from = 0;
    for (const { start, end } of entitiesOf(text, '')) {
      const at = shortened.indexOf(text.slice(start, end), from);
      expect(at, `${text.slice(start, end)} in ${shortened}`).toBeGreaterThanOrEqual(0);
      from = at + end - start;
    }
  }

  /** It begins as before, up to a place between two characters. */
  function expectWholeCharacters(text: string, shortened: string): void {
    const places: number[] = [];
    let at = 0;
    for (const grapheme of graphemes(text)) {
      at += grapheme.length;
      places.push(at);
    }
    const isCut = (place: number) =>
      text.slice(0, place) === shortened.slice(0, place) && /^ ?…/.test(shortened.slice(place));
    expect(places.some(isCut), shortened).toBe(true);
  }

  it('it fits by the estimate, or it is said that it cannot', () => {
    const { shortened, refused } = check(countText);
    expect(shortened).toBeGreaterThan(400);
    expect(refused).toBeGreaterThan(40);
  });

  it('it fits as X counts, or it is said that it cannot', async () => {
    const { shortened, refused } = check(await exactCount());
    expect(shortened).toBeGreaterThan(400);
    expect(refused).toBeGreaterThan(40);
  });

  it('it is refused only where a single character has no room', () => {
    const rest = fc.tuple(fc.stringMatching(/^[a-z]{2,9}( [a-z]{1,9}){0,9}$/), following);
    fc.assert(
      fc.property(rest, fc.integer({ min: 1, max: 120 }), ([words, rest], room) => {
        const behind = rest.map((entity) => `\n${entity}`).join('');
        const result = fitted(`${words}${behind}`, room, { card: { ...draft().card, title: '' } });
        if (result) expect(result.endsWith(behind)).toBe(true);
        else expect(fitted(`${words.charAt(0)}…${behind}`, room)).not.toBe(`${words.charAt(0)}…${behind}`);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});
