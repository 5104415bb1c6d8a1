// Chooses link, title, description and pictures from what a page says of itself.
import type { Capture, CapturedLink, CaptureOptions, Source, TabInfo } from './capture.ts';
import { chooseLink } from './choose-link.ts';
import { choosePictures } from './choose-pictures.ts';
import { cleanText } from './clean-text.ts';
import type { PageReading } from './page.ts';

/** The first value of the first of these names that the page gives. */
function metaOf(reading: PageReading, names: string[]): string {
  for (const name of names) {
    const tag = reading.meta.find((tag) => tag.name === name);
    if (tag) return tag.content;
  }
  return '';
}

/**
 * What a post about this page starts from; `reading` is null when the page could not be read, and then the tab's
 * address and title are all there is (`unreadable`). A page with a selection gives a capture of kind `selection`.
 */
export function chooseFrom(reading: PageReading | null, tab: TabInfo, options: CaptureOptions = {}): Capture {
  if (!reading) return unreadable(tab);
  const quote = cleanText(reading.selection, 10_000) || null;
  return {
    kind: quote ? 'selection' : 'page',
    pageUrl: reading.url || tab.url,
    link: linkFrom(reading, tab),
    title: titleFrom(reading, tab),
    description: cleanText(metaOf(reading, ['og:description', 'twitter:description', 'description']), 1000),
    pictures: choosePictures(reading, options),
    quote,
    unreadable: false,
  };
}

function unreadable(tab: TabInfo): Capture {
  return {
    kind: 'page',
    pageUrl: tab.url,
    link: chooseLink(tab.url, []),
    title: { text: cleanText(tab.title, 1000), source: 'tab' },
    description: '',
    pictures: [],
    quote: null,
    unreadable: true,
  };
}

function linkFrom(reading: PageReading, tab: TabInfo): CapturedLink {
  const resolve = (source: Source, value: string) => ({
    source,
    value,
    base: reading.baseUrl || reading.url,
  });
  return chooseLink(reading.url || tab.url, [
    resolve('canonical', reading.canonical ?? ''),
    resolve('og', metaOf(reading, ['og:url'])),
  ]);
}

function titleFrom(reading: PageReading, tab: TabInfo): Capture['title'] {
  const candidates: [string, Source][] = [
    [metaOf(reading, ['og:title']), 'og'],
    [metaOf(reading, ['twitter:title']), 'twitter'],
    [reading.title, 'page'],
    [tab.title, 'tab'],
  ];
  const site = cleanText(metaOf(reading, ['og:site_name']), 200);
  for (const [value, source] of candidates) {
    const text = withoutSite(cleanText(value, 1000), site);
    if (text) return { text, source };
  }
  return { text: '', source: 'tab' };
}

/** "The story | The Paper" is "The story" on a site that calls itself The Paper. */
function withoutSite(title: string, site: string): string {
  if (!site || !title.toLowerCase().endsWith(site.toLowerCase())) return title;
  const rest = title.slice(0, -site.length);
  const story = rest.replace(/\s+[|\-–—·•:»]\s*$/, '');
  return story && story !== rest ? story : title;
}
