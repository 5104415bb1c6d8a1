import { describe, expect, it } from 'vitest';
import type { Capture } from '../../../lib/capture/capture.ts';
import { draftFrom, draftKey } from '../../../lib/capture/to-draft.ts';
import { emptyDraft } from '../../../lib/drafts/draft.ts';
import { LINK, ONE, TWO } from '../drafts/fixtures.ts';

const DEFAULTS = { channelIds: ['a', 'b'], when: 'next' } as const;

function capture(rest: Partial<Capture> = {}): Capture {
  return {
    kind: 'page',
    pageUrl: `${LINK}?x=1#part`,
    address: `${LINK}?x=1#part`,
    links: [{ value: LINK, source: 'canonical', removed: [] }],
    titles: [{ value: 'The story', source: 'og' }],
    descriptions: [{ value: 'About it', source: 'og' }],
    pictures: [
      { url: ONE, alt: 'One', width: 1200, height: 630, source: 'og' },
      { url: TWO, alt: '', width: 0, height: 0, source: 'page' },
    ],
    unusable: [],
    quote: null,
    less: null,
    ...rest,
  };
}

function from(rest?: Partial<Capture>) {
  return draftFrom(capture(rest), { ...DEFAULTS, channelIds: [...DEFAULTS.channelIds] });
}

describe('draftFrom', () => {
  it('fills everything from a page', () => {
    expect(from()).toEqual({
      ...emptyDraft(),
      key: draftKey(capture()),
      pageUrl: `${LINK}?x=1#part`,
      channelIds: ['a', 'b'],
      text: `The story\n${LINK}`,
      link: LINK,
      attachment: 'card',
      card: { title: 'The story', description: 'About it', picture: ONE },
      pictures: [
        { url: ONE, alt: 'One', chosen: true },
        { url: TWO, alt: '', chosen: false },
      ],
      when: 'next',
    });
  });

  it('has the file of a clicked video beside the card', () => {
    const video = 'https://a.de/clip.mp4';
    expect(from({ kind: 'video', video })).toMatchObject({ attachment: 'card', video });
  });

  it.each<[string, Partial<Capture>, string, string]>([
    ['a selection', { kind: 'selection', quote: 'Wise words.' }, `“Wise words.”\n${LINK}`, 'card'],
    ['an image with words', { kind: 'image' }, `One\n${LINK}`, 'pictures'],
    [
      'an image without words',
      { kind: 'image', pictures: [{ url: ONE, alt: '', width: 0, height: 0, source: 'page' }] },
      `The story\n${LINK}`,
      'pictures',
    ],
    ['an image that Buffer cannot fetch', { kind: 'image', pictures: [] }, `The story\n${LINK}`, 'card'],
    ['a link', { kind: 'link', titles: [], pictures: [] }, LINK, 'card'],
    ['a page without an address to share', { links: [] }, 'The story', 'none'],
    ['a page of nothing', { links: [], titles: [], pictures: [] }, '', 'none'],
  ])('%s', (_, rest, text, attachment) => {
    expect(from(rest)).toMatchObject({ text, attachment });
  });

  it('begins with the words of the person’s own template for its kind', () => {
    const templates = { page: '{title} ({site})\n{description}\n{link}', image: '', later: 'x' };
    const defaults = { channelIds: [], when: 'queue', templates } as const;
    const textOf = (rest?: Partial<Capture>) =>
      draftFrom(capture(rest), { ...defaults, channelIds: [] }).text;
    expect(textOf()).toBe(`The story (a.de)\nAbout it\n${LINK}`);
    expect(textOf({ descriptions: [] })).toBe(`The story (a.de)\n${LINK}`);
    expect(textOf({ kind: 'image' })).toBe('');
    expect(textOf({ kind: 'video' })).toBe(`The story\n${LINK}`);
    expect(textOf({ kind: 'selection', quote: 'Words' })).toBe(`“Words”\n${LINK}`);
    // Without words it is the page.
    expect(textOf({ kind: 'selection' })).toBe(`The story (a.de)\nAbout it\n${LINK}`);
  });

  it('has no card picture when the page has none', () => {
    expect(from({ pictures: [] })).toMatchObject({ card: { picture: null }, pictures: [] });
  });

  it('does not share its list of channels', () => {
    const channelIds = ['a'];
    draftFrom(capture(), { channelIds, when: 'queue' }).channelIds.push('b');
    expect(channelIds).toEqual(['a']);
  });
});

describe('draftKey', () => {
  const link = (address: string): Partial<Capture> => ({ kind: 'link', address });

  it('is the same on every part of a page', () => {
    expect(draftKey(capture({ pageUrl: 'https://a.de/x#one' }))).toBe(
      draftKey(capture({ pageUrl: 'https://a.de/x' })),
    );
  });

  it('tells apart pages, kinds, and what was clicked', () => {
    const captures: Partial<Capture>[] = [
      {},
      { pageUrl: 'https://a.de/other' },
      { pageUrl: `${LINK}?x=2` },
      { kind: 'image' },
      { kind: 'image', pictures: [{ url: TWO, alt: '', width: 0, height: 0, source: 'page' }] },
      link('https://b.de/1'),
      link('https://b.de/2'),
      { kind: 'selection', quote: 'One' },
      { kind: 'selection', quote: 'Two' },
      { kind: 'selection', quote: `${'x'.repeat(90)}a` },
      { kind: 'selection', quote: `${'x'.repeat(90)}bc` },
    ];
    const keys = captures.map((rest) => draftKey(capture(rest)));
    expect(new Set(keys).size).toBe(captures.length);
    expect(keys).not.toContain('');
  });
});
