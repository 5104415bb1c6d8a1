// What the checks that run inside a page see with: names, boxes, and what lies over what.

export interface Eyes {
  /** For a person to find it by. */
  name(element: Element): string;
  /** Drawn, and meant for the eye. */
  isSeen(element: Element): boolean;
  /** What is left of its box where it is cut by what scrolls or hides around it. */
  box(element: Element): DOMRect;
  /** The nearest around it that lies over the page: a panel, or what sticks to an edge; else the page's root. */
  layer(element: Element): Element;
  /** What can be pressed or filled in, each once: a field within its label is the label. */
  controls(root: ParentNode): HTMLElement[];
}

/** Runs in the page. */
export function openEyes(): Eyes {
  const style = (element: Element) => getComputedStyle(element);
  const name: Eyes['name'] = (element) => {
    const words = element.getAttribute('aria-label') ?? (element as HTMLElement).innerText ?? '';
    return `${element.localName}.${[...element.classList].join('.')} "${words.trim().slice(0, 40)}"`;
  };
  const isSeen: Eyes['isSeen'] = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('.hidden');
  const box: Eyes['box'] = (element) => {
    let { left, top, right, bottom } = element.getBoundingClientRect();
    for (let outer = element.parentElement; outer && outer !== document.body; outer = outer.parentElement) {
      if (style(outer).overflow === 'visible') continue;
      const edge = outer.getBoundingClientRect();
      [left, top] = [Math.max(left, edge.left), Math.max(top, edge.top)];
      [right, bottom] = [Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };
  const layer: Eyes['layer'] = (element) => {
    for (let outer: Element | null = element; outer; outer = outer.parentElement) {
      if (/sticky|fixed/.test(style(outer).position)) return outer;
    }
    return document.documentElement;
  };
  const controls: Eyes['controls'] = (root) => {
    const all = root.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, label:has(input)',
    );
    return [...all].filter((one) => isSeen(one) && !one.parentElement?.closest('label:has(input)'));
  };
  return { name, isSeen, box, layer, controls };
}
