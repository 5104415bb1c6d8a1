// What is to be done now, and when there will be something to do again.
import { type Entry, isSettled } from './entry.ts';

/** After this long the user is asked: nobody expects yesterday's post to appear unannounced. */
export const LIMIT = 24 * 3_600_000;

export interface Moment {
  now: number;
  online: boolean;
}

/** The oldest due entry of each channel; `entries` are in order of acceptance. */
export function dueSends(entries: Entry[], moment: Moment): Entry[] {
  const heads = new Map<string, Entry>();
  for (const entry of unblocked(entries)) {
    const key = channelKey(entry);
    if (!heads.has(key) && isDue(entry, moment)) heads.set(key, entry);
  }
  return [...heads.values()];
}

/** The entries that are due to be looked for. */
export function dueLooks(entries: Entry[], now: number): Entry[] {
  return entries.filter(({ state, nextAt }) => state === 'checking' && nextAt !== null && nextAt <= now);
}

/** Unsettled entries that have been on their way for too long. */
export function isExpired(entry: Entry, now: number): boolean {
  return (entry.state === 'waiting' || entry.state === 'checking') && now - entry.acceptedAt >= LIMIT;
}

/** The next moment (ms since the epoch) at which there is something to do; null if there is none. */
export function nextWake(entries: Entry[]): number | null {
  const plans = [...unblocked(entries), ...entries.filter(({ state }) => state === 'checking')];
  const times = [
    ...plans.map(({ nextAt }) => nextAt).filter((time) => time !== null),
    ...entries.filter(({ state }) => state === 'waiting' || state === 'checking').map(expiresAt),
  ];
  return times.length === 0 ? null : Math.min(...times);
}

function expiresAt(entry: Entry): number {
  return entry.acceptedAt + LIMIT;
}

/** Waiting entries that no older one has to go before: Buffer's queue fills in the order of arrival. */
function unblocked(entries: Entry[]): Entry[] {
  const queues = new Set<string>();
  return entries.filter((entry) => {
    if (isSettled(entry) || entry.state === 'needs-you') return false;
    const key = channelKey(entry);
    const isBehind = entry.post.mode === 'queue' && queues.has(key);
    if (entry.post.mode === 'queue') queues.add(key);
    return entry.state === 'waiting' && !isBehind;
  });
}

/** What waits for a connection is due as soon as there is one. */
function isDue({ nextAt, reason }: Entry, { now, online }: Moment): boolean {
  return nextAt !== null && (nextAt <= now || (online && reason === 'offline'));
}

function channelKey({ accountId, post }: Entry): string {
  return JSON.stringify([accountId, post.channel.id]);
}
