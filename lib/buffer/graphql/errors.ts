// Turns every way in which the GraphQL API says no into one Failure.
import { kindOfClassicCode } from '../classic-codes.ts';
import { BufferError, type ErrorKind, type Failure } from '../errors.ts';
import type { JsonAnswer } from '../http.ts';
import { readRateHeaders } from '../rate-headers.ts';
import type { ErrorEntry, Payload } from './schemas.ts';

// `extensions.code`: what was observed (UNAUTHENTICATED, RATE_LIMIT_EXCEEDED, GRAPHQL_VALIDATION_FAILED), and
// what https://developers.buffer.com/guides/error-handling.html lists.
const KIND_OF_EXTENSION: ReadonlyMap<unknown, ErrorKind> = new Map<unknown, ErrorKind>([
  ['UNAUTHENTICATED', 'unauthorized'],
  ['UNAUTHORIZED', 'unauthorized'],
  ['FORBIDDEN', 'forbidden'],
  ['NOT_FOUND', 'not-found'],
  ['RATE_LIMIT_EXCEEDED', 'rate-limited'],
  ['GRAPHQL_VALIDATION_FAILED', 'invalid'],
  ['BAD_USER_INPUT', 'invalid'],
  ['UNEXPECTED', 'server'],
]);

const KIND_OF_TYPENAME: ReadonlyMap<string, ErrorKind> = new Map<string, ErrorKind>([
  ['InvalidInputError', 'invalid'],
  ['LimitReachedError', 'queue-full'],
  ['NotFoundError', 'not-found'],
  // It speaks of the channel or the post; a dead token is HTTP 401.
  ['UnauthorizedError', 'forbidden'],
  ['UnexpectedError', 'server'],
  ['VoidMutationError', 'invalid'],
]);

const WINDOW_SECONDS: ReadonlyMap<unknown, number> = new Map<unknown, number>([
  ['15m', 900],
  ['24h', 86_400],
  ['30d', 2_592_000],
]);

// A 429 that says nothing of when to come back.
const UNKNOWN_WAIT_MS = 60_000;

/** An answer that cannot be believed: what it did is unknown. */
export function unreadable(answer: JsonAnswer, message: string): BufferError {
  return new BufferError({ kind: 'unreadable', message, status: answer.status });
}

/** The error of an answer that failed as a whole: by its status, and by the codes of its `errors`. */
export function errorOfAnswer(answer: JsonAnswer, errors: ErrorEntry[]): BufferError {
  const kind = kindOfStatus(answer.status) ?? kindOfErrors(errors) ?? kindOfRest(answer.status);
  return toError(answer, { kind, message: messageOf(errors) }, errors);
}

/** The error of a mutation's payload that is no success. */
export function errorOfPayload(answer: JsonAnswer, payload: Payload): BufferError {
  const message = payload.message ?? null;
  if (payload.__typename === 'RestProxyError') {
    const code = payload.code ?? null;
    const failure: Failure = { kind: kindOfClassicCode(code), message };
    if (code !== null) failure.code = code;
    if (payload.link) failure.link = payload.link;
    return toError(answer, failure, []);
  }
  return toError(answer, { kind: KIND_OF_TYPENAME.get(payload.__typename) ?? 'unreadable', message }, []);
}

function toError(answer: JsonAnswer, failure: Failure, errors: ErrorEntry[]): BufferError {
  const full: Failure = { ...failure, status: answer.status };
  if (failure.kind === 'rate-limited') full.retryAt = retryAtOf(answer, errors);
  return new BufferError(full);
}

/** The statuses that mean the same whatever the body says: a proxy's 403 or 502 is often not JSON. */
function kindOfStatus(status: number): ErrorKind | null {
  if (status === 401) return 'unauthorized';
  if (status === 429) return 'rate-limited';
  return status === 408 || status >= 500 ? 'server' : null;
}

/** Several errors count as one kind only if they agree; a mixture says nothing certain. */
function kindOfErrors(errors: ErrorEntry[]): ErrorKind | null {
  const kinds = new Set(errors.map((error) => KIND_OF_EXTENSION.get(error.extensions?.code) ?? null));
  const [kind] = kinds;
  return kinds.size === 1 && kind ? kind : null;
}

function kindOfRest(status: number): ErrorKind {
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  return status >= 400 ? 'invalid' : 'unreadable';
}

function messageOf(errors: ErrorEntry[]): string | null {
  return errors.find((error) => error.message)?.message ?? null;
}

/** Milliseconds since the epoch: the latest of what `Retry-After`, the named window and the body ask for. */
function retryAtOf(answer: JsonAnswer, errors: ErrorEntry[]): number {
  const read = readRateHeaders(answer.headers, answer.receivedAt);
  const asked = errors.flatMap(({ extensions }) => {
    const seconds = WINDOW_SECONDS.get(extensions?.window);
    const reset = read.windows.find(
      (window) => window.seconds !== null && window.seconds === seconds,
    )?.resetAt;
    const after = extensions?.retryAfter;
    return [reset ?? 0, typeof after === 'number' ? answer.receivedAt + after * 1000 : 0];
  });
  const empty = read.windows.filter((window) => window.remaining === 0).map((window) => window.resetAt ?? 0);
  const retryAt = Math.max(read.retryAt ?? 0, ...asked, ...empty);
  return retryAt > 0 ? retryAt : answer.receivedAt + UNKNOWN_WAIT_MS;
}
