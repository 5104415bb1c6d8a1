import { describe, expect, it } from 'vitest';
import type { Capture } from '../../../lib/capture/capture.ts';
import { captureClick } from '../../../lib/capture/click.ts';
import { MENU_ITEMS } from '../../../lib/capture/items.ts';

const PAGE: Capture = {
  kind: 'selection',
  pageUrl: 'https://a.de/story?utm_source=x',
  link: {
    url: 'https://a.de/story',
    source: 'canonical',
    removed: ['utm_source'],
    original: 'https://a.de/story?utm_source=x',
  },
  title: { text: 'The story', source: 'og' },
  description: 'About it',
  pictures: [
    { url: 'https://a.de/1.png', alt: 'One', width: 900, height: 600 },
    { url: 'https://a.de/2.png', alt: 'Two', width: 800, height: 600 },
  ],
  quote: 'First line.\nSecond line.',
  unreadable: false,
};
const pageUrl = PAGE.pageUrl;

describe('captureClick', () => {
  it('takes a link as that link, with nothing of the page', () => {
    const linkUrl = 'https://other.de/x?fbclid=1';
    expect(captureClick({ itemId: 'link', pageUrl, linkUrl }, PAGE)).toEqual({
      kind: 'link',
      pageUrl,
      link: { url: 'https://other.de/x', source: 'clicked', removed: ['fbclid'], original: linkUrl },
      title: { text: '', source: 'clicked' },
      description: '',
      pictures: [],
      quote: null,
      unreadable: false,
    });
  });

  it.each(['javascript:alert(1)', 'mailto:a@b.de', undefined])('offers no link for %j', (linkUrl) => {
    expect(captureClick({ itemId: 'link', pageUrl, ...(linkUrl && { linkUrl }) }, PAGE).link.url).toBe('');
  });

  it('takes an image as that image, with the page as its link', () => {
    const captured = captureClick({ itemId: 'image', pageUrl, srcUrl: 'https://a.de/2.png' }, PAGE);
    expect(captured).toEqual({ ...PAGE, kind: 'image', quote: null, pictures: [PAGE.pictures[1]] });
  });

  it('takes an image that the page’s reading does not have', () => {
    const captured = captureClick({ itemId: 'image', pageUrl, srcUrl: 'https://cdn.de/9.jpg' }, PAGE);
    expect(captured.pictures).toEqual([{ url: 'https://cdn.de/9.jpg', alt: '', width: 0, height: 0 }]);
  });

  it('offers no picture that Buffer cannot fetch, but the allowed origin’s', () => {
    const click = { itemId: 'image', pageUrl, srcUrl: 'http://127.0.0.1:1/a.png' } as const;
    expect(captureClick(click, PAGE).pictures).toEqual([]);
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

  it('works on a page that could not be read', () => {
    const captured = captureClick({ itemId: 'selection', pageUrl, selectionText: 'Words' }, null);
    expect(captured).toMatchObject({ kind: 'selection', quote: 'Words', unreadable: true });
    expect(captured.link.url).toBe('https://a.de/story');
  });

  it('has a menu item for every kind', () => {
    for (const { id, contexts, titleKey } of MENU_ITEMS) {
      expect(contexts).toEqual([id]);
      expect(titleKey).toBe(`menu.${id}`);
      expect(captureClick({ itemId: id, pageUrl }, PAGE).kind).toBe(id);
    }
  });
});
