// Every arrival at an API and what it committed, in order of arrival.
import type { Clock, LogLine, Outcome } from '../contract.ts';

export interface Log {
  lines(): readonly LogLine[];
  /** Writes the line of an arrival at once; `status` is 0 until an answer has been sent. */
  open(api: LogLine['api'], operation: string): OpenLine;
  clear(): void;
}

export interface OpenLine {
  committed(outcome: Outcome): void;
  answered(status: number): void;
}

export function createLog(clock: Clock): Log {
  const lines: LogLine[] = [];
  return {
    lines: () => lines,
    open(api, operation) {
      const at = new Date(clock.now()).toISOString();
      const line: LogLine = { at, api, operation, status: 0, committed: false, ids: [] };
      lines.push(line);
      return {
        committed: (outcome) => Object.assign(line, outcome),
        answered: (status) => Object.assign(line, { status }),
      };
    },
    clear: () => lines.splice(0),
  };
}
