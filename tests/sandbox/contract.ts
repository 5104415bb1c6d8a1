// What the parts of the local Buffer know of each other.

/** The sandbox's own clock: real time plus an offset, so that a test can move it. Milliseconds since the epoch. */
export interface Clock {
  now(): number;
  set(now: number): void;
  advance(seconds: number): void;
}

/** Who calls: the account behind an API key or an access token, and the client whose rate windows are counted. */
export interface Caller {
  accountId: string;
  clientId: string;
  scopes: readonly string[];
}

/** Answers who owns a bearer token, or null when it is unknown, expired or revoked. */
export type Authenticate = (token: string) => Promise<Caller | null>;

/** What one arrival committed; `ids` are the posts it touched. */
export interface Outcome {
  operation: string;
  committed: boolean;
  ids: string[];
}

/** One line of `GET /_sandbox/log`. */
export interface LogLine extends Outcome {
  at: string;
  api: 'graphql' | 'rest' | 'oauth' | 'mcp';
  status: number;
}

/** An API's answer together with what it did, so that the log and the faults can speak of it. */
export interface Answer {
  response: Response;
  outcome: Outcome;
}

/** An API mounted under the origin. `peek` names the operation before anything is committed (for faults). */
export interface Api {
  peek(request: Request, body: string): string;
  handle(request: Request, body: string): Promise<Answer>;
}
