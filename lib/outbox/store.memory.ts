// The store of simulations and tests: the database's transactions in plain maps. Entries are never mutated.
import { type Entry, isSettled } from './entry.ts';
import {
  AcceptRefused,
  type Attempt,
  type Change,
  type Claim,
  ClaimTaken,
  type OutboxStore,
  type Shelf,
} from './store.ts';

interface Records {
  entries: Map<string, Entry>;
  attempts: Map<string, Attempt[]>;
  claims: Map<string, Claim>;
  values: Map<string, unknown>;
  seq: number;
  generation: number;
}

/** A store that lives as long as this object; two outboxes over it are a worker before and after a crash. */
export function createMemoryStore(): OutboxStore {
  const records: Records = {
    entries: new Map(),
    attempts: new Map(),
    claims: new Map(),
    values: new Map(),
    seq: 0,
    generation: 0,
  };
  return { ...entryMethods(records), ...readMethods(records), ...valueMethods(records) };
}

function entryMethods(
  records: Records,
): Pick<OutboxStore, 'accept' | 'change' | 'changeOpen' | 'discardUnreadable' | 'prune'> {
  const { entries } = records;
  return {
    async accept(fresh, most) {
      const unknown = fresh.filter(({ id }) => !entries.has(id));
      const open = [...entries.values()].filter((entry) => !isSettled(entry)).length;
      if (unknown.length > 0 && open + unknown.length > most) throw new AcceptRefused('too-many');
      for (const entry of unknown) {
        if (entries.has(entry.id)) continue;
        records.seq += 1;
        entries.set(entry.id, { ...entry, seq: records.seq });
      }
      if (unknown.length > 0) records.generation += 1;
    },
    async change(id, step) {
      const entry = entries.get(id);
      const change = entry && step(entry);
      if (!change) return entry ?? null;
      apply(records, change);
      return change.entry;
    },
    async changeOpen(step) {
      const changed = [...entries.values()]
        .filter((entry) => !isSettled(entry))
        .map((entry) => [entry, step(entry)] as const)
        .filter(([before, after]) => before !== after);
      for (const [, after] of changed) entries.set(after.id, after);
      if (changed.length > 0) records.generation += 1;
      return changed.length;
    },
    async discardUnreadable() {
      // Nothing unreadable can be in here: what it holds was never outside of this program.
    },
    async prune(settledBefore) {
      const old = [...entries.values()].filter(
        ({ settledAt }) => settledAt !== null && settledAt < settledBefore,
      );
      for (const { id } of old) forget(records, id);
      if (old.length > 0) records.generation += 1;
      return old.length;
    },
  };
}

function readMethods(records: Records): Pick<OutboxStore, 'load' | 'recent' | 'attempts' | 'claimed'> {
  const snapshot = (wanted: (entry: Entry) => boolean) => ({
    entries: [...records.entries.values()].filter(wanted).sort((a, b) => a.seq - b.seq),
    unreadable: [],
    generation: records.generation,
  });
  return {
    load: async () => snapshot(() => true),
    async recent(since, most = Number.POSITIVE_INFINITY) {
      const settled = [...records.entries.values()]
        .filter(({ settledAt }) => settledAt !== null && settledAt >= since)
        .sort((a, b) => Number(b.settledAt) - Number(a.settledAt) || b.seq - a.seq);
      const latest = new Set(settled.slice(0, most));
      return snapshot((entry) => !isSettled(entry) || latest.has(entry));
    },
    attempts: async (entryIds) => entryIds.flatMap((id) => records.attempts.get(id) ?? []),
    claimed: async (accountId, remoteIds) =>
      new Set(remoteIds.filter((remoteId) => records.claims.has(claimKey({ accountId, remoteId })))),
  };
}

function valueMethods({ values }: Records): Pick<OutboxStore, 'value' | 'changeValue'> {
  const read = (shelf: Shelf, key: string) => values.get(`${shelf} ${key}`);
  return {
    value: async (shelf, key) => read(shelf, key),
    async changeValue(shelf, key, step) {
      const { value, result } = step(read(shelf, key));
      if (value !== undefined) values.set(`${shelf} ${key}`, value);
      return result;
    },
  };
}

function apply(records: Records, { entry, attempt, claim }: Change): void {
  if (claim) {
    const holder = records.claims.get(claimKey(claim));
    if (holder && holder.entryId !== claim.entryId) throw new ClaimTaken(claim);
    records.claims.set(claimKey(claim), claim);
  }
  if (attempt) {
    const others = (records.attempts.get(entry.id) ?? []).filter(({ n }) => n !== attempt.n);
    records.attempts.set(entry.id, [...others, attempt]);
  }
  records.entries.set(entry.id, entry);
  records.generation += 1;
}

function forget(records: Records, entryId: string): void {
  records.entries.delete(entryId);
  records.attempts.delete(entryId);
  for (const [key, claim] of records.claims) if (claim.entryId === entryId) records.claims.delete(key);
}

function claimKey({ accountId, remoteId }: Pick<Claim, 'accountId' | 'remoteId'>): string {
  return `${accountId} ${remoteId}`;
}
