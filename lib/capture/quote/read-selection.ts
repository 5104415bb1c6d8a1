// The function that is injected beside `readPage`: what is selected, and where among the page's words it stands.
import type { Place, SelectionReading } from './selection.ts';

/**
 * Reads what is selected, in the page, its open shadow trees or a frame of its origin; never throws, changes nothing.
 * Like `readPage` it refers to nothing outside of itself and reads through prototype getters. Null: nothing is selected.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: what is injected into a page can refer to nothing outside itself
export function readSelection(): SelectionReading | null {
  const deadline = performance.now() + 350;

  function attempt<T>(read: () => T, fallback: T): T {
    try {
      return read() ?? fallback;
    } catch {
      return fallback;
    }
  }
  function get<T = Node>(type: { prototype: object }, name: string, target: object): T {
    return Reflect.get(type.prototype, name, target);
  }
  function typeOf(node: Node): number {
    return get<number>(Node, 'nodeType', node);
  }
  /** Empty for what is no element. */
  function nameOf(node: Node): string {
    return typeOf(node) === 1 ? get<string>(Element, 'localName', node) : '';
  }
  function childrenOf(node: Node): ArrayLike<Node> {
    return get<NodeListOf<Node>>(Node, 'childNodes', node);
  }

  /** The document itself and its frames of the same origin, the one with the focus first. */
  function documents(owner: Document, depth = 0): Document[] {
    const active = get<Element | null>(Document, 'activeElement', owner);
    const list = Document.prototype.getElementsByTagName.call(owner, 'iframe');
    const frames = Array.from({ length: Math.min(list.length, 20) }, (_, index) => list.item(index));
    const inner = (frame: Element | null): Document[] => {
      const own =
        frame && attempt(() => get<Document | null>(HTMLIFrameElement, 'contentDocument', frame), null);
      return own && depth < 3 ? documents(own, depth + 1) : [];
    };
    const focused = frames.filter((frame) => frame === active).flatMap(inner);
    return [...focused, owner, ...frames.filter((frame) => frame !== active).flatMap(inner)];
  }
  /** Scripts are not to see into shadow trees: without these the range stands beside the host, and is empty. */
  function rangeOf(selection: Selection): AbstractRange {
    const shadowRoots: ShadowRoot[] = [];
    let range: AbstractRange = selection.getRangeAt(0);
    for (let depth = 0; depth < 10 && range.collapsed; depth++) {
      const host = nodeAt(range.startContainer, range.startOffset);
      const shadow = host && typeOf(host) === 1 && get<ShadowRoot | null>(Element, 'shadowRoot', host);
      if (!shadow) break;
      shadowRoots.push(shadow);
      range = selection.getComposedRanges({ shadowRoots })[0] ?? range;
    }
    return range;
  }
  /** A field is a shadow tree too, but of nobody's: the range stands before it or around it. */
  function fieldOf({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): Element | null {
    const isWithin = startContainer === endContainer && endOffset <= startOffset + 1;
    const node = isWithin && nodeAt(startContainer, startOffset);
    return node && /^(?:input|textarea)$/.test(nameOf(node)) ? (node as Element) : null;
  }
  function isSecret(field: Element): boolean {
    const said = (name: string): string => Element.prototype.getAttribute.call(field, name) ?? '';
    return (
      /^password$/i.test(said('type')) ||
      /(?:^|\s)(?:cc-|one-time-code|(?:current|new)-password)/i.test(said('autocomplete'))
    );
  }
  function isEditable(node: Node): boolean {
    const element = nameOf(node) ? node : get<Node | null>(Node, 'parentElement', node);
    return attempt(() => element !== null && get<boolean>(HTMLElement, 'isContentEditable', element), false);
  }

  /** The child that stands there; null in a text and behind the last child. */
  function nodeAt(container: Node, offset: number): Node | null {
    return typeOf(container) === 3 ? null : (childrenOf(container)[offset] ?? null);
  }
  const blocks: string[] = [];
  let block = '';
  let from: Place | null = null;
  let to: Place | null = null;
  let room = 400_000;

  function closeBlock(): void {
    if (block) blocks.push(block);
    block = '';
  }
  /** As the browser shows it: white space is collapsed where the style says so. */
  function append(data: string, whiteSpace: string, isSelected: boolean): void {
    const keepsLines = /pre|break-spaces/.test(whiteSpace);
    const keepsSpaces = keepsLines && whiteSpace !== 'pre-line';
    for (const [index, line] of (keepsLines ? data.split('\n') : [data]).entries()) {
      if (index) closeBlock();
      let text = keepsSpaces ? line : line.replace(/[ \t\n\r\f]+/g, ' ');
      if (!keepsSpaces && /(?:^| )$/.test(block)) text = text.replace(/^ /, '');
      if (isSelected && text.trim()) {
        from ??= { block: blocks.length, at: block.length + text.length - text.trimStart().length };
        to = { block: blocks.length, at: block.length + text.trimEnd().length };
      }
      block += text;
      room -= text.length;
    }
  }

  /** Goes through the page as it is shown, shadow trees included, until the block of the selection's end is over. */
  function walk(range: AbstractRange): boolean {
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const first = nodeAt(startContainer, startOffset);
    const behind = nodeAt(endContainer, endOffset);
    let [inside, isOver, isDone, count] = [false, false, false, 0];

    function leave(): void {
      inside = false;
      isOver = true;
    }
    function readText(node: Node, { visibility, whiteSpace }: CSSStyleDeclaration): void {
      const data = get<string>(CharacterData, 'data', node);
      if (data.length > room) throw new Error('too much');
      if (node === startContainer) inside = true;
      const begin = node === startContainer ? startOffset : inside ? 0 : data.length;
      const end = node === endContainer ? endOffset : inside ? data.length : begin;
      if (node === endContainer) leave();
      if (visibility !== 'visible') return;
      append(data.slice(0, begin), whiteSpace, false);
      append(data.slice(begin, end), whiteSpace, true);
      append(data.slice(end), whiteSpace, false);
    }
    function shownIn(element: Element): ArrayLike<Node> {
      const shadow = get<ShadowRoot | null>(Element, 'shadowRoot', element);
      const slotted = nameOf(element) === 'slot' && HTMLSlotElement.prototype.assignedNodes.call(element);
      return slotted && slotted.length > 0 ? slotted : childrenOf(shadow ?? element);
    }
    function readElement(element: Element): void {
      const style = getComputedStyle(element);
      const name = nameOf(element);
      if (style.display === 'none' || /^(?:script|style|noscript|template)$/.test(name)) return;
      const isInline = /^(?:inline|contents)$/.test(style.display) && !/^(?:br|img)$/.test(name);
      const isClosed = /^(?:audio|canvas|iframe|input|meter|object|progress|select|svg|textarea|video)$/.test(
        name,
      );
      if (!isInline) breakHere();
      const children = isClosed ? [] : shownIn(element);
      for (let index = 0; index < children.length; index++) visit(children[index] as Node, style);
      if (element === startContainer && !first) inside = true;
      if (element === endContainer && !behind) leave();
      if (!isInline) breakHere();
    }
    function breakHere(): void {
      closeBlock();
      isDone = isOver;
      if (isDone) throw new Error('done');
    }
    function visit(node: Node, style: CSSStyleDeclaration): void {
      if (++count % 128 === 0 && performance.now() > deadline) throw new Error('too late');
      if (node === first) inside = true;
      if (node === behind) leave();
      if (typeOf(node) === 3) readText(node, style);
      if (typeOf(node) === 1) readElement(node as Element);
    }
    const root = get<Element>(Document, 'documentElement', document);
    attempt(() => readElement(root), undefined);
    return isDone;
  }

  function reading(owner: Document): SelectionReading | null {
    const selection = Document.prototype.getSelection.call(owner);
    if (!selection?.rangeCount) return null;
    const range = rangeOf(selection);
    const field = fieldOf(range);
    if (field && isSecret(field)) return { text: '', secret: true, passage: null };
    // Words of an empty range stand in a closed tree, where nobody can say whether they may be read. Asking for the
    // words lays the page out: not for a caret.
    const text = range.collapsed && !field ? '' : selection.toString().trim().slice(0, 10_000);
    if (!text) return null;
    const isApart = owner !== document || window.top !== window || field || isEditable(range.startContainer);
    const isFound = !isApart && walk(range);
    return { text, secret: false, passage: isFound && from && to ? { blocks, from, to } : null };
  }
  return attempt(
    () =>
      documents(document)
        .map((owner) => attempt(() => reading(owner), null))
        .find((found) => found !== null),
    null,
  ) as SelectionReading | null;
}
