import { describe, expect, it } from 'vitest';
import { chooseFrom } from '../../../lib/capture/choose.ts';
import type { PageReading } from '../../../lib/capture/reading.ts';
import { HERE, reading, tags } from './reading.ts';

function choose(meta: Record<string, string> = {}, rest: Partial<PageReading> & { canonical?: string } = {}) {
  const { canonical, ...said } = rest;
  const links = canonical === undefined ? [] : [{ rel: 'canonical' as const, href: canonical }];
  const page = reading({ title: 'Page title', links, meta: tags(Object.entries(meta)), ...said });
  return chooseFrom(page, { url: page.url, title: 'Tab title' });
}

describe('a page that cannot be read', () => {
  it('still gives the address and the title of the tab', () => {
    const tab = { url: 'https://a.de/paper.pdf?utm_source=x', title: 'paper.pdf' };
    expect(chooseFrom(null, tab)).toEqual({
      kind: 'page',
      pageUrl: tab.url,
      address: tab.url,
      links: [
        { value: 'https://a.de/paper.pdf', source: 'tab', removed: ['utm_source'] },
        { value: tab.url, source: 'address', removed: [] },
      ],
      titles: [{ value: 'paper.pdf', source: 'tab' }],
      descriptions: [],
      pictures: [],
      unusable: [],
      quote: null,
      less: 'closed',
    });
  });

  it.each(['chrome://extensions/', 'file:///home/me/a.pdf', 'about:blank', '', 'https://me:secret@a.de/'])(
    'offers no link for %j',
    (url) => {
      expect(chooseFrom(null, { url, title: 'T' })).toMatchObject({ links: [], address: '' });
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
    expect(choose({}, { canonical }).links[0]).toMatchObject({ value: url, source: 'canonical' });
  });

  it.each([
    ['another site', HERE, 'https://evil.de/2026/11/story'],
    ['a site whose name ends the same', HERE, 'https://notpaper.de/2026/11/story'],
    ['the bare home page', HERE, 'https://www.paper.de/'],
    ['script', HERE, 'javascript:alert(1)'],
    ['user name', HERE, 'https://www.paper.de@evil.de/'],
    ['a lost video', 'https://tube.de/watch?v=abc', 'https://tube.de/watch'],
    ['another video', 'https://tube.de/watch?v=abc', 'https://tube.de/watch?v=old'],
    ['a lost post on the home path', 'https://blog.de/?p=12', 'https://blog.de/'],
    ['a lost route', 'https://app.de/#/item/5', 'https://app.de/'],
  ])('is the tab’s when the canonical one is %s', (_, url, canonical) => {
    expect(choose({}, { url, canonical }).links).toEqual([{ value: url, source: 'tab', removed: [] }]);
  });

  it('is og:url when there is no canonical one that can be believed', () => {
    const [link] = choose({ 'og:url': '/best' }, { canonical: 'https://other.de/' }).links;
    expect(link).toMatchObject({ value: 'https://www.paper.de/best', source: 'og' });
  });

  it('resolves against the base of the document', () => {
    const [link] = choose({}, { canonical: 'c', baseUrl: 'https://www.paper.de/x/' }).links;
    expect(link?.value).toBe('https://www.paper.de/x/c');
  });

  it('leads from a cache copy to the page itself', () => {
    const url = 'https://www-paper-de.cdn.ampproject.org/c/s/www.paper.de/story';
    expect(choose({}, { url, canonical: 'https://www.paper.de/story' }).links).toMatchObject([
      { value: 'https://www.paper.de/story', source: 'canonical' },
      { value: url, source: 'tab' },
    ]);
  });

  it('says which trackers the tab’s address had, and can bring them back', () => {
    const url = `${HERE}?utm_source=x&fbclid=y&page=2`;
    expect(choose({}, { url })).toMatchObject({
      address: url,
      links: [
        { value: `${HERE}?page=2`, source: 'tab', removed: ['utm_source', 'fbclid'] },
        { value: url, source: 'address', removed: [] },
      ],
    });
  });

  it('is found in an address that only its trackers make too long', () => {
    const { links } = choose({}, { url: `${HERE}?utm_x=${'y'.repeat(3000)}` });
    expect(links).toEqual([{ value: HERE, source: 'tab', removed: ['utm_x'] }]);
  });
});

describe('the title', () => {
  it.each([
    [{ 'og:title': 'O', 'twitter:title': 'T' }, 'O', 'og'],
    [{ 'twitter:title': 'T' }, 'T', 'twitter'],
    [{ 'og:title': ' \u200b ' }, 'Page title', 'page'],
    [{}, 'Page title', 'page'],
  ])('%j → %s', (meta, text, source) => {
    expect(choose(meta).titles[0]).toEqual({ value: text, source });
  });

  it('falls back to the tab’s', () => {
    expect(choose({}, { title: '' }).titles).toEqual([{ value: 'Tab title', source: 'tab' }]);
  });

  it.each([
    ['The story | The Paper', 'The Paper', 'The story'],
    ['The story - THE PAPER', 'The Paper', 'The story'],
    ['A — b – The Paper', 'The Paper', 'A — b'],
    ['The Paper', 'The Paper', 'Page title'],
    ['Buy The Paper', 'The Paper', 'Buy The Paper'],
    ['Story | Other', 'The Paper', 'Story | Other'],
    ['  a \t b\u202e\u0007 ', '', 'a b'],
    ['Fish &amp; chips', '', 'Fish &amp; chips'],
    [`${'x'.repeat(999)}😀`, '', 'x'.repeat(999)],
  ])('%j on %j is %j', (title, site, text) => {
    expect(choose({ 'og:title': title, 'og:site_name': site }).titles[0]?.value).toBe(text);
  });
});

describe('description, selection', () => {
  it('takes the first description that is there', () => {
    expect(choose({ description: 'd', 'twitter:description': 't' }).descriptions[0]?.value).toBe('t');
    expect(choose({ description: 'd', 'og:description': 'o' }).descriptions[0]?.value).toBe('o');
  });

  it('makes a quote of what is selected', () => {
    const page = reading();
    expect(chooseFrom(page, page, { quote: ' One.\r\n\r\n  Two. ' })).toMatchObject({
      kind: 'selection',
      quote: 'One.\nTwo.',
    });
    expect(chooseFrom(page, page, { quote: ' \n ' })).toMatchObject({ kind: 'page', quote: null });
  });
});
