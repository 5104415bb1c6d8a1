// The classic API's error codes, their HTTP statuses, and the two envelopes that they came in.
import type { Refusal, RefusalKind } from '../world/refusal.ts';
import type { World } from '../world/world.ts';

const CODES = {
  401: [401, 'Authorization required.'],
  404: [404, 'The endpoint you requested was not found.'],
  405: [405, 'Method not allowed.'],
  429: [429, 'Too many requests. Please try again later.'],
  1000: [500, 'An unknown error occurred.'],
  1001: [403, 'Access token required.'],
  1003: [400, 'Parameter not recognized.'],
  1004: [400, 'Required parameter missing.'],
  1005: [406, 'Unsupported response format.'],
  1006: [400, 'Parameter value not within bounds.'],
  1010: [404, 'Profile could not be found.'],
  1011: [403, 'No authorization to access profile.'],
  1012: [400, 'Profile did not save successfully.'],
  1013: [403, 'Profile schedule limit reached.'],
  1020: [404, 'Update could not be found.'],
  1021: [403, 'No authorization to access update.'],
  1022: [400, 'Update did not save successfully.'],
  1023: [403, 'Profile update quota exceeded.'],
  1024: [403, 'Update limit for team profile has been reached.'],
  1025: [400, "Update was recently posted, can't post duplicate content."],
  1027: [400, 'Update must be in buffer and not custom scheduled in order to move to top.'],
  1028: [403, 'Update soft limit for profile reached.'],
  1029: [400, 'Event type not supported.'],
  1030: [400, 'Media filetype not supported.'],
  1031: [400, 'Media filesize out of acceptable range.'],
  1032: [400, 'Unable to post image to LinkedIn group(s).'],
  1033: [400, 'Comments can only be posted to Facebook at this time.'],
  1034: [400, 'Cannot schedule updates in the past.'],
} as const satisfies Record<number, readonly [status: number, message: string]>;

export type Code = keyof typeof CODES;

/** Buffer's migration guide quotes this one with `error`, as the codes below 1000 were recorded. */
const QUOTED_WITH_ERROR: Code = 1023;

/** What a handler throws to be answered with a code. */
export class Failure extends Error {
  readonly code: Code;
  readonly status: number;

  /** `message` and `status` are the table's unless given. */
  constructor(code: Code, message?: string, status?: number) {
    super(message ?? CODES[code][1]);
    this.code = code;
    this.status = status ?? CODES[code][0];
  }

  /** The body of the answer. */
  get body(): object {
    const { code, message } = this;
    return code < 1000 || code === QUOTED_WITH_ERROR
      ? { error: message, code }
      : { success: false, message, code };
  }
}

const LIMITS = { profile: 1023, team: 1024, soft: 1028 } as const;

const BY_KIND: Record<Exclude<RefusalKind, 'limit'>, Code> = {
  invalid: 1004,
  'not-found': 1020,
  unauthorized: 1021,
  duplicate: 1025,
  'in-the-past': 1034,
  unreachable: 1003,
  'already-sent': 1022,
  'not-in-queue': 1027,
  unexpected: 1000,
};

/** Kinds whose reason is the world's own; the others have the table's words. */
const SPEAKING: readonly RefusalKind[] = ['invalid', 'duplicate', 'unreachable', 'already-sent'];

/** A refusal of the world in the classic API's words. */
export function failureFor({ kind, message }: Refusal, world: World): Failure {
  const code = kind === 'limit' ? LIMITS[world.behaviour().queueLimitKind] : BY_KIND[kind];
  const words = message.replace(/^(Invalid post|Failed to create post): /, '');
  return SPEAKING.includes(kind) ? new Failure(code, words) : new Failure(code);
}
