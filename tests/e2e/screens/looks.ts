// What a person would see as broken and a program can tell by boxes. Each check runs in the page and names what it finds.
import type { Eyes } from './eyes.ts';

function sideways(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide, and ${clientWidth} are seen`] : [];
}

/** What ends the writing is in view wherever one is. */
function outOfView({ name, isSeen }: Eyes): string[] {
  const ending = [...document.querySelectorAll('.writing [type="submit"], .outcome > footer button')];
  return ending.filter(isSeen).flatMap((button) => {
    const { left, top, right, bottom } = button.getBoundingClientRect();
    const isIn = left >= 0 && top >= 0 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5;
    return isIn ? [] : [`${name(button)} reaches from ${left}, ${top} to ${right}, ${bottom}`];
  });
}

/** A footer that sticks leaves room for what it is about. */
function crowdedOut({ isSeen }: Eyes): string[] {
  const footers = [...document.querySelectorAll('.writing > footer, .outcome > footer')].filter(isSeen);
  return footers.flatMap((footer) => {
    const { height } = footer.getBoundingClientRect();
    return height > innerHeight * 0.6 ? [`the footer takes ${height} of ${innerHeight}`] : [];
  });
}

/** Words that end where their box ends, with no sign that there are more, or that stand outside of their plate. */
function cutOff({ name, isSeen }: Eyes): string[] {
  const isPlate = ({ backgroundColor, borderRightWidth, display }: CSSStyleDeclaration) =>
    display !== 'inline' && (!/, 0\)$|transparent/.test(backgroundColor) || borderRightWidth !== '0px');
  const wrong = (rect: DOMRect, around: Element): string | null => {
    for (let outer: Element | null = around; outer; outer = outer.parentElement) {
      const style = getComputedStyle(outer);
      const edge = outer.getBoundingClientRect();
      const [isWide, isHigh] = [
        rect.left < edge.left - 1 || rect.right > edge.right + 1,
        rect.top < edge.top - 3 || rect.bottom > edge.bottom + 3,
      ];
      if (/auto|scroll/.test(style.overflowX + style.overflowY)) return null;
      if (/hidden|clip/.test(style.overflowX)) {
        if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return null;
        return isWide || isHigh ? `is cut off by ${name(outer)}` : null;
      }
      if (isWide && isPlate(style)) return `sticks out of ${name(outer)}`;
      if (/absolute|fixed/.test(style.position)) return null;
    }
    return null;
  };
  const found = new Set<string>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const around = node.parentElement;
    if (!around || !node.textContent?.trim() || !isSeen(around) || around.closest('option')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      const what = rect.width > 1 ? wrong(rect, around) : null;
      if (what) found.add(`"${node.textContent.trim().slice(0, 40)}" ${what}`);
    }
  }
  return [...found];
}

/** What is one word, or a few, on a plate of its own stands in one line. */
function wrapped({ name, isSeen }: Eyes): string[] {
  const plates = [...document.querySelectorAll('.button, .pill, .popup-header .title, .segments label')];
  return plates.filter(isSeen).flatMap((plate) => {
    const range = document.createRange();
    range.selectNodeContents(plate);
    const tops = [...range.getClientRects()].map(({ top, height }) => top + height / 2);
    return Math.max(...tops) - Math.min(...tops) > 12 ? [`${name(plate)} has more than one line`] : [];
  });
}

/** Two controls over one another, unless one lies within the other as a mark on it does, and both can be pressed. */
function overOneAnother({ name, box, layer, controls }: Eyes): string[] {
  const all = controls(document).map((element) => ({ element, box: box(element), layer: layer(element) }));
  const isPressed = ({ element, box: { x, y, width, height } }: (typeof all)[number]) => {
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    return !hit || layer(hit) !== layer(element) || element.contains(hit) || hit.contains(element);
  };
  return all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((other) => {
      const [a, b] = [one.box, other.box];
      if (one.layer !== other.layer || one.element.contains(other.element)) return [];
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (width <= 1 || height <= 1) return [];
      const isWithin = width * height >= Math.min(a.width * a.height, b.width * b.height) - 1;
      if (isWithin && isPressed(one) && isPressed(other)) return [];
      return [`${name(one.element)} and ${name(other.element)} share ${width} × ${height}`];
    }),
  );
}

function torn({ name, isSeen }: Eyes): string[] {
  const pictures = [...document.images].filter(
    (one) => isSeen(one) && one.complete && one.naturalWidth === 0,
  );
  return pictures.map((one) => `${name(one)} ${one.src} is torn`);
}

/** Whatever takes the focus is scrolled clear of what sticks to the edges. Moves the focus, and brings it back. */
function behindTheFooter({ name, layer, controls }: Eyes): string[] {
  const footer = document.querySelector('.writing > footer, .outcome > footer');
  const scroll = footer?.parentElement?.querySelector(':scope > .scroll');
  if (!footer || !scroll || document.querySelector(':popover-open, dialog[open]')) return [];
  const [before, at] = [document.activeElement as HTMLElement | null, scrollY];
  const found = controls(scroll).flatMap((control) => {
    const field = control.localName === 'label' ? control.querySelector('input') : control;
    if (layer(control) !== document.documentElement || field?.matches(':disabled, [tabindex="-1"]'))
      return [];
    field?.focus();
    const { top, bottom, height } = control.getBoundingClientRect();
    const edge = footer.getBoundingClientRect().top;
    const isClear = top >= -1 && bottom <= edge + 1;
    // Of a text the browser shows the line that is written; what is higher than the room shows at least one.
    const shows =
      (height > edge || field?.localName === 'textarea') && Math.min(bottom, edge) - Math.max(top, 0) >= 14;
    return isClear || shows
      ? []
      : [`${name(control)} has the focus from ${top} to ${bottom}, behind ${edge}`];
  });
  before?.focus({ preventScroll: true });
  for (const one of scroll.querySelectorAll('*')) one.scrollTo(0, 0);
  scrollTo(0, at);
  return found;
}

export const LOOKS = {
  sideways,
  outOfView,
  crowdedOut,
  cutOff,
  wrapped,
  overOneAnother,
  torn,
  behindTheFooter,
};
