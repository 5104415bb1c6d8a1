// Reads what an answer's headers say of the rate limits. Three generations are in use at once:
// https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ (lists), RateLimit-*, and X-RateLimit-*.

/** One window as an answer described it; what it did not say is null. */
export interface ObservedWindow {
  /** The window's length in seconds. Windows are told apart by it: their names differ between versions. */
  seconds: number | null;
  limit: number | null;
  remaining: number | null;
  /** Milliseconds since the epoch at which calls become possible again. */
  resetAt: number | null;
}

/** What the headers of one answer say; `retryAt` is `Retry-After` in milliseconds since the epoch. */
export interface RateHeaders {
  windows: ObservedWindow[];
  retryAt: number | null;
}

interface Item {
  name: string;
  parameters: Map<string, string>;
}

// A quoted name may hold commas, and `pk=:…:` holds base64, so splitting at commas would be wrong.
const ITEM = /(?:"([^"]*)"|([\w*.%/:-]+))((?:\s*;\s*[\w*.-]+(?:=(?:"[^"]*"|:[^:]*:|[^\s;,]*))?)*)/g;
const PARAMETER = /;\s*([\w*.-]+)(?:=("[^"]*"|:[^:]*:|[^\s;,]*))?/g;

function readList(value: string | null): Item[] {
  return [...(value ?? '').matchAll(ITEM)].map((match) => ({
    name: match[1] ?? match[2] ?? '',
    parameters: new Map([...(match[3] ?? '').matchAll(PARAMETER)].map((p) => [p[1] ?? '', p[2] ?? ''])),
  }));
}

function readNumber(value: string | null | undefined): number | null {
  const text = value?.trim();
  return text && /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** When an answer came, by the clock of this device and by the server's. */
interface Came {
  now: number;
  /** This device's clock minus the server's, which moments in an answer are told by. */
  ahead: number;
}

/** The `Date` header says what the server's clock showed; without one both clocks count as the same. */
function cameAt(headers: Headers, now: number): Came {
  const date = Date.parse(headers.get('Date') ?? '');
  return { now, ahead: Number.isNaN(date) ? 0 : now - date };
}

/** Small numbers are seconds from now; some servers send a moment instead, in seconds or milliseconds. */
function readReset(value: string | null, { now, ahead }: Came): number | null {
  const number = readNumber(value);
  if (number === null) return null;
  if (number > 1e12) return number + ahead;
  return number > 1e9 ? number * 1000 + ahead : now + number * 1000;
}

/**
 * `Retry-After` as milliseconds since the epoch by this device's clock: it holds seconds, or an HTTP date by the
 * server's (RFC 9110, 10.2.3). `now` (ms) is when the answer came.
 */
export function readRetryAfter(headers: Headers, now: number): number | null {
  const value = headers.get('Retry-After');
  const seconds = readNumber(value);
  if (seconds !== null) return now + seconds * 1000;
  const date = value ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : date + cameAt(headers, now).ahead;
}

function readDraftLists(headers: Headers, came: Came): ObservedWindow[] {
  const policies = readList(headers.get('RateLimit-Policy'));
  const limits = readList(headers.get('RateLimit'));
  const names = new Set([...policies, ...limits].map((item) => item.name));
  return [...names].map((name) => {
    const policy = policies.find((item) => item.name === name)?.parameters;
    const limit = limits.find((item) => item.name === name)?.parameters;
    return {
      seconds: readNumber(policy?.get('w') ?? limit?.get('w')),
      limit: readNumber(policy?.get('q') ?? limit?.get('q')),
      remaining: readNumber(limit?.get('r')),
      resetAt: readReset(limit?.get('t') ?? null, came),
    };
  });
}

function readPlain(headers: Headers, prefix: string, came: Came): ObservedWindow[] {
  const [limit] = readList(headers.get(`${prefix}-Limit`));
  const remaining = readNumber(headers.get(`${prefix}-Remaining`));
  if (!limit && remaining === null) return [];
  return [
    {
      seconds: readNumber(limit?.parameters.get('w')),
      limit: readNumber(limit?.name),
      remaining,
      resetAt: readReset(headers.get(`${prefix}-Reset`), came),
    },
  ];
}

/** Reads every rate header of an answer; `now` (ms) is when it came, as most of them count from there. */
export function readRateHeaders(headers: Headers, now: number): RateHeaders {
  const came = cameAt(headers, now);
  return {
    windows: [
      ...readDraftLists(headers, came),
      ...readPlain(headers, 'RateLimit', came),
      ...readPlain(headers, 'X-RateLimit', came),
    ],
    retryAt: readRetryAfter(headers, now),
  };
}
