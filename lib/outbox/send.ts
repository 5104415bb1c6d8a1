// One send step: reserve, write that it is about to leave, call, write the outcome. The order is the promise.
import { pauseAccount } from './accounts.ts';
import { backoff, offBackoff } from './backoff.ts';
import { classify, holdReason, toFailure } from './classify.ts';
import type { Entry } from './entry.ts';
import type { Event } from './event.ts';
import type { Journal } from './journal.ts';
import type { Line } from './line.ts';
import type { OutboxPorts } from './ports.ts';
import type { ServerClock } from './server-clock.ts';
import { type Attempt, ClaimTaken } from './store.ts';
import { noteOff, noteOn } from './switched-off.ts';

/** How soon to try again without a connection, should nobody tell that there is one. */
export const OFFLINE_WAIT = 60_000;

export interface Workshop {
  ports: OutboxPorts;
  journal: Journal;
  clock: ServerClock;
}

/** Takes a waiting entry one step further. Rejects only if the store does; the next worker then finds out. */
export async function sendEntry(workshop: Workshop, entry: Entry, line: Line): Promise<void> {
  const { ports, journal } = workshop;
  const obstacle = await obstacleFor(ports, line);
  if (obstacle) {
    await journal.record(entry.id, obstacle);
    return;
  }
  const attempt = await beginAttempt(workshop, entry);
  if (!attempt) return;
  const outcome = await callCreate(ports, entry, line);
  await spreadWord(workshop, line, outcome);
  await endAttempt(journal, entry, { attempt, outcome });
}

async function obstacleFor({ online, budget, now }: OutboxPorts, line: Line): Promise<Event | null> {
  if (!online()) return { type: 'held', reason: 'offline', until: now() + OFFLINE_WAIT, failure: null };
  const reservation = await budget.reserve('post', line);
  if (reservation.ok) return null;
  const { until } = reservation;
  return { type: 'held', reason: holdReason(until, now()), until, failure: null };
}

/** Null if the entry is not to be sent any more: the user may have cancelled it meanwhile. */
async function beginAttempt({ ports, journal, clock }: Workshop, entry: Entry): Promise<Attempt | null> {
  const offset = await clock.offset();
  const sentAt = ports.now();
  let attempt: Attempt | null = null;
  await journal.record(entry.id, { type: 'send-started', at: sentAt + (offset ?? 0) }, (after) => {
    attempt = { entryId: entry.id, n: after.attempts, sentAt, offset, outcome: null };
    return { attempt };
  });
  return attempt;
}

async function callCreate(ports: OutboxPorts, entry: Entry, line: Line): Promise<Event> {
  try {
    const post = await line.backend.create(entry.post);
    return { type: 'confirmed', remoteId: post.id, dueAt: post.dueAt };
  } catch (error) {
    const now = ports.now();
    return classify(toFailure(error), now, now + backoff(entry.failures + 1, ports.random));
  }
}

/** What one answer says for a whole account is durable before the entry's own outcome is. */
export async function spreadWord({ ports, journal }: Workshop, line: Line, event: Event): Promise<void> {
  const { accountId, signIns } = line;
  if (event.type === 'signed-out') {
    await pauseAccount(ports.store, accountId, signIns);
    await journal.recordAll((entry) =>
      entry.accountId === accountId && entry.state !== 'sending' ? event : null,
    );
  }
  if (event.type === 'confirmed') await heardFrom(ports, line);
  if (event.type !== 'held' && event.type !== 'look-failed') return;
  // A look whose share of the calls is used up says nothing of what is left for posts.
  const isOwnShare = event.type === 'look-failed' && event.failure?.unsent;
  if (event.failure?.kind === 'rate-limited' && !isOwnShare) await ports.budget.close(event.until, line);
  if (event.failure?.kind === 'retired') {
    const until = ports.now() + offBackoff(line.off.tries + 1, ports.random);
    await noteOff(ports.store, line, { seen: line.off, until });
  }
}

/** An API that answers is not switched off any more, whatever it was before. */
export async function heardFrom({ store }: OutboxPorts, line: Line): Promise<void> {
  if (line.off.tries > 0) await noteOn(store, line);
}

async function endAttempt(
  journal: Journal,
  { id, accountId }: Entry,
  { attempt, outcome }: { attempt: Attempt; outcome: Event },
): Promise<void> {
  const ended = { ...attempt, outcome: outcome.type };
  try {
    await journal.record(id, outcome, () =>
      outcome.type === 'confirmed'
        ? { attempt: ended, claim: { accountId, remoteId: outcome.remoteId, entryId: id } }
        : { attempt: ended },
    );
  } catch (error) {
    if (!(error instanceof ClaimTaken)) throw error;
    // Buffer named a post that is another entry's: it has folded two equal posts into one.
    const failure = { kind: 'duplicate', message: null } as const;
    await journal.record(id, { type: 'refused', reason: 'duplicate', failure }, () => ({
      attempt: { ...attempt, outcome: 'refused' },
    }));
  }
}
