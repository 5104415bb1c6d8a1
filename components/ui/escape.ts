// Escape closes what is open in the popup, and not the popup: left to itself, Chrome closes both.

export function closeOnEscape(event: KeyboardEvent, close: () => void): void {
  if (event.key !== 'Escape' || event.isComposing) return;
  event.preventDefault();
  event.stopPropagation();
  close();
}
