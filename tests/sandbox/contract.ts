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

/** A post that a commit wrote, as it stood right after it; one that was deleted, as it last stood. */
export interface WrittenPost {
  id: string;
  channelId: string;
  status: string;
  text: string;
  /** The text as it arrived, before links were shortened or white space collapsed. */
  givenText: string;
  dueAt: string | null;
}

/** One line of `GET /_sandbox/log`. Times are ISO strings by the sandbox's clock. */
export interface LogLine extends Outcome {
  at: string;
  /** `actor` is the other person or device of `POST /_sandbox/actor`; everything else came from a client. */
  api: 'graphql' | 'rest' | 'oauth' | 'mcp' | 'actor';
  /** 0 until an answer has been sent, and for ever when none is. */
  status: number;
  /** When it was committed, which a fault can make later than `at`. */
  committedAt: string | null;
  /** When a late commit is still to come. */
  commitDueAt: string | null;
  fault: { when: string; do: string } | null;
  account: string | null;
  client: string | null;
  posts: WrittenPost[];
}

/** An API's answer together with what it did, so that the log and the faults can speak of it. */
export interface Answer {
  response: Response;
  outcome: Outcome;
  caller?: Caller;
  posts?: WrittenPost[];
}

/** Waited for between a request's admission (who calls, how often, is it valid) and its commit. */
export type BeforeCommit = () => Promise<void>;

/** An API mounted under the origin. `peek` names the operation before anything is committed (for faults). */
export interface Api {
  peek(request: Request, body: string): string;
  handle(request: Request, body: string, beforeCommit?: BeforeCommit): Promise<Answer>;
}
