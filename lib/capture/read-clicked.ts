// The function that is injected into the frame of a click: what its page calls the link, the image or the video.
import type { ClickedReading } from './clicked.ts';

/**
 * Finds what was clicked by its address; of several with the same one, that under the pointer, else the first that says
 * something. Never throws. Like `readPage` it refers to nothing outside of itself and reads through prototype getters.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: what is injected into a page can refer to nothing outside itself
export function readClicked(linkUrl: string, srcUrl: string): ClickedReading {
  const deadline = performance.now() + 350;

  function attempt<T>(read: () => T, fallback: T): T {
    try {
      return read() ?? fallback;
    } catch {
      return fallback;
    }
  }
  function get(type: { prototype: object }, name: string, target: object): unknown {
    return Reflect.get(type.prototype, name, target);
  }
  function attribute(element: Element, name: string): string {
    return (Element.prototype.getAttribute.call(element, name) ?? '').trim().slice(0, 1000);
  }
  function inner(element: Element, selector: string): Element | null {
    return Element.prototype.querySelector.call(element, selector);
  }
  /** All of a name, in open shadow trees too. */
  function elements(selector: string): Element[] {
    const found: Element[] = [];
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      const type = root.nodeType === 9 ? Document : DocumentFragment;
      for (const element of type.prototype.querySelectorAll.call(root, '*')) {
        if (performance.now() > deadline) return found;
        const shadow = get(Element, 'shadowRoot', element) as ShadowRoot | null;
        if (shadow) roots.push(shadow);
        if (Element.prototype.matches.call(element, selector)) found.push(element);
      }
    }
    return found;
  }
  function clicked(candidates: Element[], says: (element: Element) => unknown): Element | undefined {
    const isUnder = (element: Element): boolean => Element.prototype.matches.call(element, ':hover, :focus');
    return candidates.find(isUnder) ?? candidates.find(says) ?? candidates[0];
  }

  function hrefOf(anchor: Element): string {
    const href = attempt(() => get(HTMLAnchorElement, 'href', anchor), null);
    if (typeof href === 'string') return href;
    const written = attribute(anchor, 'href') || attribute(anchor, 'xlink:href');
    return attempt(() => new URL(written, document.baseURI).href, '');
  }
  function textOf(element: Element): string {
    const shown = attempt(() => get(HTMLElement, 'innerText', element), null);
    const text = String(shown ?? get(Node, 'textContent', element));
    return text.slice(0, 4000).replace(/\s+/g, ' ').trim().slice(0, 1000);
  }
  function titleOf(anchor: Element): string {
    const image = inner(anchor, 'img[alt]:not([alt=""])');
    return (
      textOf(anchor) ||
      attribute(anchor, 'title') ||
      attribute(anchor, 'aria-label') ||
      (image ? attribute(image, 'alt') : '')
    );
  }
  function link(): string {
    const candidates = elements('a[href], area[href], a').filter((anchor) => hrefOf(anchor) === linkUrl);
    const anchor = clicked(candidates, titleOf);
    return anchor ? titleOf(anchor) : '';
  }

  function wordsOf(element: Element): string {
    const figure = Element.prototype.closest.call(element, 'figure');
    const caption = figure && inner(figure, 'figcaption');
    return attribute(element, 'alt') || (caption ? textOf(caption) : '');
  }
  function picture(): ClickedReading['picture'] {
    const media = elements('img, video').filter((element) =>
      ['currentSrc', 'src'].some((name) =>
        [HTMLImageElement, HTMLMediaElement].some(
          (type) => attempt(() => get(type, name, element), '') === srcUrl,
        ),
      ),
    );
    const element = clicked(media, wordsOf);
    if (!element) return null;
    const alt = wordsOf(element);
    if (get(Element, 'localName', element) === 'video')
      return { url: String(get(HTMLVideoElement, 'poster', element)), alt, width: 0, height: 0 };
    const [width = 0, height = 0] = ['naturalWidth', 'naturalHeight'].map((name) =>
      Number(get(HTMLImageElement, name, element)),
    );
    return { url: srcUrl, alt, width, height };
  }
  return { title: linkUrl ? attempt(link, '') : '', picture: srcUrl ? attempt(picture, null) : null };
}
