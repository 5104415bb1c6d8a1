// Documents that are no pages, and tabs that cannot be read.
import { describe, expect, it } from 'vitest';
import type { TabInfo } from '../../../lib/capture/capture.ts';
import { chooseFrom } from '../../../lib/capture/choose.ts';
import { image, reading } from './reading.ts';

const PDF = 'https://a.de/files/An%20old%20map.pdf';
const PHOTO = 'https://a.de/photos/caf%C3%A9.jpg';

describe('a document that is no page', () => {
  it.each([
    ['its own title', 'The map of 1820', 'The map of 1820'],
    ['its file name', 'An%20old%20map.pdf', 'An old map.pdf'],
    ['its file name', '', 'An old map.pdf'],
    ['its file name', 'a.de/files/An old map.pdf', 'An old map.pdf'],
  ])('a PDF is called by %s', (_, title, expected) => {
    const captured = chooseFrom(reading({ url: PDF, contentType: 'application/pdf' }), { url: PDF, title });
    expect(captured.titles).toEqual([{ value: expected, source: 'page' }]);
    expect(captured.less).toBe('pdf');
  });

  it('a PDF on the own computer is a file', () => {
    const url = 'file:///home/me/a.pdf';
    const captured = chooseFrom(reading({ url, contentType: 'application/pdf' }), { url, title: '' });
    expect(captured).toMatchObject({ titles: [{ value: 'a.pdf' }], links: [], less: 'file' });
  });

  it('an image is called by its file name and is its own picture', () => {
    const title = 'café.jpg (1200×800)';
    const shown = image({ src: PHOTO, width: 1200, height: 800 });
    const page = reading({ url: PHOTO, contentType: 'image/jpeg', title, images: [shown] });
    expect(chooseFrom(page, { url: PHOTO, title })).toMatchObject({
      titles: [{ value: 'café.jpg', source: 'page' }],
      pictures: [{ url: PHOTO, width: 1200, height: 800 }],
      less: 'text',
    });
  });

  it('an image that Buffer cannot fetch is no picture', () => {
    const url = 'https://a.de/drawing.svg';
    expect(chooseFrom(reading({ url, contentType: 'image/svg+xml' }), { url, title: '' }).pictures).toEqual(
      [],
    );
  });

  it.each(['text/plain', 'application/json'])('%s is called by its file name', (contentType) => {
    const url = 'https://a.de/data/';
    const tab = { url, title: 'a.de/data/' };
    expect(chooseFrom(reading({ url: `${url}notes.txt`, contentType }), tab)).toMatchObject({
      titles: [{ value: 'notes.txt' }],
      less: 'text',
    });
    expect(chooseFrom(reading({ url, contentType }), tab).titles).toEqual([]);
  });
});

describe('a tab that cannot be read', () => {
  it.each([
    ['https://a.de/', { trouble: 'Frame with ID 0 is showing error page' }, 'error'],
    ['https://a.de/', { trouble: 'deadline' }, 'hung'],
    ['https://a.de/', { trouble: 'deadline', loading: true }, 'loading'],
    ['https://a.de/', { trouble: 'Cannot access contents of the page.' }, 'closed'],
    ['', { trouble: 'Cannot access contents of the page.' }, 'closed'],
    [
      'https://chromewebstore.google.com/detail/x',
      { trouble: 'The extensions gallery cannot be scripted.' },
      'store',
    ],
    ['chrome://settings/', { trouble: 'Cannot access a chrome:// URL' }, 'browser'],
    ['', { trouble: 'Cannot access a chrome:// URL' }, 'browser'],
    ['', { trouble: 'The extensions gallery cannot be scripted.' }, 'store'],
    ['chrome-extension://abc/page.html', { trouble: 'Cannot access' }, 'browser'],
    ['about:blank', { trouble: 'Cannot access' }, 'browser'],
    ['file:///home/me/a.html', { trouble: 'Cannot access' }, 'file'],
  ])('%s with %j is %s', (url, rest: Partial<TabInfo>, less) => {
    expect(chooseFrom(null, { url, title: 'T', ...rest })).toMatchObject({ less, titles: [{ value: 'T' }] });
  });

  it('has the link of the page whose source it shows', () => {
    const url = 'view-source:https://a.de/x?utm_source=y';
    expect(chooseFrom(null, { url, title: url, trouble: 'no tab' })).toMatchObject({
      links: [{ value: 'https://a.de/x' }, {}],
      titles: [],
      less: 'browser',
    });
  });
});
