// The reader as the browser runs it, on a document that a test writes.
import { readPage } from '../../../lib/capture/page.ts';
import type { PageReading } from '../../../lib/capture/reading.ts';

/** Runs the function from its source text alone. */
export function inject(): PageReading {
  return new Function(`return (${readPage.toString()})()`)();
}

export function page(head: string, body = ''): void {
  document.head.innerHTML = head;
  document.body.innerHTML = body;
}

/** How many characters of the page a reading holds. */
export function charactersOf(reading: unknown): number {
  let characters = 0;
  JSON.stringify(reading, (_, value: unknown) => {
    if (typeof value === 'string') characters += value.length;
    return value;
  });
  return characters;
}
