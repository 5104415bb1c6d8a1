// Where a draft that waits is from, and when it was last changed.
import type { Draft } from '@/lib/drafts/draft.ts';
import { shortMoment } from '@/lib/platform/time.ts';

/** `example.org · today 17:30`; `now` in ms. */
export function draftOrigin({ pageUrl, changedAt }: Draft, now: number): string {
  const host = URL.canParse(pageUrl) ? new URL(pageUrl).host.replace(/^www\./, '') : '';
  return [host, changedAt > 0 ? shortMoment(changedAt, now) : ''].filter(Boolean).join(' · ');
}
