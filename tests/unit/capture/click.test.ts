import { describe, expect, it } from 'vitest';
import type { Capture } from '../../../lib/capture/capture.ts';
import { captureClick } from '../../../lib/capture/click.ts';
import { MENU_ITEMS } from '../../../lib/capture/items.ts';

const PAGE: Capture = {
  kind: 'selection',
  pageUrl: 'https://a.de/story?utm_source=x',
  address: 'https://a.de/story?utm_source=x',
  links: [
    { value: 'https://a.de/story', source: 'canonical', removed: ['utm_source'] },
    { value: 'https://a.de/story?utm_source=x', source: 'address', removed: [] },
  ],
  titles: [{ value: 'The story', source: 'og' }],
  descriptions: [{ value: 'About it', source: 'og' }],
  pictures: [
    { url: 'https://a.de/1.png', alt: 'One', width: 900, height: 600, source: 'og' },
    { url: 'https://a.de/2.png', alt: 'Two', width: 800, height: 600, source: 'og' },
  ],
  unusable: [],
  quote: 'First line.\nSecond line.',
  less: null,
};
const pageUrl = PAGE.pageUrl;

describe('captureClick', () => {
  it('takes a link as that link, with nothing of the page', () => {
    const linkUrl = 'https://other.de/x?fbclid=1';
    expect(captureClick({ itemId: 'link', pageUrl, linkUrl }, PAGE)).toEqual({
      kind: 'link',
      pageUrl,
      address: linkUrl,
      links: [
        { value: 'https://other.de/x', source: 'clicked', removed: ['fbclid'] },
        { value: linkUrl, source: 'address', removed: [] },
      ],
      titles: [],
      descriptions: [],
      pictures: [],
      unusable: [],
      quote: null,
      less: null,
    });
  });

  it('calls a link as the page calls it', () => {
    const click = { itemId: 'link', pageUrl, linkUrl: 'https://other.de/' } as const;
    const seen = { title: ' The \u202eother\n page ', picture: null };
    expect(captureClick({ ...click, seen }, PAGE).titles).toEqual([
      { value: 'The other page', source: 'clicked' },
    ]);
    expect(captureClick({ ...click, seen: { title: '', picture: null } }, PAGE).titles).toEqual([]);
  });

  it.each(['javascript:alert(1)', 'mailto:a@b.de', undefined])('offers no link for %j', (linkUrl) => {
    expect(captureClick({ itemId: 'link', pageUrl, ...(linkUrl && { linkUrl }) }, PAGE).links).toEqual([]);
  });

  it('takes an image as that image, with the page as its link', () => {
    const captured = captureClick({ itemId: 'image', pageUrl, srcUrl: 'https://a.de/2.png' }, PAGE);
    expect(captured).toEqual({
      ...PAGE,
      kind: 'image',
      quote: null,
      pictures: [{ ...PAGE.pictures[1], source: 'clicked' }],
    });
  });

  it('takes an image that the page’s reading does not have', () => {
    const captured = captureClick({ itemId: 'image', pageUrl, srcUrl: 'https://cdn.de/9.jpg' }, PAGE);
    expect(captured.pictures).toEqual([
      { url: 'https://cdn.de/9.jpg', alt: '', width: 0, height: 0, source: 'clicked' },
    ]);
  });

  it('gives an image the words and the size that the page has for it', () => {
    const srcUrl = 'https://a.de/2.png';
    const picture = { url: srcUrl, alt: 'Two, large', width: 1600, height: 1200 };
    const click = { itemId: 'image', pageUrl, srcUrl, seen: { title: '', picture } } as const;
    expect(captureClick(click, PAGE).pictures).toEqual([{ ...picture, source: 'clicked' }]);
    const wordless = { ...click, seen: { title: '', picture: { ...picture, alt: '', width: 0, height: 0 } } };
    expect(captureClick(wordless, PAGE).pictures).toEqual([{ ...PAGE.pictures[1], source: 'clicked' }]);
  });

  it('takes of a video its poster, with the page’s title and link', () => {
    const srcUrl = 'https://a.de/clip.mp4';
    const picture = { url: 'https://a.de/poster.jpg', alt: '', width: 0, height: 0 };
    const click = { itemId: 'video', pageUrl, srcUrl, seen: { title: '', picture } } as const;
    expect(captureClick(click, PAGE)).toEqual({
      ...PAGE,
      kind: 'video',
      quote: null,
      pictures: [{ ...picture, source: 'poster' }],
      video: srcUrl,
    });
  });

  it.each([
    'blob:https://a.de/1',
    'https://a.de/watch?v=1',
    'http://a.de/clip.mp4',
    'https://a.de/c.mp4?hdnts=1',
    '',
  ])('takes no file where the video is %j', (srcUrl) => {
    expect(captureClick({ itemId: 'video', pageUrl, srcUrl }, PAGE)).not.toHaveProperty('video');
  });

  it.each([
    ['has no poster', { title: '', picture: { url: '', alt: '', width: 0, height: 0 } }],
    ['cannot be looked at', undefined],
  ])('takes the page’s picture, never the file, where the video %s', (_, seen) => {
    const srcUrl = 'https://a.de/clip.mp4';
    const captured = captureClick({ itemId: 'video', pageUrl, srcUrl, ...(seen && { seen }) }, PAGE);
    expect(captured.pictures).toEqual(PAGE.pictures);
  });

  it('offers no picture that Buffer cannot fetch, but the allowed origin’s', () => {
    const click = { itemId: 'image', pageUrl, srcUrl: 'http://127.0.0.1:1/a.png' } as const;
    const refused = captureClick(click, PAGE);
    expect(refused.pictures).toEqual([]);
    expect(refused.unusable).toEqual([{ url: click.srcUrl, why: 'private' }]);
    expect(captureClick(click, PAGE, { allow: 'http://127.0.0.1:1' }).pictures).toHaveLength(1);
  });

  it.each([
    ['First line. Second line.', 'First line.\nSecond line.'],
    ['Words in a frame', 'Words in a frame'],
    ['', 'First line.\nSecond line.'],
  ])('takes the selection %j as a quote with the page’s link', (selectionText, quote) => {
    expect(captureClick({ itemId: 'selection', pageUrl, selectionText }, PAGE)).toEqual({ ...PAGE, quote });
  });

  it('takes the page without its selection', () => {
    expect(captureClick({ itemId: 'page', pageUrl }, PAGE)).toEqual({ ...PAGE, kind: 'page', quote: null });
  });

  it('leads to the selected words with these words alone', () => {
    const toWords = {
      value: 'https://a.de/story#:~:text=First,line.',
      source: 'selection' as const,
      removed: [],
    };
    const page = { ...PAGE, links: [toWords, ...PAGE.links] };
    const linksOf = (itemId: 'selection' | 'page' | 'image', selectionText = '') =>
      captureClick({ itemId, pageUrl, selectionText }, page).links;
    expect(linksOf('selection', 'First line. Second line.')).toEqual(page.links);
    expect(linksOf('selection', 'Words in a frame')).toEqual(PAGE.links);
    expect(linksOf('page')).toEqual(PAGE.links);
    expect(linksOf('image')).toEqual(PAGE.links);
  });

  it('works on a page that could not be read', () => {
    const captured = captureClick({ itemId: 'selection', pageUrl, selectionText: 'Words' }, null);
    expect(captured).toMatchObject({ kind: 'selection', quote: 'Words', less: 'closed' });
    expect(captured.links[0]?.value).toBe('https://a.de/story');
  });

  it('has a menu item for every kind', () => {
    for (const { id, contexts, titleKey } of MENU_ITEMS) {
      expect(contexts).toEqual([id]);
      expect(titleKey).toBe(`menu.${id}`);
      expect(captureClick({ itemId: id, pageUrl }, PAGE).kind).toBe(id);
    }
  });
});
