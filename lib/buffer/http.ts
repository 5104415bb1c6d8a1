// One call over HTTP: no retry, no cookies, no redirect, and the credential for its own origin only.
import ky from 'ky';
import type { Purpose } from './budget.ts';
import { BufferError } from './errors.ts';

/** What a call's answer tells besides its body; the times are milliseconds since the epoch. */
export interface AnswerSeen {
  status: number;
  headers: Headers;
  sentAt: number;
  receivedAt: number;
}

/** What the transport needs from its surroundings. */
export interface HttpDeps {
  fetch: typeof globalThis.fetch;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** The bearer token; rejects with `BufferError`. */
  token: () => Promise<string>;
  /** Called once for every answer that came, good or bad: for the rate budget and the server's clock. */
  observe: (answer: AnswerSeen) => void;
  /**
   * Reserves the rate budget for one call, durably; rejects with `BufferError` (`rate-limited`, unsent) when there
   * is none. The first call of a back-end's method is its caller's to reserve, each further one is reserved here.
   */
  reserve?: (purpose: Purpose) => Promise<void>;
  /** How long a call may take, body and all; 20 s unless told. */
  timeoutMs?: number;
}

/** An answer; `body` is undefined when it is not JSON. */
export interface JsonAnswer extends AnswerSeen {
  body: unknown;
  /** What came instead of JSON: nothing at all, a page, or something else (half an answer, one that is too long). */
  instead: 'nothing' | 'page' | 'other' | null;
}

/** Names and values in the order in which they are sent. A name may come again, and stands as it is: `order[]`. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** Calls to addresses of one origin. They reject with `BufferError` if no whole answer came. */
export interface Http {
  get(path: string, query?: Fields): Promise<JsonAnswer>;
  /** Posts a form: `application/x-www-form-urlencoded`. */
  form(path: string, fields?: Fields): Promise<JsonAnswer>;
  /** Posts JSON. */
  post(path: string, json: unknown): Promise<JsonAnswer>;
}

// A worker is ended 30 s after its last event; a call has to be over before that.
const TIMEOUT_MS = 20_000;
const MOST_BYTES = 1_000_000;

/** Makes the transport to one origin (`https://host`); addresses of other origins are refused. */
export function createHttp(origin: string, deps: HttpDeps): Http {
  const home = new URL(origin).origin;
  const call = async (path: string, options: Options): Promise<JsonAnswer> => {
    const url = new URL(path, home);
    if (url.origin !== home) throw refused(`not an address of ${home}`);
    const token = await tokenOf(deps);
    return send(deps, (signal) =>
      client(url, {
        ...options,
        signal,
        headers: { ...options.headers, Authorization: `Bearer ${token}` },
        // Said at the call itself: a Request that is made again from another one, as ky does, forgets its
        // referrer policy, and its signal only follows ours as long as nothing in between is forgotten.
        fetch: (input, init) => deps.fetch(input, { ...init, ...SAFE, signal }),
      }),
    );
  };
  return {
    get: (path, query = []) => call(query.length > 0 ? `${path}?${encode(query)}` : path, { method: 'get' }),
    form: (path, fields = []) => call(path, { method: 'post', body: encode(fields), headers: FORM }),
    post: (path, json) => call(path, { method: 'post', json }),
  };
}

interface Options {
  method: 'get' | 'post';
  json?: unknown;
  body?: string;
  headers?: Record<string, string>;
}

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** Fields as a query or a form has them: names with their brackets, values percent-encoded, a space as `%20`. */
export function encode(fields: Fields): string {
  // Half of a surrogate pair, which a text field may end in, would make encodeURIComponent throw.
  return fields.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&');
}

const SAFE: RequestInit = {
  redirect: 'error',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
};

/** The same transport for one method of a back-end, with every call after the first reserved. */
export function metered(http: Http, purpose: Purpose, deps: HttpDeps): Http {
  let calls = 0;
  const counted =
    <Args extends unknown[]>(call: (...args: Args) => Promise<JsonAnswer>) =>
    async (...args: Args): Promise<JsonAnswer> => {
      if (calls++ > 0) await deps.reserve?.(purpose);
      return call(...args);
    };
  return { get: counted(http.get), form: counted(http.form), post: counted(http.post) };
}

const client = ky.create({
  retry: 0,
  // The timeout below covers the body too, which ky's own does not for a body that is read in pieces.
  timeout: false,
  throwHttpErrors: false,
  headers: { Accept: 'application/json' },
});

function refused(message: string, cause?: unknown): BufferError {
  return new BufferError({ kind: 'unreachable', message, unsent: true }, { cause });
}

async function tokenOf(deps: HttpDeps): Promise<string> {
  try {
    return await deps.token();
  } catch (error) {
    if (error instanceof BufferError)
      throw new BufferError({ ...error.failure, unsent: true }, { cause: error });
    throw refused('no credential could be read', error);
  }
}

async function send(deps: HttpDeps, call: (signal: AbortSignal) => Promise<Response>): Promise<JsonAnswer> {
  const expired = Promise.withResolvers<never>();
  const aborter = new AbortController();
  const timer = setTimeout(() => {
    aborter.abort();
    expired.reject(new DOMException('no answer in time', 'TimeoutError'));
  }, deps.timeoutMs ?? TIMEOUT_MS);
  try {
    // Raced, so that giving up does not depend on fetch hearing the signal.
    return await Promise.race([exchange(deps, () => call(aborter.signal)), expired.promise]);
  } catch (error) {
    // Whatever fetch throws (a refused or a cut connection, a redirect, the timeout) leaves the outcome unknown.
    const message = error instanceof Error ? error.message : null;
    throw new BufferError({ kind: 'unreachable', message }, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

async function exchange(deps: HttpDeps, call: () => Promise<Response>): Promise<JsonAnswer> {
  const sentAt = deps.now();
  const response = await call();
  const seen = { status: response.status, headers: response.headers, sentAt, receivedAt: deps.now() };
  deps.observe(seen);
  const text = await readText(response);
  const body = parse(text);
  return { ...seen, body, instead: body === undefined ? insteadOf(text, response.headers) : null };
}

/** The body as text; null when it is longer than any answer of Buffer is. */
async function readText(response: Response): Promise<string | null> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

function parse(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function insteadOf(text: string | null, headers: Headers): JsonAnswer['instead'] {
  if (text === null) return 'other';
  if (text.trim() === '') return 'nothing';
  const isPage = /^\s*</.test(text) || /^text\/html\b/i.test(headers.get('Content-Type') ?? '');
  return isPage ? 'page' : 'other';
}
