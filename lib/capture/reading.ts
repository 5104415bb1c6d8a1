// What a page says of itself, as plain data: what `page.ts` brings back and the choosers choose from.

/** The window that a page is shown in: CSS pixels, and how many of the screen's make up one of them. */
export interface Viewport {
  width: number;
  height: number;
  ratio: number;
}

/** An image as the page holds it. */
export interface PagePicture {
  kind: 'img' | 'poster' | 'background';
  /** What the browser shows; where it has loaded nothing the address in `src`, empty if that is a placeholder. */
  src: string;
  /** Only where nothing is loaded: the candidates as written, of `<source>` elements first, the image's own last. */
  sets: { srcset: string; sizes: string; type: string; media: string }[];
  /** Where a script is to load it: `data-src` and its likes, as written. */
  lazy: string[];
  alt: string;
  caption: string;
  /** Pixels; 0 when not known. */
  width: number;
  height: number;
  /** In the article or elsewhere; what stands in navigation, footers and the like is not read at all. */
  place: 'main' | 'body';
}

/** JSON as the page gives it, with no other names than those that the choosers know; numbers are words. */
export type JsonLd = string | null | JsonLd[] | { [name: string]: JsonLd };

/** What a page says of itself, cut to at most 64,000 characters in all. */
export interface PageReading {
  url: string;
  baseUrl: string;
  /** The address under which the document was loaded: in-page navigation does not change it. */
  arrived: string;
  /** The HTTP status; 0 when not known. */
  status: number;
  contentType: string;
  /** False while the document is still being parsed. */
  complete: boolean;
  viewport: Viewport;
  title: string;
  heading: string;
  /** As written, to be resolved against `baseUrl`. */
  links: { rel: 'canonical' | 'image_src'; href: string }[];
  /** `og:*`, `twitter:*`, `description` and `application-name` in the page's order; names in lower case. */
  meta: { name: string; content: string }[];
  /** Its JSON-LD blocks, at most 200 objects and lists in all. */
  jsonLd: JsonLd[];
  images: PagePicture[];
}
