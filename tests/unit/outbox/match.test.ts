import { describe, expect, test } from 'vitest';
import type { Attachment, NewPost, Post } from '../../../lib/buffer/types.ts';
import type { Entry } from '../../../lib/outbox/entry.ts';
import { matchEntries, type Sought } from '../../../lib/outbox/match.ts';
import { channel, entry, newPost, post, T0 } from './fixtures.ts';

const WINDOW = { possible: T0 - 120_000, certain: T0 - 120_000 };
const TEXT = newPost().text;

function sought(change: Partial<Entry> = {}, rest: Partial<Sought> = {}): Sought {
  return { entry: entry({ state: 'checking', ...change }), window: WINDOW, asks: true, ...rest };
}

function find(ours: Sought[], posts: Post[], claimed: string[] = []) {
  const verdicts = matchEntries(ours, posts, new Set(claimed));
  return ours.map((one) => {
    const verdict = verdicts.get(one.entry.id);
    return !verdict || verdict.kind === 'clean'
      ? (verdict?.kind ?? 'none')
      : `${verdict.kind} ${verdict.post?.id ?? '?'}`;
  });
}

function verdictOn(ours: Partial<NewPost>, theirs: Partial<Post>): string {
  return find([sought({ post: newPost(ours) })], [post(theirs)])[0] as string;
}

describe('the same text', () => {
  test.each([
    ['as it was', TEXT],
    ['white space collapsed', ` ${TEXT.replace(' https', '\n\n\thttps')} `],
    ['zero-width characters added', TEXT.replace('walk', 'wa\u200Blk')],
    ['link shortened by Buffer', TEXT.replace(/https.*/, 'https://buff.ly/3xYzAbC')],
    ['link shortened by an own domain', TEXT.replace(/https.*/, 'https://exm.pl/3xYzA')],
    ['campaign marks added', `${TEXT}?utm_source=buffer&utm_medium=social`],
    [
      'last slash and www. added',
      TEXT.replace('example.com/articles/walk', 'www.example.com/articles/walk/'),
    ],
    ['scheme changed', TEXT.replace('https', 'http')],
  ])('%s', (_name, text) => {
    expect(verdictOn({}, { text })).toBe('match p1');
  });

  test('what a link asks for is part of it', () => {
    expect(
      verdictOn({ text: 'See https://example.com/?id=1' }, { text: 'See https://example.com/?id=2' }),
    ).toBe('clean');
  });

  test('composed and decomposed letters', () => {
    expect(verdictOn({ text: 'Caf\u00E9' }, { text: 'Cafe\u0301' })).toBe('match p1');
  });

  test('the full stop after a link is not the link’s', () => {
    const text = 'Read (https://example.com/a/long/way).';
    expect(verdictOn({ text }, { text: 'Read (https://bit.ly/abc).' })).toBe('match p1');
  });

  test('a post without words is told by its pictures, and by the user if these have other addresses', () => {
    const picture = { url: 'https://example.com/a.jpg', alt: '' };
    const other = { url: 'https://example.com/b.jpg', alt: '' };
    const ours: Partial<NewPost> = { text: '', attachment: { kind: 'pictures', pictures: [picture] } };
    expect(verdictOn(ours, { text: '', pictures: [picture] })).toBe('match p1');
    expect(verdictOn(ours, { text: '', pictures: [other] })).toBe('near p1');
    const card = { url: 'https://example.com/a', title: 'A', description: '', picture: null };
    expect(verdictOn({ text: '', attachment: { kind: 'card', card } }, { text: '' })).toBe('match p1');
    expect(verdictOn({ text: '', attachment: { kind: 'card', card } }, { text: '', pictures: [other] })).toBe(
      'near p1',
    );
  });

  test('a video is told as pictures are', () => {
    const video = 'https://example.com/a.mp4';
    const ours: Partial<NewPost> = { text: '', attachment: { kind: 'video', url: video } };
    expect(verdictOn(ours, { text: '', video })).toBe('match p1');
    expect(verdictOn(ours, { text: '', video: 'https://example.com/b.mp4' })).toBe('near p1');
    expect(verdictOn(ours, { text: '' })).toBe('near p1');
    expect(verdictOn({ text: '' }, { text: '', video })).toBe('near p1');
    expect(verdictOn({ ...ours, text: 'Look' }, { text: 'Look', video })).toBe('match p1');
    expect(verdictOn({ text: '', options: { retweetOf: '9' } }, { text: '', video })).toBe('clean');
  });

  test('a card’s address in the text, as on networks without cards', () => {
    const card = { url: 'https://example.com/a', title: 'A', description: '', picture: null };
    const ours = { text: 'Look', attachment: { kind: 'card', card } } as const;
    expect(verdictOn(ours, { text: 'Look https://example.com/a' })).toBe('match p1');
    expect(verdictOn(ours, { text: 'Look' })).toBe('match p1');
  });

  test('an address that is none is compared as text', () => {
    expect(verdictOn({ text: 'See https://[oops' }, { text: 'See https://[oops' })).toBe('match p1');
    expect(verdictOn({ text: 'See https://[oops' }, { text: 'See https://[else' })).toBe('clean');
  });
});

describe('not the same', () => {
  test.each([
    ['another text', { text: 'Something else entirely https://example.org/' }, 'clean'],
    ['another channel', { channelId: 'c2' }, 'clean'],
    ['before our time', { createdAt: T0 - 120_001 }, 'clean'],
    ['edited', { text: TEXT.replace('A walk', 'One walk') }, 'near p1'],
    ['a draft', { status: 'draft' }, 'near p1'],
    ['another link', { text: TEXT.replace('articles/walk', 'articles/run') }, 'near p1'],
  ] satisfies [string, Partial<Post>, string][])('%s', (_name, theirs, verdict) => {
    expect(verdictOn({}, theirs)).toBe(verdict);
  });

  test('a post that is nothing but another link', () => {
    expect(verdictOn({ text: 'https://example.com/one' }, { text: 'https://example.com/two' })).toBe('clean');
  });

  test('a long path on the same host is not a short link', () => {
    expect(verdictOn({ text: 'https://example.com/one/two' }, { text: 'https://example.com/one' })).toBe(
      'clean',
    );
  });

  test('equal, but perhaps before our time: the clocks disagree', () => {
    const window = { possible: T0 - 600_000, certain: T0 };
    expect(find([sought({}, { window })], [post({ createdAt: T0 - 300_000 })])).toEqual(['near p1']);
  });

  test('claimed by another entry', () => {
    expect(find([sought()], [post()], ['p1'])).toEqual(['clean']);
  });
});

describe('what is shared on', () => {
  const comment = { text: 'Well said', options: { retweetOf: '4711' } };
  const silent = { text: '', options: { retweetOf: '4711' } };
  const pictures = [{ url: 'https://example.com/a.jpg', alt: '' }];

  test.each([
    ['with the comment', comment, { text: 'Well said', retweetOf: '4711' }, 'match p1'],
    ['without a word', silent, { text: '', retweetOf: '4711' }, 'match p1'],
    ['whatever picture it shows', silent, { text: '', retweetOf: '4711', pictures }, 'match p1'],
    ['as comment and address', comment, { text: 'Well said\nhttps://x.com/i/status/4711' }, 'near p1'],
    ['as the address of another', comment, { text: 'Well said\nhttps://x.com/i/status/4712' }, 'near p1'],
    ['with other words', silent, { text: 'What it says there', retweetOf: '4711' }, 'near p1'],
    ['another post of X', comment, { text: 'Well said', retweetOf: '4712' }, 'clean'],
    ['the comment alone, by an API that may not tell', comment, { text: 'Well said' }, 'near p1'],
    ['nothing at all, by an API that may not tell', silent, { text: '' }, 'near p1'],
    ['a picture without words', silent, { text: '', pictures }, 'clean'],
    ['a post of its own, as something shared on', { text: '' }, { text: '', retweetOf: '4711' }, 'clean'],
    ['the same words, as a comment', {}, { retweetOf: '4711' }, 'clean'],
  ] satisfies [string, Partial<NewPost>, Partial<Post>, string][])('%s', (_name, ours, theirs, verdict) => {
    expect(verdictOn(ours, theirs)).toBe(verdict);
  });

  test('twice the same are alike, others are not', () => {
    const shared = (id: string, retweetOf: string, seq: number) =>
      sought({ id, seq, post: newPost({ text: '', options: { retweetOf } }) });
    const there = post({ text: '', retweetOf: '1' });
    expect(find([shared('e1', '1', 1), shared('e2', '1', 2)], [there])).toEqual(['match p1', 'clean']);
    expect(find([shared('e1', '2', 1), shared('e2', '1', 2)], [there])).toEqual(['clean', 'match p1']);
  });

  test('entries for different boards are not alike', () => {
    const pin = (id: string, boardId: string, seq: number) =>
      sought({ id, seq, post: newPost({ options: { boardId } }) });
    expect(find([pin('e1', 'b1', 1), pin('e2', 'b1', 2)], [post()])).toEqual(['match p1', 'clean']);
    expect(find([pin('e1', 'b1', 1), pin('e2', 'b2', 2)], [post()])).toEqual(['near p1', 'near p1']);
  });
});

describe('times', () => {
  const at = T0 + 7_200_000;

  test('a custom time may differ by a minute', () => {
    expect(verdictOn({ mode: { at } }, { dueAt: at + 60_000 })).toBe('match p1');
    expect(verdictOn({ mode: { at } }, { dueAt: at + 60_001 })).toBe('near p1');
    expect(verdictOn({ mode: { at } }, { dueAt: null })).toBe('near p1');
  });

  test('a draft matches a draft', () => {
    expect(verdictOn({ mode: 'draft' }, { status: 'draft', dueAt: null })).toBe('match p1');
    expect(verdictOn({ mode: 'draft' }, {})).toBe('near p1');
  });

  test('equal texts at different times are told apart', () => {
    const early = sought({ id: 'early', post: newPost({ mode: { at } }) });
    const late = sought({ id: 'late', seq: 2, post: newPost({ mode: { at: at + 3_600_000 } }) });
    expect(find([early, late], [post({ dueAt: at + 3_600_000 })])).toEqual(['clean', 'match p1']);
  });
});

describe('several', () => {
  const two = [sought({ id: 'e1', seq: 1 }), sought({ id: 'e2', seq: 2 })];
  const p1 = post({ id: 'p1', createdAt: T0 });
  const p2 = post({ id: 'p2', createdAt: T0 + 1_000 });

  test('two equal entries need two posts', () => {
    expect(find(two, [p1])).toEqual(['match p1', 'clean']);
    expect(find(two, [p2, p1])).toEqual(['match p1', 'match p2']);
    expect(find(two, [p1, p2], ['p1'])).toEqual(['match p2', 'clean']);
  });

  test('more posts than entries cannot be told apart', () => {
    expect(find([sought()], [p1, p2])).toEqual(['near ?']);
  });

  test('a post older than the second entry is the first one’s', () => {
    const later = { possible: T0 + 500, certain: T0 + 500 };
    expect(
      find([sought({ id: 'e2', seq: 1 }, { window: later }), sought({ id: 'e1', seq: 2 })], [p1]),
    ).toEqual(['clean', 'match p1']);
  });

  test('one post for two entries that differ in their pictures is for the user to tell', () => {
    const pictures: Attachment = {
      kind: 'pictures',
      pictures: [{ url: 'https://example.com/a.jpg', alt: '' }],
    };
    const other = sought({ id: 'e2', seq: 2, post: newPost({ attachment: pictures }) });
    expect(find([sought(), other], [p1])).toEqual(['near p1', 'near p1']);
    expect(find([sought(), other], [p1, p2])).toEqual(['match p1', 'match p2']);
  });

  test('an entry that waits for the user’s word adds doubt, and gets no verdict', () => {
    const rival = sought({ id: 'e2', state: 'needs-you' }, { asks: false });
    expect(find([sought(), rival], [p1])).toEqual(['near p1', 'none']);
    expect(find([sought(), rival], [])).toEqual(['clean', 'none']);
  });

  test('entries of different channels do not disturb each other', () => {
    const elsewhere = sought({ id: 'e2', seq: 2, post: newPost({ channel: channel('c2') }) });
    const there = post({ id: 'p9', channelId: 'c2' });
    expect(find([sought(), elsewhere], [p1, there])).toEqual(['match p1', 'match p9']);
  });

  test('groups that share a post are one group', () => {
    const short = TEXT.replace(/https.*/, 'https://buff.ly/3xYzAbC');
    const run = sought({
      id: 'e3',
      seq: 3,
      post: newPost({ text: TEXT.replace('articles/walk', 'articles/run') }),
    });
    expect(find([sought(), run], [post({ text: short })])).toEqual(['near p1', 'near p1']);
    const full = [post({ id: 'p2' }), post({ id: 'p3', text: run.entry.post.text })];
    expect(find([sought(), run], [post({ text: short }), ...full])).toEqual(['near ?', 'near ?']);
    expect(find([sought(), run], full)).toEqual(['match p2', 'match p3']);
  });
});
