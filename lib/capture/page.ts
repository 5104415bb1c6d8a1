// The function that is injected into a page when the user acts. It reads and caps; choosing happens in `choose.ts`.

/** What a page says of itself, cut to at most 64,000 characters in all. */
export interface PageReading {
  url: string;
  baseUrl: string;
  title: string;
  /** The attribute as written, to be resolved against `baseUrl`. */
  canonical: string | null;
  /** `og:*`, `twitter:*` and `description` in the page's order; names in lower case. */
  meta: { name: string; content: string }[];
  /** Pictures of the body that are at least 100 px wide and high. */
  images: { src: string; alt: string; width: number; height: number }[];
  selection: string;
  lang: string;
}

/**
 * Reads the document it runs in; never throws, whatever the page does.
 * It is sent into the page as its own source text, so it refers to nothing outside of itself. It reads through
 * prototype getters, because `<form name="title">` replaces `document.title` in every world.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: what is injected into a page can refer to nothing outside itself
export function readPage(): PageReading {
  let room = 64_000;
  const deadline = Date.now() + 1000;

  function attempt<T>(read: () => T, fallback: T): T {
    try {
      return read() ?? fallback;
    } catch {
      return fallback;
    }
  }
  function cut(value: unknown, most: number): string {
    const text = typeof value === 'string' ? value.slice(0, Math.min(most, room)) : '';
    room -= text.length;
    return text;
  }
  /** Half an address is a wrong address. */
  function whole(value: unknown): string {
    return typeof value === 'string' && value.length <= Math.min(2048, room) ? cut(value, 2048) : '';
  }
  function get(owner: object, name: string, target: object): unknown {
    return Reflect.get(owner, name, target);
  }
  function attribute(element: Element, name: string): string {
    return Element.prototype.getAttribute.call(element, name) ?? '';
  }
  function all(selector: string, most: number): Element[] {
    const found = Document.prototype.querySelectorAll.call(document, selector);
    return Array.from({ length: Math.min(found.length, most) }, (_, index) => found[index] as Element);
  }

  function metaTags(): PageReading['meta'] {
    const tags: PageReading['meta'] = [];
    for (const element of all('meta[property], meta[name]', 500)) {
      const names = [attribute(element, 'property'), attribute(element, 'name')];
      const name = names
        .map((name) => name.trim().toLowerCase())
        .find((name) => /^(?:og:|twitter:|description$)/.test(name));
      const content = attribute(element, 'content').slice(0, 2048).trim();
      if (name && content && tags.length < 60)
        tags.push({ name: cut(name, 60), content: cut(content, 2048) });
    }
    return tags;
  }
  function picture(image: Element): PageReading['images'][number] | null {
    const own = (name: string): unknown => get(HTMLImageElement.prototype, name, image);
    const width = Number(own('naturalWidth')) || Number.parseInt(attribute(image, 'width'), 10) || 0;
    const height = Number(own('naturalHeight')) || Number.parseInt(attribute(image, 'height'), 10) || 0;
    if (width < 100 || height < 100) return null;
    const src = whole(own('currentSrc') || own('src'));
    return src ? { src, alt: cut(attribute(image, 'alt').trim(), 1000), width, height } : null;
  }
  function pictures(): PageReading['images'] {
    const found: PageReading['images'] = [];
    for (const image of all('img', 5000)) {
      if (found.length === 60 || Date.now() > deadline) break;
      const read = attempt(() => picture(image), null);
      if (read) found.push(read);
    }
    return found;
  }

  return {
    url: attempt(() => cut(window.location.href, 8192), ''),
    baseUrl: attempt(() => cut(get(Document.prototype, 'baseURI', document), 8192), ''),
    title: attempt(() => cut(get(Document.prototype, 'title', document), 1000), ''),
    canonical: attempt(
      () => whole(attribute(all('link[rel~="canonical" i][href]', 1)[0] as Element, 'href')) || null,
      null,
    ),
    lang: attempt(
      () => cut(attribute(get(Document.prototype, 'documentElement', document) as Element, 'lang'), 35),
      '',
    ),
    selection: attempt(() => cut(window.getSelection()?.toString().trim(), 10_000), ''),
    meta: attempt(metaTags, []),
    images: attempt(pictures, []),
  };
}
