// Why an accept was refused, in one word that every surface has a sentence for.
import type { AcceptProblem } from '@/lib/messages.ts';
import { AcceptRefused } from '@/lib/outbox/store.ts';

export function acceptProblem(error: unknown): AcceptProblem {
  if (error instanceof AcceptRefused) return error.reason;
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'disk-full' : 'failed';
}
