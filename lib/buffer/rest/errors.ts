// Turns every way in which the classic API says no into one Failure.
// Buffer switches this API off on 2027-02-01, and tried it out ("brownouts") on 2026-11-11 and 2026-12-09 (Buffer's
// announcement of 2026-07-27). What its addresses answer then is not documented, so whatever says that the address
// itself is gone counts as `retired`: it has done nothing, and what waits can wait for another way to Buffer.
import { kindOfClassicCode } from '../classic-codes.ts';
import { BufferError, type ErrorKind, type Failure } from '../errors.ts';
import type { JsonAnswer } from '../http.ts';
import { readRetryAfter } from '../rate-headers.ts';
import type { Envelope } from './schemas.ts';
import { type Words, wordsOf } from './words.ts';

// A 429 that says nothing of when to come back: the window is a minute.
const UNKNOWN_WAIT_MS = 60_000;

const GOODBYE = /\b(?:retired|retirement|deprecated|sunset|discontinued|migrat(?:e|ed|ion)|brown-?outs?)\b/i;

/** An answer that cannot be believed: what it did is unknown. */
export function unreadable(message: string, answer?: JsonAnswer): BufferError {
  return new BufferError({ kind: 'unreadable', message, ...(answer && { status: answer.status }) });
}

/** A call that was not made: the API cannot do what was asked for. */
export function refused(message: string): BufferError {
  return new BufferError({ kind: 'invalid', message, unsent: true });
}

/** What an answer says of itself; null for anything but a JSON object. */
type Said = Envelope | null;

/** The error that an answer is; null if it does not say that it failed. `commits`: whether a success changes something. */
export function errorOf(answer: JsonAnswer, said: Said, commits: boolean): BufferError | null {
  const code = codeOf(said);
  const words = messageOf(said);
  const kind = kindOf(answer, { code, words, said, commits });
  if (kind === null) return null;
  const failure: Failure = { kind, message: words.message, status: answer.status };
  if (code !== null) failure.code = code;
  if (words.link !== null) failure.link = words.link;
  if (kind === 'rate-limited') {
    failure.retryAt =
      readRetryAfter(answer.headers, answer.receivedAt) ?? answer.receivedAt + UNKNOWN_WAIT_MS;
  }
  return new BufferError(failure);
}

interface Reading {
  code: number | null;
  words: Words;
  said: Said;
  commits: boolean;
}

function kindOf(answer: JsonAnswer, reading: Reading): ErrorKind | null {
  const { status, instead } = answer;
  const { code, words, said, commits } = reading;
  const isFine = status >= 200 && status < 300;
  // Where data should be, a page or nothing says that the address is gone. A write may have been carried out.
  if (isFine && !failed(said, code))
    return !commits && (instead === 'page' || instead === 'nothing') ? 'retired' : null;
  if (status === 410) return 'retired';
  if (status === 429) return 'rate-limited';
  if (!isClassic(code) && GOODBYE.test(words.message ?? '')) return 'retired';
  // A proxy's 502 speaks before any code: what happened behind it cannot be told.
  if (status === 408 || status >= 500) return 'server';
  if (isClassic(code)) return kindOfClassicCode(code);
  // A lower code repeats an HTTP status, and counts as it: it comes under 200 as well.
  return kindOfStatus(code ?? (isFine ? 400 : status));
}

/** Failures come under 200 too. An update has an `error` of its own, which is no failure of the call. */
function failed(said: Said, code: number | null): boolean {
  return said?.success === false || (said?.success !== true && code !== null);
}

function kindOfStatus(status: number): ErrorKind {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  // Whatever the API still knows it misses by a code of its own (1010, 1020).
  if (status === 404 || status === 410) return 'retired';
  if (status === 429) return 'rate-limited';
  if (status === 408 || status >= 500) return 'server';
  return status >= 400 ? 'invalid' : 'unreadable';
}

/** The codes of Buffer's own table begin at 1000. */
function isClassic(code: number | null): boolean {
  return code !== null && code >= 1000;
}

/** A success has `code: false`. */
function codeOf(said: Said): number | null {
  return typeof said?.code === 'number' ? said.code : null;
}

function messageOf(said: Said): Words {
  const [error, message] = [wordsOf(said?.error), wordsOf(said?.message)];
  const link = wordsOf({ link: said?.link }).link;
  return { message: error.message ?? message.message, link: error.link ?? message.link ?? link };
}
