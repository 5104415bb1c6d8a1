// The keys of the small panels below the pictures, and where the focus goes after them.

/** Enter that neither submits the post nor ends a word of an input method. */
export function isPlainEnter({ key, ctrlKey, metaKey, isComposing }: KeyboardEvent): boolean {
  return key === 'Enter' && !ctrlKey && !metaKey && !isComposing;
}

export function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
