import { describe, expect, it } from 'vitest';
import { chooseFrom } from '../../../lib/capture/choose.ts';
import type { PageReading } from '../../../lib/capture/page.ts';

const URL_HERE = 'https://www.paper.de/2026/11/story';

function reading(meta: Record<string, string> = {}, rest: Partial<PageReading> = {}): PageReading {
  return {
    url: URL_HERE,
    baseUrl: rest.url ?? URL_HERE,
    title: 'Page title',
    canonical: null,
    meta: Object.entries(meta).map(([name, content]) => ({ name, content })),
    images: [],
    selection: '',
    lang: 'en',
    ...rest,
  };
}

function choose(meta?: Record<string, string>, rest?: Partial<PageReading>) {
  return chooseFrom(reading(meta, rest), { url: rest?.url ?? URL_HERE, title: 'Tab title' });
}

describe('a page that cannot be read', () => {
  it('still gives the address and the title of the tab', () => {
    const tab = { url: 'https://a.de/paper.pdf?utm_source=x', title: 'paper.pdf' };
    expect(chooseFrom(null, tab)).toEqual({
      kind: 'page',
      pageUrl: tab.url,
      link: { url: 'https://a.de/paper.pdf', source: 'tab', removed: ['utm_source'], original: tab.url },
      title: { text: 'paper.pdf', source: 'tab' },
      description: '',
      pictures: [],
      quote: null,
      unreadable: true,
    });
  });

  it.each(['chrome://extensions/', 'file:///home/me/a.pdf', 'about:blank', '', 'https://me:secret@a.de/'])(
    'offers no link for %j',
    (url) => {
      expect(chooseFrom(null, { url, title: 'T' }).link).toMatchObject({
        url: '',
        source: 'tab',
        original: '',
      });
    },
  );
});

describe('the link', () => {
  it.each([
    ['relative', '/2026/11/the-story', 'https://www.paper.de/2026/11/the-story'],
    ['without www', 'https://paper.de/2026/11/story', 'https://paper.de/2026/11/story'],
    ['on another subdomain of the site', 'https://m.paper.de/s', 'https://m.paper.de/s'],
    ['with a tracker', '/s?utm_source=x&id=1', 'https://www.paper.de/s?id=1'],
  ])('is the canonical one: %s', (_, canonical, url) => {
    expect(choose({}, { canonical }).link).toMatchObject({ url, source: 'canonical', original: URL_HERE });
  });

  it.each([
    ['another site', URL_HERE, 'https://evil.de/2026/11/story'],
    ['a site whose name ends the same', URL_HERE, 'https://notpaper.de/2026/11/story'],
    ['the bare home page', URL_HERE, 'https://www.paper.de/'],
    ['script', URL_HERE, 'javascript:alert(1)'],
    ['user name', URL_HERE, 'https://www.paper.de@evil.de/'],
    ['a lost video', 'https://tube.de/watch?v=abc', 'https://tube.de/watch'],
    ['another video', 'https://tube.de/watch?v=abc', 'https://tube.de/watch?v=old'],
    ['a lost post on the home path', 'https://blog.de/?p=12', 'https://blog.de/'],
    ['a lost route', 'https://app.de/#/item/5', 'https://app.de/'],
  ])('is the tab’s when the canonical one is %s', (_, url, canonical) => {
    expect(choose({}, { url, canonical }).link).toEqual({ url, source: 'tab', removed: [], original: url });
  });

  it('is og:url when there is no canonical one that can be believed', () => {
    const link = choose({ 'og:url': '/best' }, { canonical: 'https://other.de/' }).link;
    expect(link).toMatchObject({ url: 'https://www.paper.de/best', source: 'og' });
  });

  it('resolves against the base of the document', () => {
    const link = choose({}, { canonical: 'c', baseUrl: 'https://www.paper.de/x/' }).link;
    expect(link.url).toBe('https://www.paper.de/x/c');
  });

  it('leads from a cache copy to the page itself', () => {
    const url = 'https://www-paper-de.cdn.ampproject.org/c/s/www.paper.de/story';
    expect(choose({}, { url, canonical: 'https://www.paper.de/story' }).link).toMatchObject({
      url: 'https://www.paper.de/story',
      source: 'canonical',
      original: url,
    });
  });

  it('says which trackers the tab’s address had, and can bring them back', () => {
    const url = `${URL_HERE}?utm_source=x&fbclid=y&page=2`;
    expect(choose({}, { url }).link).toEqual({
      url: `${URL_HERE}?page=2`,
      source: 'tab',
      removed: ['utm_source', 'fbclid'],
      original: url,
    });
  });

  it('is found in an address that only its trackers make too long', () => {
    const link = choose({}, { url: `${URL_HERE}?utm_x=${'y'.repeat(3000)}` }).link;
    expect(link).toMatchObject({ url: URL_HERE, removed: ['utm_x'], original: URL_HERE });
  });
});

describe('the title', () => {
  it.each([
    [{ 'og:title': 'O', 'twitter:title': 'T' }, 'O', 'og'],
    [{ 'twitter:title': 'T' }, 'T', 'twitter'],
    [{ 'og:title': ' \u200b ' }, 'Page title', 'page'],
    [{}, 'Page title', 'page'],
  ])('%j → %s', (meta, text, source) => {
    expect(choose(meta).title).toEqual({ text, source });
  });

  it('falls back to the tab’s', () => {
    expect(choose({}, { title: '' }).title).toEqual({ text: 'Tab title', source: 'tab' });
  });

  it.each([
    ['The story | The Paper', 'The Paper', 'The story'],
    ['The story - THE PAPER', 'The Paper', 'The story'],
    ['A — b – The Paper', 'The Paper', 'A — b'],
    ['The Paper', 'The Paper', 'The Paper'],
    ['Buy The Paper', 'The Paper', 'Buy The Paper'],
    ['Story | Other', 'The Paper', 'Story | Other'],
    ['  a \t b\u202e\u0007 ', '', 'a b'],
    ['Fish &amp; chips', '', 'Fish &amp; chips'],
    [`${'x'.repeat(999)}😀`, '', 'x'.repeat(999)],
  ])('%j on %j is %j', (title, site, text) => {
    expect(choose({ 'og:title': title, 'og:site_name': site }).title.text).toBe(text);
  });
});

describe('description, selection', () => {
  it('takes the first description that is there', () => {
    expect(choose({ description: 'd', 'twitter:description': 't' }).description).toBe('t');
    expect(choose({ description: 'd', 'og:description': 'o' }).description).toBe('o');
  });

  it('makes a quote of what is selected', () => {
    expect(choose({}, { selection: ' One.\r\n\r\n  Two. ' })).toMatchObject({
      kind: 'selection',
      quote: 'One.\nTwo.',
    });
    expect(choose({}, { selection: ' \n ' })).toMatchObject({ kind: 'page', quote: null });
  });
});
