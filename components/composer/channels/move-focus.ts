// The keys of a row of checkboxes: arrows go along it, a digit presses the one in that place.

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** To be called for keys that are pressed inside of the row's element. */
export function moveFocus(
  event: KeyboardEvent & { currentTarget: Element; target: EventTarget | null },
): void {
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('.chip input')];
  const at = boxes.indexOf(event.target as HTMLInputElement);
  if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = STEPS[event.key];
  const pressed = /^[1-9]$/.test(event.key) ? boxes[Number(event.key) - 1] : undefined;
  if (step) boxes.at((at + step) % boxes.length)?.focus();
  else if (pressed) pressed.click();
  else return;
  event.preventDefault();
}
