// Chooses link, title, description and pictures from what a page says of itself.
import { safeUrl } from '../buffer/safe-url.ts';
import type { Capture, CaptureOptions, Option, Source, TabInfo } from './capture.ts';
import { chooseLinks, isCacheCopy } from './choose-link.ts';
import { chooseTitles, hostNames, optionsOf, plainTitle, uncounted } from './choose-title.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { siteNames, subjectOf, type Thing, thingsOf } from './json-ld.ts';
import { choosePictures } from './pictures/choose-pictures.ts';
import { documentReading, isPage } from './plain-document.ts';
import type { PageReading } from './reading.ts';
import { isSamePage } from './same-address.ts';
import { isSource, lessOf } from './special.ts';
import { withoutStale } from './stale.ts';

const MOST_DESCRIPTION = 1000;

/**
 * What a post about this page starts from; `reading` is null when the page could not be read, and then the tab's
 * address and title are all there is. With `quote`, the selected words, it is a capture of kind `selection`.
 */
export function chooseFrom(reading: PageReading | null, tab: TabInfo, options: CaptureOptions = {}): Capture {
  const less = lessOf(reading, tab);
  if (!reading) return { ...fromTab(tab), less };
  const names = namesOf(reading);
  const plain = (title: string): string => plainTitle(uncounted(cleanLine(title, 1000)), names);
  const isSameTitle = (a: string, b: string): boolean => a !== '' && plain(a) === plain(b);
  const page = isPage(reading) ? withoutStale(reading, isSameTitle) : documentReading(reading, tab.title);
  const subject = subjectOf(thingsOf(page.jsonLd), (url) => url !== '' && isSamePage(url, page.url));
  const titles = chooseTitles(titlesOf(page, isPage(page) ? tab.title : '', subject), names);
  const quote = cleanText(options.quote ?? '', 10_000) || null;
  return {
    kind: quote ? 'selection' : 'page',
    pageUrl: reading.url || tab.url,
    address: safeUrl(reading.url || tab.url) ?? '',
    links: linksOf(page, tab),
    titles,
    descriptions: descriptionsOf(page, subject).filter(
      ({ value }) => !isSameTitle(value, titles[0]?.value ?? ''),
    ),
    ...choosePictures(page, subject?.images ?? [], options),
    quote,
    less,
  };
}

function fromTab(tab: TabInfo): Omit<Capture, 'less'> {
  const url = tab.url.replace(/^view-source:/i, '');
  return {
    kind: 'page',
    pageUrl: tab.url,
    address: safeUrl(url) ?? '',
    links: chooseLinks(url, []),
    titles: optionsOf([[isSource(tab) ? '' : cleanLine(tab.title, 1000), 'tab']]),
    descriptions: [],
    pictures: [],
    unusable: [],
    quote: null,
  };
}

/** The first value that the page gives under this name. */
function tag({ meta }: PageReading, name: string): string {
  return meta.find((tag) => tag.name === name)?.content ?? '';
}

/** All by which its titles may call the site. */
function namesOf(reading: PageReading): string[] {
  const said = [tag(reading, 'og:site_name'), tag(reading, 'application-name')];
  const copied = URL.parse(reading.links[0]?.href ?? '', reading.baseUrl);
  const page = URL.parse(reading.url);
  const host = page && isCacheCopy(page) && copied ? copied.href : reading.url;
  const names = [...said, ...siteNames(thingsOf(reading.jsonLd)), ...hostNames(host)];
  return names.map((name) => cleanLine(name, 200)).filter(Boolean);
}

function linksOf(page: PageReading, tab: TabInfo): Capture['links'] {
  const base = page.baseUrl || page.url;
  const canonical = page.links.filter(({ rel }) => rel === 'canonical').slice(0, 1);
  return chooseLinks(page.url || tab.url, [
    ...canonical.map(({ href }) => ({ source: 'canonical' as const, value: href, base })),
    { source: 'og', value: tag(page, 'og:url'), base },
  ]);
}

function titlesOf(page: PageReading, tabTitle: string, subject: Thing | null): [string, Source][] {
  return [
    [tag(page, 'og:title'), 'og'],
    [tag(page, 'twitter:title'), 'twitter'],
    [subject?.title ?? '', 'json-ld'],
    [page.title, 'page'],
    [page.heading, 'heading'],
    [tabTitle, 'tab'],
  ];
}

function descriptionsOf(page: PageReading, subject: Thing | null): Option[] {
  const candidates: [string, Source][] = [
    [tag(page, 'og:description'), 'og'],
    [tag(page, 'twitter:description'), 'twitter'],
    [tag(page, 'description'), 'page'],
    [subject?.description ?? '', 'json-ld'],
  ];
  return optionsOf(
    candidates.map(([text, source]) => [cleanLine(withoutMarkup(text), MOST_DESCRIPTION), source]),
  );
}

/** Some systems write their editor's mark-up into the description. */
function withoutMarkup(text: string): string {
  return text
    .replace(/<!--.*?-->/gs, '')
    .replace(/<\/?(?:p|br|div|li|ul|ol|tr|td|h\d)\b[^<>]*>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '');
}
