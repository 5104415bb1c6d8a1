// The loop that does whatever is due, and then says when something will be.
import { advance } from './advance.ts';
import { dueLooks, dueSends, isExpired, LIMIT, nextWake } from './due.ts';
import type { Entry } from './entry.ts';
import type { Event } from './event.ts';
import { type Line, type Lines, openLines } from './line.ts';
import { lookFor } from './look.ts';
import { sendEntry, type Workshop } from './send.ts';
import { noticeSetBack } from './set-clock.ts';
import { putOffUntil } from './switched-off.ts';

/** Buffer asks for no more than two or three calls side by side. */
const SIDE_BY_SIDE = 3;

/** Runs under the lock until nothing is due; `wakeAt` (ms since the epoch) is when something will be. */
export async function drain(workshop: Workshop): Promise<{ wakeAt: number | null }> {
  const { ports, journal } = workshop;
  await noticeSetBack(workshop);
  await journal.recordAll(orphaned);
  for (;;) {
    // An answer that shows that the clock was set plans anew what is due, and must do so before it is asked for.
    await workshop.clock.settled();
    const lines = await openLines(ports);
    const entries = await tidied(workshop, lines);
    const sends = dueSends(entries, { now: ports.now(), online: ports.online() }).slice(0, SIDE_BY_SIDE);
    const looks = dueLooks(entries, ports.now());
    if (sends.length + looks.length === 0) return { wakeAt: nextWake(entries) };
    await all(sends.map((entry) => on(lines(entry.accountId), (line) => sendEntry(workshop, entry, line))));
    // Never beside the sends: a look could take the post of an equal entry whose answer is still on its way.
    for (const accountId of new Set(looks.map((entry) => entry.accountId))) await look(workshop, accountId);
  }
}

/** Under the lock nobody is sending, so what says that it is was left behind by a worker that died. */
export function orphaned({ state }: Entry): Event | null {
  return state === 'sending' ? { type: 'dropped', failure: null } : null;
}

async function look(workshop: Workshop, accountId: string): Promise<void> {
  const lines = await openLines(workshop.ports);
  const entries = (await recent(workshop)).filter((entry) => entry.accountId === accountId);
  if (dueLooks(entries, workshop.ports.now()).length === 0) return;
  await on(lines(accountId), async (line) => {
    // A send has just met an API that is switched off; the looks are put off when the loop comes round.
    if (putOffUntil(line.off, workshop.ports.now()) === null) await lookFor(workshop, entries, line);
  });
}

/** The entries, after asking for what is too old, and pausing, putting off or resuming each with its account. */
async function tidied(workshop: Workshop, lines: Lines): Promise<Entry[]> {
  const { ports, journal } = workshop;
  const eventFor = (entry: Entry): Event | null => {
    if (isExpired(entry, ports.now())) return { type: 'expired' };
    const line = lines(entry.accountId);
    if (!line) return { type: 'signed-out', failure: entry.lastError };
    const until = putOffUntil(line.off, ports.now());
    return until === null ? { type: 'signed-in' } : putOff(entry, until);
  };
  const entries = await recent(workshop);
  const untidy = entries.some((entry) => {
    const event = eventFor(entry);
    return event && advance(entry, event, ports.now()) !== entry;
  });
  if (!untidy) return entries;
  await journal.recordAll(eventFor);
  return recent(workshop);
}

/** What one call has met is met by none of the others: they wait for the next try, with nothing asked before. */
function putOff({ state, nextAt }: Entry, until: number): Event | null {
  if (nextAt !== null && nextAt >= until) return null;
  const failure = { kind: 'retired', message: null } as const;
  return state === 'waiting'
    ? { type: 'held', reason: 'retired', until, failure }
    : { type: 'look-failed', until, failure };
}

/** An account may have lost its line just now; then its entries are paused when the loop comes round. */
async function on(line: Line | null, work: (line: Line) => Promise<void>): Promise<void> {
  if (line) await work(line);
}

/** What is not settled, and what settled since the oldest of it can have been accepted. */
async function recent({ ports }: Workshop): Promise<Entry[]> {
  return (await ports.store.recent(ports.now() - LIMIT)).entries;
}

/** Waits for all even if one fails: nothing may go on after the lock is given back. */
async function all(works: Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
