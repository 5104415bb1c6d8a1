// Commits that come long after their caller has been answered or left, each at its own moment of the clock.
import type { BeforeCommit, Clock } from '../contract.ts';

export interface Late {
  /**
   * Starts `run`, whose commit waits by the function that it is given until the clock shows `at` (ms). Answers
   * as soon as it waits, or has ended without.
   */
  hold(at: number, run: (untilDue: BeforeCommit) => Promise<void>): Promise<void>;
  /** Moves the clock by way of every commit that is due until then; `to` (ms) is asked for when its turn comes. */
  move(to: () => number): Promise<void>;
  /** Ends when what is due by now has been committed. */
  settle(): Promise<void>;
  /** Forgets what has not been committed yet. */
  clear(): void;
}

interface Held {
  at: number;
  commit(): Promise<void>;
}

// Timers take no longer waits; a wake-up ahead of time only waits again.
const LONGEST_WAIT_MS = 2 ** 31 - 1;

function complain(error: unknown): void {
  console.error('local Buffer: a late commit:', error);
}

/** Real time that passes on the clock brings the commits, too, until `stopped` is aborted. */
export function createLate(clock: Clock, stopped: AbortSignal): Late {
  const held: Held[] = [];
  let timer: NodeJS.Timeout | undefined;
  let lastMove: Promise<void> = Promise.resolve();

  function arm(): void {
    clearTimeout(timer);
    const next = held[0];
    if (!next || stopped.aborted) return;
    const wait = Math.min(Math.max(0, next.at - clock.now()), LONGEST_WAIT_MS);
    timer = setTimeout(() => void settle(), wait);
  }
  function keep(one: Held): void {
    held.push(one);
    held.sort((a, b) => a.at - b.at);
    arm();
  }
  async function commitUntil(time: number): Promise<void> {
    while (held[0] && held[0].at <= time) {
      const next = held.shift();
      if (next && next.at > clock.now()) clock.set(next.at);
      await next?.commit();
    }
  }
  async function settle(): Promise<void> {
    await commitUntil(clock.now());
    arm();
  }
  async function moveTo(time: number): Promise<void> {
    const ahead = time - Date.now();
    await commitUntil(time);
    clock.set(Date.now() + ahead);
    arm();
  }
  stopped.addEventListener('abort', () => clearTimeout(timer));

  return {
    settle,
    hold(at, run) {
      const waits = Promise.withResolvers<void>();
      const due = Promise.withResolvers<void>();
      const ended: Promise<void> = run(() => {
        const commit = () => {
          due.resolve();
          return ended;
        };
        keep({ at, commit });
        waits.resolve();
        return due.promise;
      }).catch(complain);
      return Promise.race([waits.promise, ended]);
    },
    move(to) {
      lastMove = lastMove.then(() => moveTo(to()));
      return lastMove;
    },
    clear() {
      held.length = 0;
      clearTimeout(timer);
    },
  };
}
