// The outbox in the browser: its store, its clock, its lock, and the alarm that wakes it again.
import type { BufferBackend } from '@/lib/buffer/backend.ts';
import type { AnswerSeen } from '@/lib/buffer/backends.ts';
import type { Purpose } from '@/lib/buffer/budget.ts';
import { BufferError } from '@/lib/buffer/errors.ts';
import { createBudgetKeeper } from '@/lib/outbox/budget.ts';
import type { Submission } from '@/lib/outbox/entry.ts';
import { createOutbox, type Outbox } from '@/lib/outbox/outbox.ts';
import { createServerClock } from '@/lib/outbox/server-clock.ts';
import { createIdbStore } from '@/lib/outbox/store.idb.ts';
import type { OutboxSummary } from '@/lib/outbox/summary.ts';
import { CONNECTION, OUTBOX, OUTBOX_MIRROR, read, write } from '@/lib/platform/storage.ts';
import { planDrain, SOONEST_MS } from './alarms.ts';
import { Session } from './session.ts';

/** Longer than a call may take. */
const STANDBY_MS = 60_000;

type Changed = (before: OutboxSummary, after: OutboxSummary) => Promise<void>;

export class PostOffice {
  readonly session: Session;
  readonly #store = createIdbStore();
  readonly #clock = createServerClock(this.#store, Date.now);
  readonly budget = createBudgetKeeper(this.#store, Date.now);
  readonly #changed: Changed;
  #draining: Promise<void> | null = null;
  #publishing: Promise<void> = Promise.resolve();
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `changed` is told of every committed change, after the projection was written. */
  constructor(changed: Changed) {
    this.#changed = changed;
    this.session = new Session({
      observe: (answer) => void this.#observe(answer),
      reserve: (purpose, accountId) => this.#reserve(purpose, accountId),
      renewable: (accountId) => void this.ready(accountId),
    });
  }

  /** The first thing after every cold start: what was being sent when the worker died is checked, not sent again. */
  async wake(): Promise<void> {
    const outbox = await this.#outbox();
    await outbox.recover();
    // A worker that ended between a sign-in, or a renewal, and this has left the account paused.
    const signed = await this.session.current();
    if (signed) await outbox.accountReady(signed.accountId);
    await this.drain();
  }

  /** Resolves once the posts are durable; sending them begins at once and is not waited for. */
  async accept(submissions: Submission[]): Promise<void> {
    const outbox = await this.#outbox();
    await outbox.accept(submissions);
    // Should the worker die before the alarm of the drain stands, this one finds the posts.
    await planDrain(Date.now());
    void this.drain();
  }

  /** Takes posts back, out of Buffer too; false if one of them could not be. */
  async undo(ids: string[]): Promise<boolean> {
    const outbox = await this.#outbox();
    let whole = true;
    for (const id of ids) whole = (await outbox.undo(id)).ok && whole;
    void this.drain();
    return whole;
  }

  async resolve(id: string, choice: 'there' | 'again' | 'discard'): Promise<void> {
    const outbox = await this.#outbox();
    await outbox.resolve(id, choice);
    void this.drain();
  }

  /** After a sign-in: what waited for this account goes out. */
  async ready(accountId: string): Promise<void> {
    const outbox = await this.#outbox();
    await outbox.accountReady(accountId);
    await this.drain();
  }

  /** Sends and checks whatever is due, then sets the one alarm for what is not. */
  drain(): Promise<void> {
    this.#again = true;
    this.#draining ??= this.#work().finally(() => {
      this.#draining = null;
    });
    return this.#draining;
  }

  async #work(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      // The alarm that rang is spent: another stands by, should the worker end while it waits for Buffer.
      await planDrain(Date.now() + STANDBY_MS);
      const outbox = await this.#outbox();
      const { wakeAt } = await outbox.drain();
      await planDrain(wakeAt);
      this.#drainSoon(wakeAt);
    }
  }

  /** A timer serves what is due before an alarm can ring; should the worker end first, the alarm stands. */
  #drainSoon(wakeAt: number | null): void {
    clearTimeout(this.#timer);
    const wait = wakeAt === null ? SOONEST_MS : wakeAt - Date.now();
    if (wait < SOONEST_MS) this.#timer = setTimeout(() => void this.drain(), Math.max(0, wait));
  }

  /** Composed anew for each use, so that it always speaks for who is signed in now. */
  async #outbox(): Promise<Outbox> {
    const signed = await this.session.current();
    const backendFor = (accountId: string): BufferBackend | null =>
      signed?.accountId === accountId ? signed.backend : null;
    const outbox: Outbox = createOutbox({
      store: this.#store,
      backendFor,
      budget: this.budget,
      now: Date.now,
      random: Math.random,
      online: () => navigator.onLine,
      lock: (work) => navigator.locks.request('outbox', work) as ReturnType<typeof work>,
      onChange: () => this.#publish(outbox),
      onCommit: (count, generation) => write(OUTBOX_MIRROR, { count, generation }),
    });
    return outbox;
  }

  /** One after another, each with the newest state: what is shown last is what is stored. */
  #publish(outbox: Outbox): Promise<void> {
    this.#publishing = this.#publishing
      .then(async () => {
        const [before, after] = [await read(OUTBOX), await outbox.summary()];
        await write(OUTBOX, after);
        await this.#changed(before, after);
      })
      .catch((error: unknown) => {
        console.error('the outbox could not be shown:', error instanceof Error ? error.message : '');
      });
    return this.#publishing;
  }

  async #reserve(purpose: Purpose, accountId: string): Promise<void> {
    const answer = await this.budget.reserve(purpose, accountId);
    if (answer.ok) return;
    throw new BufferError({ kind: 'rate-limited', message: null, retryAt: answer.until, unsent: true });
  }

  async #observe({ headers }: AnswerSeen): Promise<void> {
    await this.#clock.observe(headers.get('Date'));
    const { account } = await read(CONNECTION);
    if (account) await this.budget.learn(headers, account.id);
  }
}
