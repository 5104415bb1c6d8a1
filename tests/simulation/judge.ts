// Judges a schedule at the server's record: what was promised of every accepted post, and whether it was kept.
import type { Entry } from '../../lib/outbox/entry.ts';
import { type Book, likeness, type Page } from './book.ts';
import type { SimulatedBuffer } from './buffer/server.ts';
import { disobeyed, insistent, overasked, replayed, untold } from './judge-words.ts';

export const PROMISES = ['lost', 'doubled', 'reordered', 'overRate', 'unsettled', 'otherViolations'] as const;
export type Promised = (typeof PROMISES)[number];

export interface Violation {
  promise: Promised;
  reason: string;
}

export interface Case {
  book: Book;
  server: SimulatedBuffer;
  /** Every entry as it was last stored, receipts that were thrown away since included. */
  entries: Map<string, Entry>;
  /** Whether an account has no way to Buffer at the end, or its windows are truly full. */
  mayWait(entry: Entry): boolean;
  /** The device's clock was set forward: what it thinks has left a window has not. */
  wasSetForward: boolean;
  /** The disk has refused to write, perhaps what a 429 said. */
  diskRefused: boolean;
  /** Nobody else is at work in Buffer, no clock is set, and equal posts are taken: then little is left to ask. */
  isPlain: boolean;
}

export function judge(evidence: Case): Violation[] {
  return [
    ...lost(evidence),
    ...doubled(evidence),
    ...reordered(evidence),
    ...overRate(evidence),
    ...unsettled(evidence),
    ...untrue(evidence),
    ...others(evidence),
    ...untold(evidence),
    ...overasked(evidence),
    ...disobeyed(evidence),
    ...insistent(evidence),
    ...replayed(evidence),
  ];
}

/** Told "Saved", and gone: not stored, or given up without anybody's word. */
function lost({ book, entries }: Case): Violation[] {
  return [...book.values()].flatMap((page): Violation[] => {
    if (!page.accepted) return [];
    const entry = entries.get(page.id);
    if (!entry) return [{ promise: 'lost', reason: `${page.id} was accepted and is nowhere` }];
    const givenUp = entry.state === 'cancelled' && !page.cancelled;
    return givenUp ? [{ promise: 'lost', reason: `${page.id} was cancelled without anybody's word` }] : [];
  });
}

/** Entries that are word for word the same may swap their posts: of such, there are no more posts than were sent. */
function doubled({ book, server, entries }: Case): Violation[] {
  const counts = new Map<string, number>();
  for (const { marker } of server.commits) if (marker) counts.set(marker, (counts.get(marker) ?? 0) + 1);
  const groups = Map.groupBy(book.values(), likeness);
  return [...groups.values()].flatMap((pages): Violation[] => {
    const count = pages.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0);
    const sent = pages.filter(({ id }) => counts.has(id) || (entries.get(id)?.attempts ?? 0) > 0);
    const allowed = sent.reduce((sum, { excused }) => sum + 1 + excused, 0);
    if (count <= allowed || pages.some(({ disturbed }) => disturbed)) return [];
    const ids = sent.map(({ id }) => id).join(' and ');
    return [{ promise: 'doubled', reason: `${ids} was committed ${count} times` }];
  });
}

/** Confirmed posts of a queue stand in Buffer in the order in which they were accepted. */
function reordered({ book, server, entries }: Case): Violation[] {
  const first = new Map<string, number>();
  server.commits.forEach(({ marker }, index) => {
    if (marker && !first.has(marker)) first.set(marker, index);
  });
  const last = new Map<string, { index: number; id: string }>();
  const found: Violation[] = [];
  for (const entry of [...entries.values()].toSorted((a, b) => a.seq - b.seq)) {
    const page = book.get(entry.id);
    const index = first.get(entry.id);
    if (entry.post.mode !== 'queue' || entry.state !== 'confirmed' || index === undefined) continue;
    // Where the person was asked, the others did not wait.
    if (!page || page.asked || page.disturbed) continue;
    const key = `${entry.accountId} ${entry.post.channel.id}`;
    const before = last.get(key);
    if (before && before.index > index) {
      found.push({ promise: 'reordered', reason: `${entry.id} came before ${before.id}` });
    }
    last.set(key, { index, id: entry.id });
  }
  return found;
}

function overRate({ server, wasSetForward }: Case): Violation[] {
  if (wasSetForward) return [];
  return server.arrivals
    .filter(({ over }) => over > 0)
    .map(({ operation, over }) => ({
      promise: 'overRate',
      reason: `${operation} was ${over} over a window`,
    }));
}

function unsettled({ entries, mayWait }: Case): Violation[] {
  return [...entries.values()]
    .filter((entry) => ['waiting', 'sending', 'checking'].includes(entry.state) && !mayWait(entry))
    .map(({ id, state, reason }) => ({
      promise: 'unsettled',
      reason: `${id} is still ${state} (${reason})`,
    }));
}

/** Confirmed means that Buffer has it, or had it: each of them another post, of the right channel and account. */
function untrue({ book, server, entries }: Case): Violation[] {
  const posts = new Map(server.shelf.posts.map((post) => [post.id, post]));
  const made = tally(server.commits.flatMap(({ marker }) => (marker ? [book.get(marker)] : [])));
  const owners = new Map<string, string>();
  const found: Violation[] = [];
  const blame = (promise: Promised, reason: string) => found.push({ promise, reason });
  const confirmed: Page[] = [];
  for (const { id, state, remoteId, accountId, post } of entries.values()) {
    const page = book.get(id);
    if (state !== 'confirmed' || !page || page.saidThere) continue;
    confirmed.push(page);
    const there = remoteId === null ? undefined : posts.get(remoteId);
    if (!there) {
      blame('lost', `${id} is confirmed by ${remoteId}, which Buffer never had`);
      continue;
    }
    if (there.accountId !== accountId || there.channelId !== post.channel.id) {
      blame('otherViolations', `${id} is confirmed by ${remoteId} of another channel or account`);
    }
    const owner = owners.get(there.id);
    if (owner) blame('lost', `${id} and ${owner} are confirmed by the one post ${there.id}`);
    owners.set(there.id, id);
  }
  for (const [what, count] of tally(confirmed)) {
    if (count > (made.get(what) ?? 0))
      blame('lost', `${count} confirmed, ${made.get(what) ?? 0} in Buffer: ${what}`);
  }
  return found;
}

function tally(pages: (Page | undefined)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const page of pages) if (page) counts.set(likeness(page), (counts.get(likeness(page)) ?? 0) + 1);
  return counts;
}

function others({ book, server }: Case): Violation[] {
  const found: Violation[] = [];
  const blame = (reason: string) => found.push({ promise: 'otherViolations', reason });
  for (const { marker, accountId, channelId, api, tokenApi } of server.arrivals) {
    if (tokenApi !== null && tokenApi !== api) blame(`a token of ${tokenApi} left for ${api}`);
    const page = marker === null ? undefined : book.get(marker);
    if (!page) continue;
    if (accountId !== null && accountId !== page.accountId)
      blame(`${marker} left with the token of ${accountId}`);
    if (channelId !== page.post.channel.id) blame(`${marker} went to the channel ${channelId}`);
  }
  return found;
}
