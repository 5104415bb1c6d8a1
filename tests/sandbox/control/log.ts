// Every arrival at an API and what it committed, in order of arrival; nothing is ever left out or cut short.
import type { Answer, Clock, LogLine } from '../contract.ts';

export interface Log {
  lines(): readonly LogLine[];
  /** Writes the line of an arrival at once; `status` is 0 until an answer has been sent. */
  open(api: LogLine['api'], operation: string): OpenLine;
  clear(): void;
}

export interface OpenLine {
  suffers(fault: { when: string; do: string }): void;
  /** A commit is still to come, at this time (ms). */
  willCommit(at: number): void;
  /** The API is done with it: what was committed, if anything. */
  committed(answer: Omit<Answer, 'response'>): void;
  answered(status: number): void;
}

function blank(at: string, api: LogLine['api'], operation: string): LogLine {
  const outcome = { status: 0, committed: false, ids: [], committedAt: null, commitDueAt: null };
  return { at, api, operation, ...outcome, fault: null, account: null, client: null, posts: [] };
}

export function createLog(clock: Clock): Log {
  const lines: LogLine[] = [];
  const iso = (time: number) => new Date(time).toISOString();
  return {
    lines: () => lines,
    open(api, operation) {
      const line = blank(iso(clock.now()), api, operation);
      lines.push(line);
      return {
        suffers: (fault) => Object.assign(line, { fault: { when: fault.when, do: fault.do } }),
        willCommit: (at) => Object.assign(line, { commitDueAt: iso(at) }),
        committed({ outcome, caller, posts = [] }) {
          const committedAt = outcome.committed ? iso(clock.now()) : null;
          const who = { account: caller?.accountId ?? null, client: caller?.clientId ?? null };
          Object.assign(line, outcome, { committedAt, commitDueAt: null, posts, ...who });
        },
        answered: (status) => Object.assign(line, { status }),
      };
    },
    clear: () => lines.splice(0),
  };
}
