// Watches a schedule while it runs for what the server's record alone cannot tell at the end.
import { LIMIT } from '../../lib/outbox/due.ts';
import { type Entry, isSettled } from '../../lib/outbox/entry.ts';
import type { OutboxStore } from '../../lib/outbox/store.ts';
import type { Book } from './book.ts';
import type { Browser } from './browser.ts';
import type { Call } from './buffer/call.ts';
import type { Clock } from './clock.ts';
import type { Violation } from './judge.ts';
import type { Trace } from './trace.ts';

const SOONEST_MS = 30_000;
/** While a worker is at it an alarm stands by, a minute away. */
const STANDBY_MS = 60_000;
/** A call whose token took a while may leave this long after its account was paused. */
const UNDER_WAY_MS = 45_000;
/** Reasons to ask that Buffer has not given. */
const DOUBTS = new Set(['unclear', 'near-match', 'duplicate']);

export class Witness {
  readonly violations: Violation[] = [];
  readonly #clock: Clock;
  readonly #browser: Browser;
  readonly #book: Book;
  readonly #trace: Trace;
  /** Entries that were thrown away as old receipts. */
  readonly #pruned = new Map<string, Entry>();
  readonly #pausedSince = new Map<string, number>();
  /** Entries that the store has called cancelled. */
  readonly #cancelled = new Set<string>();

  constructor(clock: Clock, browser: Browser, { book, trace }: { book: Book; trace: Trace }) {
    this.#clock = clock;
    this.#browser = browser;
    this.#book = book;
    this.#trace = trace;
    this.#watch(browser.disk.store);
  }

  /** Every entry as it was last stored. */
  async entries(): Promise<Map<string, Entry>> {
    const { entries } = await this.#browser.disk.store.load();
    return new Map([...this.#pruned, ...entries.map((entry) => [entry.id, entry] as const)]);
  }

  /** A call has left the device. */
  left(call: Call, accountId: string | null): void {
    if (call.marker !== null && this.#cancelled.has(call.marker)) {
      this.#blame(`${call.marker} was sent although it was cancelled`);
    }
    const since = accountId === null ? undefined : this.#pausedSince.get(accountId);
    if (since !== undefined && call.operation !== 'token' && this.#clock.now - since > UNDER_WAY_MS) {
      this.#blame(`${call.operation} left for ${accountId}, which is paused`);
    }
  }

  /** A worker has ended: if anything is left to do, an alarm has to stand. */
  async ended(): Promise<void> {
    const { browser, now } = { browser: this.#browser, now: this.#browser.now() };
    const alarm = browser.alarmAt;
    if (!browser.isRunning || browser.hasLostAlarm) return;
    const { entries } = await browser.disk.store.load();
    const due = free(entries).filter((entry) => this.#book.get(entry.id)?.accepted);
    const next = Math.min(
      ...due.map(({ state, nextAt }) => (state === 'sending' ? now : (nextAt ?? Infinity))),
    );
    if (next === Number.POSITIVE_INFINITY) return;
    const latest = Math.max(next, now + SOONEST_MS, now + STANDBY_MS) + 1000;
    if (alarm !== null && alarm <= latest) return;
    this.#blame(
      `no worker, something due at ${next - now} ms, the alarm at ${alarm === null ? 'never' : alarm - now}`,
    );
  }

  /** What is shown is what is stored. */
  async shown(): Promise<void> {
    const { summary } = this.#browser.disk.shown;
    const entries = (await this.#browser.disk.store.load()).entries;
    const count = (...states: string[]) => entries.filter(({ state }) => states.includes(state)).length;
    const onTheirWay = count('waiting', 'sending', 'checking');
    if (summary.onTheirWay !== onTheirWay || summary.needsYou !== count('needs-you')) {
      this.#blame(
        `shows ${summary.onTheirWay} and ${summary.needsYou}, holds ${onTheirWay} and ${count('needs-you')}`,
      );
    }
  }

  /** What is shown of the entries that ask is remembered: from then on it is the person who decides. */
  noteAsked(): number {
    let asked = 0;
    for (const { id, state, reason, acceptedAt } of this.#browser.disk.shown.summary.entries) {
      const page = this.#book.get(id);
      if (state !== 'needs-you' || !page || page.asked) continue;
      page.asked = true;
      const isYoung = this.#browser.now() - acceptedAt < LIMIT;
      page.doubted = DOUBTS.has(reason) && page.post.mode !== 'now' && isYoung;
      asked += 1;
    }
    return asked;
  }

  #blame(reason: string): void {
    this.#trace.note('violation', reason);
    this.violations.push({ promise: 'otherViolations', reason });
  }

  /** The true store tells of what is written to it, whichever worker wrote it. */
  #watch(store: OutboxStore): void {
    const { change, prune, changeValue } = store;
    store.change = async (id, step) => {
      const entry = await change(id, step);
      if (entry?.state === 'cancelled') this.#cancelled.add(id);
      return entry;
    };
    store.prune = async (before) => {
      for (const entry of (await store.load()).entries) {
        if (isSettled(entry) && (entry.settledAt ?? 0) < before) this.#pruned.set(entry.id, entry);
      }
      return prune(before);
    };
    store.changeValue = async (shelf, key, step) => {
      const result = await changeValue(shelf, key, step);
      if (key === 'accounts') this.#notePauses(await store.value(shelf, key));
      return result;
    };
  }

  #notePauses(notes: unknown): void {
    for (const [accountId, { paused }] of Object.entries(
      (notes ?? {}) as Record<string, { paused: boolean }>,
    )) {
      if (!paused) this.#pausedSince.delete(accountId);
      else if (!this.#pausedSince.has(accountId)) this.#pausedSince.set(accountId, this.#clock.now);
    }
  }
}

/** Entries on their way that no older one of the same queue has to go before. */
function free(entries: Entry[]): Entry[] {
  const queues = new Set<string>();
  return entries.filter(({ state, post, accountId }) => {
    if (!['waiting', 'checking', 'sending'].includes(state)) return false;
    const key = `${accountId} ${post.channel.id}`;
    const isBehind = post.mode === 'queue' && queues.has(key) && state === 'waiting';
    if (post.mode === 'queue') queues.add(key);
    return !isBehind;
  });
}
