// Which known posts a draft repeats, in which order they are said, and which of them Buffer may refuse.
import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../lib/duplicates/marks.ts';
import { type Outgoing, repeatsOf, toldBy } from '../../../lib/duplicates/repeats.ts';
import type { Seen } from '../../../lib/duplicates/seen.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 4, 4, 9);
const LINK = 'https://example.org/walk';
const WORDS = 'Why the best ideas arrive on a walk';

function seen(id: string, change: Partial<Seen> & { text?: string; link?: string } = {}): Seen {
  const { text = WORDS, link = null, ...rest } = change;
  const { words, links } = marksOf(text, link);
  const place = { accountId: 'me', id, channelId: 'a', network: 'linkedin' };
  return { ...place, words, links, state: 'queued', at: NOW + DAY, seenAt: NOW, ...rest };
}

function repeats(known: Seen[], ...posts: Partial<Outgoing>[]) {
  const all = posts.map((post) => ({ channelId: 'a', text: WORDS, link: null, ...post }));
  return repeatsOf(toldBy(all), known, NOW);
}

describe('a draft repeats', () => {
  it('what has its link, whatever the words and the channel', () => {
    const known = seen('1', { text: 'Look here', link: `${LINK}?utm_source=x`, channelId: 'b' });
    expect(repeats([known], { text: `Something else ${LINK}` })).toMatchObject([
      { channelId: 'b', state: 'queued', at: NOW + DAY, isChosen: false, mayBeRefused: false },
    ]);
    expect(repeats([known], { text: 'Something else', link: LINK })).toHaveLength(1);
    expect(repeats([known], { text: 'Something else', link: `${LINK}/2` })).toEqual([]);
  });

  it('what has its words, if they are telling, or on the same channel', () => {
    expect(repeats([seen('1', { channelId: 'b' })], {})).toHaveLength(1);
    const greeting = seen('1', { text: 'Good morning', channelId: 'b' });
    expect(repeats([greeting], { text: 'Good morning!' })).toEqual([]);
    expect(repeats([greeting], { text: 'Good morning!', channelId: 'b' })).toHaveLength(1);
  });

  it('nothing by the same words around another link', () => {
    const known = seen('1', { text: `New in our reading room today: ${LINK}` });
    expect(repeats([known], { text: `New in our reading room today: ${LINK}-2` })).toEqual([]);
  });

  it('nothing where nothing is written', () => {
    expect(repeats([seen('1', { text: '' })], { text: '' })).toEqual([]);
  });

  it('what it may before a channel is chosen', () => {
    expect(repeats([seen('1')], { channelId: null })).toMatchObject([
      { isChosen: false, mayBeRefused: false },
    ]);
  });
});

describe('Buffer may refuse', () => {
  const refused = (change: Parameters<typeof seen>[1], post: Partial<Outgoing> = {}) =>
    repeats([seen('1', { link: LINK, ...change })], { link: LINK, ...post })[0]?.mayBeRefused;

  it('the same words on the same channel, queued, on their way or sent within the week', () => {
    expect(refused({})).toBe(true);
    expect(refused({ state: 'waiting', at: null })).toBe(true);
    expect(refused({ state: 'sent', at: NOW - 6 * DAY })).toBe(true);
    expect(refused({ text: 'So', state: 'queued' }, { text: 'so.' })).toBe(true);
  });

  it('neither other words, another channel, an old post nor a draft', () => {
    expect(refused({ text: 'Other words' })).toBe(false);
    expect(refused({ channelId: 'b' })).toBe(false);
    expect(refused({ state: 'sent', at: NOW - 8 * DAY })).toBe(false);
    expect(refused({ state: 'draft', at: null })).toBe(false);
  });

  it('what goes to that channel alone, of words for each network', () => {
    const known = [seen('1', { text: 'For the one', link: LINK })];
    const posts = [
      { channelId: 'a', text: 'For the other', link: LINK },
      { channelId: 'b', text: 'For the one', link: LINK },
    ];
    expect(repeats(known, ...posts)).toMatchObject([{ isChosen: true, mayBeRefused: false }]);
  });
});

it('a post whose time has passed was sent', () => {
  expect(repeats([seen('1', { at: NOW })], {})).toMatchObject([{ state: 'sent', at: NOW }]);
});

it('first comes what may be refused, then the chosen channels, each from what is to come to what was', () => {
  const known = [
    seen('elsewhere', { channelId: 'c' }),
    seen('sent', { text: `X ${LINK}`, state: 'sent', at: NOW - 2 * DAY }),
    seen('later', { text: `X ${LINK}`, at: NOW + 2 * DAY }),
    seen('soon', { text: `X ${LINK}`, at: NOW + DAY }),
    seen('open', { text: `X ${LINK}`, at: null }),
    seen('refused', { state: 'sent', at: NOW - 3 * DAY, link: LINK }),
  ];
  expect(
    repeats(known, { link: LINK }).map(({ channelId, at }) => `${channelId} ${at && (at - NOW) / DAY}`),
  ).toEqual(['a -3', 'a null', 'a 1', 'a 2', 'a -2', 'c 1']);
});
