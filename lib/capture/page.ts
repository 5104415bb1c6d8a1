// The function that is injected into a page when the user acts. It reads and caps; choosing happens in `choose.ts`.

import type { JsonLd, PagePicture, PageReading } from './reading.ts';

/**
 * Reads the document it runs in; never throws, whatever the page does.
 * It is sent into the page as its own source text, so it refers to nothing outside of itself. It reads through
 * prototype getters: in a page's own world `<form name="title">` replaces `document.title`. Chromium keeps that out of
 * an extension's world (tried in 156), which no document promises.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: what is injected into a page can refer to nothing outside itself
export function readPage(): PageReading {
  let room = 64_000;
  const deadline = performance.now() + 700;

  function attempt<T>(read: () => T, fallback: T): T {
    try {
      return read() ?? fallback;
    } catch {
      return fallback;
    }
  }
  function cut(value: unknown, most: number): string {
    const text = typeof value === 'string' ? value.slice(0, Math.max(0, Math.min(most, room))) : '';
    room -= text.length;
    return text;
  }
  /** Half an address is a wrong address. */
  function whole(value: unknown, most = 2048): string {
    return typeof value === 'string' && value.length <= Math.min(most, room) ? cut(value.trim(), most) : '';
  }
  function get(type: { prototype: object }, name: string, target: object): unknown {
    return Reflect.get(type.prototype, name, target);
  }
  function attribute(element: Element, name: string): string {
    return Element.prototype.getAttribute.call(element, name) ?? '';
  }
  function textOf(element: Element): string {
    return String(get(Node, 'textContent', element)).trim();
  }
  function closest(element: Element, selector: string): Element | null {
    return Element.prototype.closest.call(element, selector);
  }
  function query(
    selector: string,
    root: Document | ShadowRoot,
    type: typeof Document | typeof DocumentFragment,
  ) {
    return type.prototype.querySelectorAll.call(root, selector);
  }
  /** The first elements of a name; a live list, which is walked no further than it is asked. */
  function* elements(name: string, most: number, root: Document | Element = document): Generator<Element> {
    const type = root === document ? Document : Element;
    const list = type.prototype.getElementsByTagName.call(root, name);
    for (let index = 0; index < most && performance.now() < deadline; index++) {
      const element = list.item(index);
      if (!element) return;
      yield element;
    }
  }

  function metaTags(): PageReading['meta'] {
    const tags: PageReading['meta'] = [];
    for (const element of elements('meta', 500)) {
      const name = [attribute(element, 'property'), attribute(element, 'name')]
        .map((name) => name.slice(0, 100).trim().toLowerCase())
        .find((name) => /^(?:og:|twitter:|(?:description|application-name)$)/.test(name));
      const content = attribute(element, 'content').slice(0, 2048).trim();
      if (room < 32_000) break;
      if (name && content && tags.length < 60)
        tags.push({ name: cut(name, 60), content: cut(content, 2048) });
    }
    return tags;
  }
  function links(): PageReading['links'] {
    const found: PageReading['links'] = [];
    for (const element of elements('link', 500)) {
      const rel = /(?:^|\s)(canonical|image_src)(?:\s|$)/i
        .exec(attribute(element, 'rel'))?.[1]
        ?.toLowerCase();
      const href = rel && found.length < 4 ? whole(attribute(element, 'href')) : '';
      if (href) found.push({ rel: rel as 'canonical', href });
    }
    return found;
  }

  /** What breaks most of the broken JSON-LD: comments around it, line breaks within words, commas before a bracket. */
  function mended(json: string): string {
    const text = json.replace(/<!\[CDATA\[|\]\]>/g, '').replace(/\s+/g, ' ');
    const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1;
    return text.slice(text.search(/[[{]/), end).replace(/,\s?([}\]])/g, '$1');
  }
  function jsonLd(): PageReading['jsonLd'] {
    const kept =
      '@graph @type @id @value headline name description url contentUrl mainEntity mainEntityOfPage title image thumbnailUrl publisher width height';
    let nodes = 0;
    function pruned(value: unknown, depth: number): JsonLd {
      if (typeof value !== 'object') return cut(String(value), 2048);
      if (!value || ++nodes > 200 || depth > 9 || room < 20_000) return null;
      if (Array.isArray(value)) return value.slice(0, 50).map((item) => pruned(item, depth + 1));
      const names = kept.split(' ').filter((name) => Object.hasOwn(value, name));
      return Object.fromEntries(names.map((name) => [name, pruned(Reflect.get(value, name), depth + 1)]));
    }
    const blocks: JsonLd[] = [];
    for (const script of elements('script', 500)) {
      if (!/^\s*application\/ld\+json\b/i.test(attribute(script, 'type'))) continue;
      const json = textOf(script);
      if (json.length > 300_000) continue;
      const parsed = attempt(() => JSON.parse(json), null) ?? attempt(() => JSON.parse(mended(json)), null);
      if (parsed) blocks.push(pruned(parsed, 0));
    }
    return blocks;
  }

  /** Null in what surrounds the page's own matter, and for what is not shown. */
  function placeOf(element: Element): PagePicture['place'] | null {
    if (closest(element, 'nav, aside, footer') || element.checkVisibility?.() === false) return null;
    if (closest(element, 'main, article, [role=main]')) return 'main';
    return closest(element, 'header') ? null : 'body';
  }
  function wordsOf(element: Element): { alt: string; caption: string } {
    const figure = closest(element, 'figure');
    const [caption] = figure ? elements('figcaption', 1, figure) : [];
    return {
      alt: cut(attribute(element, 'alt').trim(), 1000),
      caption: caption ? cut(textOf(caption), 1000) : '',
    };
  }
  function setsOf(image: Element): PagePicture['sets'] {
    const parent = closest(image, 'picture');
    return [...(parent ? elements('source', 10, parent) : []), image].map((element) => {
      const names = ['srcset', 'sizes', 'type', 'media'];
      const read = names.map((name) => [name, whole(attribute(element, name), 4096)]);
      return Object.fromEntries(read) as PagePicture['sets'][number];
    });
  }
  function picture(image: Element): PagePicture | null {
    const own = (name: string): unknown => get(HTMLImageElement, name, image);
    // A percentage is no size that is known.
    const said = ['width', 'height'].map((name) => ~~attribute(image, name));
    const lazy = 'src original lazy-src srcset lazy-srcset'
      .split(' ')
      .map((name) => attribute(image, `data-${name}`))
      .filter(Boolean);
    const shown = String(own('currentSrc'));
    const natural = [Number(own('naturalWidth')), Number(own('naturalHeight'))];
    const isPlaceholder = lazy.length > 0 && (Math.min(...natural) < 100 || /^data:/i.test(shown));
    const isLoaded = shown && !isPlaceholder;
    const [width = 0, height = 0] = isLoaded && natural[0] ? natural : said;
    const isTiny = (width && width < 100) || (height && height < 100);
    // What costs least is asked first: where an image stands is asked of few.
    if (isTiny || (isLoaded && !natural[0] && own('complete'))) return null;
    const place = placeOf(image);
    if (!place) return null;
    return {
      kind: 'img',
      src: whole(isLoaded ? shown : isPlaceholder ? '' : own('src')),
      sets: isLoaded ? [] : setsOf(image),
      lazy: isPlaceholder ? lazy.map((value) => whole(value, 4096)) : [],
      ...wordsOf(image),
      width,
      height,
      place,
    };
  }
  /** A video's poster, or the background of what may be a hero. */
  function backdrop(element: Element): PagePicture | null {
    const poster = attempt(() => get(HTMLVideoElement, 'poster', element), '');
    const drawn = getComputedStyle(element).backgroundImage;
    const src = whole(poster || /url\("((?:[^"\\]|\\.)+)"\)/.exec(drawn)?.[1]);
    const box = Element.prototype.getBoundingClientRect.call(element);
    const [width, height] = [Math.round(box.width), Math.round(box.height)];
    if (!src || width < 100 || height < 100 || closest(element, 'nav, aside, footer')) return null;
    const kind = poster ? 'poster' : 'background';
    return { kind, src, sets: [], lazy: [], ...wordsOf(element), width, height, place: 'body' };
  }
  /** Shadow trees and frames of the same origin, where the page itself shows next to nothing. */
  function* inner(hosts: Iterable<Element>): Generator<Element> {
    for (const host of hosts) {
      const name = get(Element, 'localName', host);
      if (name === 'img') yield host;
      const frame = name === 'iframe' ? get(HTMLIFrameElement, 'contentDocument', host) : null;
      const root = (frame ?? get(Element, 'shadowRoot', host)) as Document | ShadowRoot | null;
      if (root && performance.now() < deadline)
        yield* inner(query('*', root, frame ? Document : DocumentFragment));
    }
  }
  function pictures(isNamed: boolean): PagePicture[] {
    const found = new Map<Element, PagePicture>();
    function keep(candidates: () => Iterable<Element>, read: (element: Element) => PagePicture | null): void {
      for (const element of attempt(candidates, [])) {
        if (found.size >= 40 || room < 2000 || performance.now() > deadline) return;
        const picture = found.has(element) ? null : attempt(() => read(element), null);
        if (picture && (picture.src || picture.lazy.length || picture.sets.some(({ srcset }) => srcset)))
          found.set(element, picture);
      }
    }
    const main = Document.prototype.querySelector.call(document, 'main, article, [role=main]');
    if (main) keep(() => elements('img', 40, main), picture);
    keep(() => elements('img', 150), picture);
    keep(() => elements('video', 5), backdrop);
    if (isNamed || found.size > 2) return [...found.values()];
    keep(() => inner(elements('*', 3000)), picture);
    const heroes = '[style*=background i], [class*=hero i], [class*=cover i], header, section';
    keep(() => Array.from(query(heroes, document, Document)).slice(0, 20), backdrop);
    return [...found.values()];
  }
  function heading(): string {
    const [first] = elements('h1', 1);
    return first ? cut(textOf(first), 1000) : '';
  }
  function arrival(): { arrived: string; status: number } {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return { arrived: whole(entry?.name, 8192), status: entry?.responseStatus ?? 0 };
  }

  // In the order of what matters most: what comes first has the room. What no page can make throw is simply asked: each
  // function more is compiled at each injection.
  const page = {
    url: whole(window.location.href, 8192),
    baseUrl: whole(get(Document, 'baseURI', document), 8192),
    ...attempt(arrival, { arrived: '', status: 0 }),
    contentType: cut(get(Document, 'contentType', document), 100),
    complete: get(Document, 'readyState', document) !== 'loading',
    viewport: { width: window.innerWidth, height: window.innerHeight, ratio: window.devicePixelRatio },
    title: cut(get(Document, 'title', document), 1000),
    heading: attempt(heading, ''),
    links: attempt(links, []),
    meta: attempt(metaTags, []),
    jsonLd: attempt(jsonLd, []),
  };
  // Tags that in-page navigation has made stale name nothing.
  const isNamed =
    page.url === page.arrived && page.meta.some(({ name }) => /^(?:og|twitter):image/.test(name));
  return { ...page, images: attempt(() => pictures(isNamed), []) };
}
