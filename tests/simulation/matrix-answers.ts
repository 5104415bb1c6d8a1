// Every way in which Buffer can meet a create: what it commits and when, and what it says of it.

/** When the post comes to be in Buffer: never, before the answer, or this many ms after the call arrived. */
export type Commit = 'never' | 'at once' | { afterMs: number };

/** What the answer tells, if it is read: the post's place, a refusal, "not now", "I have it already", or nothing. */
type Tells = 'ok' | 'refused' | 'not now' | 'duplicate' | 'nothing';

/** A whole answer, a connection that is cut, or one that stays silent until the caller gives up. */
export type Reply = { status?: number; headers?: Record<string, string>; body: unknown } | 'cut' | 'hang';

export interface Outcome {
  name: string;
  commit: Commit;
  tells: Tells;
  /** `row` is the post as the API shows it, whether it was committed or not. */
  reply(row: Record<string, unknown>): Reply;
}

interface Answer {
  tells: Tells;
  commits: Commit[];
  reply: Outcome['reply'];
}

/** Whether it was committed cannot be known from these. */
const ANY: Commit[] = ['never', 'at once', { afterMs: 170_000 }];
/** A call without an answer may be worked on for any time up to the three minutes that are promised. */
const WHENEVER: Commit[] = [...ANY, { afterMs: 3_000 }, { afterMs: 30_000 }];
const NEVER: Commit[] = ['never'];

const created = (payload: unknown) => ({ data: { createPost: payload } });
const success = (post: unknown) => created({ __typename: 'PostActionSuccess', post });
const typed = (name: string, more = {}): Reply => ({
  body: created({ __typename: name, message: name, ...more }),
});
const errors = (code: string, more = {}) => ({
  data: null,
  errors: [{ message: code, extensions: { code, ...more } }],
});

function refused(reply: Reply): Answer {
  return { tells: 'refused', commits: NEVER, reply: () => reply };
}

function notNow(reply: Reply): Answer {
  return { tells: 'not now', commits: NEVER, reply: () => reply };
}

function unknown(reply: Reply, commits = ANY): Answer {
  return { tells: 'nothing', commits, reply: () => reply };
}

const ANSWERS: Record<string, Answer> = {
  ok: { tells: 'ok', commits: ['at once'], reply: (row) => ({ body: success(row) }) },
  'invalid input': refused(typed('InvalidInputError')),
  'limit reached': refused(typed('LimitReachedError')),
  'not found': refused(typed('NotFoundError')),
  'no access': refused(typed('UnauthorizedError')),
  'classic 1011': refused(typed('RestProxyError', { code: 1011 })),
  'classic 1023': refused(typed('RestProxyError', { code: 1023 })),
  'classic 1028': refused(typed('RestProxyError', { code: 1028 })),
  'HTTP 400': refused({ status: 400, body: errors('GRAPHQL_VALIDATION_FAILED') }),
  'HTTP 403': refused({ status: 403, body: 'Forbidden' }),
  'HTTP 404': refused({ status: 404, body: 'Not found' }),
  duplicate: {
    tells: 'duplicate',
    commits: ['never', 'at once'],
    reply: () => typed('RestProxyError', { code: 1025, link: 'https://example.com/older' }),
  },
  'HTTP 401': notNow({ status: 401, body: errors('UNAUTHENTICATED') }),
  'classic 1001': notNow(typed('RestProxyError', { code: 1001 })),
  'HTTP 429': notNow({ status: 429, body: 'Too many requests' }),
  'HTTP 429, Retry-After': notNow({ status: 429, headers: { 'Retry-After': '120' }, body: '' }),
  'HTTP 429, window and body': notNow({
    status: 429,
    headers: { RateLimit: '"a";r=0;t=600', 'RateLimit-Policy': '"a";q=100;w=900' },
    body: errors('RATE_LIMIT_EXCEEDED', { window: '15m', retryAfter: 700 }),
  }),
  'HTTP 408': unknown({ status: 408, body: '' }),
  'HTTP 500': unknown({ status: 500, body: '<h1>Oops</h1>' }),
  'HTTP 502': unknown({ status: 502, body: '<h1>Bad gateway</h1>' }),
  'HTTP 503': unknown({ status: 503, headers: { 'Retry-After': '60' }, body: '' }),
  timeout: unknown('hang', WHENEVER),
  cut: unknown('cut', WHENEVER),
  'unreadable body': unknown({ body: '{"data": {"createPost": {"__typ' }),
  'empty body': unknown({ body: '' }),
  'a page instead': unknown({ body: '<!doctype html><title>Sign in to the Wi-Fi</title>' }),
  'a success without its post': unknown({ body: success({ id: 'p1' }) }),
  'a success in another channel': {
    tells: 'nothing',
    commits: ANY,
    reply: (row) => ({ body: success({ ...row, channelId: 'another' }) }),
  },
  'errors without data': unknown({ body: errors('UNEXPECTED') }),
  'errors of no known code': unknown({ body: { data: null, errors: [{ message: 'Something' }] } }),
  'unexpected error': unknown(typed('UnexpectedError')),
  'an unheard-of type': unknown(typed('BrandNewError')),
  'classic 1000': unknown(typed('RestProxyError', { code: 1000 })),
};

function named(commit: Commit): string {
  if (commit === 'never') return 'not committed';
  return commit === 'at once' ? 'committed' : `committed ${commit.afterMs / 1000} s later`;
}

/** Each answer with each moment of commit that can come with it, by the answer's name. */
export const OUTCOMES: [answer: string, outcomes: Outcome[]][] = Object.entries(ANSWERS).map(
  ([name, { commits, ...answer }]) => [
    name,
    commits.map((commit) => ({ ...answer, commit, name: `${name}, ${named(commit)}` })),
  ],
);

const ALL = OUTCOMES.flatMap(([, outcomes]) => outcomes);

/** One outcome by its name; throws if there is none. */
export function outcomeOf(name: string): Outcome {
  const outcome = ALL.find((one) => one.name === name);
  if (!outcome) throw new Error(`no outcome has the name ${name}`);
  return outcome;
}

/** One outcome for each way in which the outbox can be met: what else there is differs in its words alone. */
export const KINDS: Outcome[] = [
  ...new Map(ALL.toReversed().map((one) => [JSON.stringify([one.tells, one.commit]), one])).values(),
];
