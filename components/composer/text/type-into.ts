// Changes a text as if it were typed, so that the browser's own undo takes it back.

/** Leaves the caret and the focus where they are. In a field that is typed in just now nothing else may take the focus. */
export function typeInto(area: HTMLTextAreaElement, text: string): void {
  const focused = document.activeElement;
  const isAway = focused !== area;
  if (isAway && focused && 'selectionStart' in focused && focused.selectionStart !== null) area.value = text;
  else {
    typed(area, text);
    if (isAway && focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}

/** Only what differs is typed: the words before and behind it stay untouched, and so does a caret among them. */
function typed(area: HTMLTextAreaElement, text: string): void {
  const { value: before, selectionStart, selectionEnd } = area;
  let from = 0;
  while (from < text.length && before[from] === text[from]) from++;
  let behind = 0;
  while (
    behind < Math.min(text.length, before.length) - from &&
    before.at(-1 - behind) === text.at(-1 - behind)
  )
    behind++;
  area.focus({ preventScroll: true });
  area.setSelectionRange(from, before.length - behind);
  const piece = text.slice(from, text.length - behind);
  document.execCommand(piece ? 'insertText' : 'delete', false, piece);
  if (area.value !== text) area.value = text;
  const moved = (at: number) =>
    at <= from ? at : at >= before.length - behind ? at + text.length - before.length : text.length - behind;
  area.setSelectionRange(moved(selectionStart), moved(selectionEnd));
}
