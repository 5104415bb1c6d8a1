// Why a write was refused; each API words it in its own dialect.

export type RefusalKind =
  | 'invalid'
  | 'not-found'
  | 'limit'
  | 'unauthorized'
  | 'duplicate'
  | 'in-the-past'
  | 'unreachable'
  | 'already-sent'
  | 'not-in-queue'
  | 'unexpected';

export interface Refusal {
  kind: RefusalKind;
  message: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export function refuse(kind: RefusalKind, message: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { kind, message } };
}

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

export const DUPLICATE_MESSAGE =
  "Whoops, it looks like you've posted that one recently. Unfortunately, we're not able to post the same thing again so soon!";
