// Why an accept was refused, in one word that every surface has a sentence for.
import type { AcceptProblem } from '@/lib/messages.ts';
import { AcceptRefused } from '@/lib/outbox/store.ts';

/**
 * What IndexedDB says when it cannot write: a quota that is used up has its own name, while on a disk that is really
 * full Chromium aborts the transaction, and fails with `UnknownError` to open the database from then on.
 */
const NOT_WRITABLE: readonly string[] = ['QuotaExceededError', 'UnknownError', 'AbortError'];

export function acceptProblem(error: unknown): AcceptProblem {
  if (error instanceof AcceptRefused) return error.reason;
  return error instanceof DOMException && NOT_WRITABLE.includes(error.name) ? 'disk-full' : 'failed';
}
