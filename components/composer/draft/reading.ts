// A page as it was read, together with the draft that is kept of it: both are there before anything is drawn of either.
import type { ComposerPorts } from '@/components/composer/composer.ports.ts';
import type { Capture } from '@/lib/capture/capture.ts';
import { draftKey } from '@/lib/capture/to-draft.ts';
import type { Draft } from '@/lib/drafts/draft.ts';

export interface Reading {
  capture: Capture;
  /** Null if none is kept. */
  stored: Draft | null;
}

export async function withDraft(
  reading: Capture | Promise<Capture>,
  { loadDraft }: Pick<ComposerPorts, 'loadDraft'>,
): Promise<Reading> {
  const capture = await reading;
  return { capture, stored: await loadDraft(draftKey(capture)) };
}
