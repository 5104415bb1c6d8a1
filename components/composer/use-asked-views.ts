// What is drawn only when somebody asks for it, or is rarely there, is loaded once the composer has come to rest.
import { signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { askedViews } from './asked-views.ts';
import { settled } from './settled.ts';

export type AskedViews = typeof askedViews;

const views = signal<AskedViews | null>(null);

async function load(): Promise<void> {
  views.value = (await import('./asked-views.ts')).askedViews;
}

void settled.then(load);

/** Null until they have come; where they are needed at once, that does not wait for rest. */
export function useAskedViews(areNeeded = false): AskedViews | null {
  useLayoutEffect(() => void (areNeeded && load()), [areNeeded]);
  return views.value;
}
