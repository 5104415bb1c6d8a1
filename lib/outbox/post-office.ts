// Keeps the outbox at work: recovers it once in a worker's life, drains it while anything is due, and sets the alarm.
import type { Caller } from '../buffer/backend.ts';
import type { Purpose } from '../buffer/budget.ts';
import { BufferError } from '../buffer/errors.ts';
import type { NewPost } from '../buffer/types.ts';
import { type BudgetKeeper, createBudgetKeeper } from './budget.ts';
import type { Submission } from './entry.ts';
import { type Choice, createOutbox, type Outbox } from './outbox.ts';
import type { OutboxPorts } from './ports.ts';

/** Longer than a call may take. */
const STANDBY_MS = 60_000;
/** Chrome rings no alarm of a packed extension sooner than this. */
const SOONEST_MS = 30_000;

export interface PostOfficePorts extends Omit<OutboxPorts, 'budget'> {
  /** Sets the one alarm, which outlives the worker, for a moment (ms) that it calls `drain`; null for never. */
  planAlarm(at: number | null): Promise<void>;
  /** Runs something after a wait (ms) if this worker lives until then; gives what takes it back. */
  after(wait: number, run: () => void): () => void;
}

/** One for each worker. Methods reject only if the store does. */
export class PostOffice {
  readonly budget: BudgetKeeper;
  readonly #ports: PostOfficePorts;
  readonly #outbox: Outbox;
  #recovered: Promise<void> | null = null;
  #draining: Promise<void> | null = null;
  #again = false;
  /** How many changes are being written that a drain will follow. */
  #changing = 0;
  #stopTimer = () => {};

  constructor(ports: PostOfficePorts) {
    this.#ports = ports;
    this.budget = createBudgetKeeper(ports.store, ports.now);
    this.#outbox = createOutbox({ ...ports, budget: this.budget });
  }

  /** The first thing after every cold start: what was being sent when the worker died is checked, not sent again. */
  async wake(): Promise<void> {
    await this.#open();
    // A worker that ended between a sign-in, or a renewal, and this has left the account paused.
    const signed = await this.#ports.current();
    if (signed) await this.ready(signed.accountId);
    await this.drain();
  }

  /** Resolves once the posts are durable; sending them begins at once and is not waited for. */
  async accept(submissions: Submission[]): Promise<void> {
    const outbox = await this.#open();
    await this.standingBy(() => outbox.accept(submissions));
  }

  /** Takes posts back, out of Buffer too; false if one of them could not be. */
  async undo(ids: string[]): Promise<boolean> {
    const outbox = await this.#open();
    return this.standingBy(async () => {
      let whole = true;
      for (const id of ids) whole = (await outbox.undo(id)).ok && whole;
      return whole;
    });
  }

  /** The post of an entry, to be written anew; null if the id is unknown. */
  async post(id: string): Promise<NewPost | null> {
    return (await this.#open()).post(id);
  }

  /** Takes an entry back if it waits or needs the person; false if it is on its way or in Buffer by now. */
  async withdraw(id: string): Promise<boolean> {
    const outbox = await this.#open();
    return (await this.standingBy(() => outbox.withdraw(id))) === 'cancelled';
  }

  /** Throws away a record that this version cannot read. */
  async discardUnreadable(id: string): Promise<void> {
    await (await this.#open()).discardUnreadable(id);
  }

  /** The person has seen what was lost. */
  async dismissLost(): Promise<void> {
    await (await this.#open()).dismissLost();
  }

  /** The person's answer for an entry that needs them. */
  async resolve(id: string, choice: Choice): Promise<void> {
    const outbox = await this.#open();
    await this.standingBy(() => outbox.resolve(id, choice));
  }

  /** After a sign-in: what waited for this account goes out, which is not waited for. */
  async ready(accountId: string): Promise<void> {
    const outbox = await this.#open();
    await this.standingBy(() => outbox.accountReady(accountId));
  }

  /**
   * Does what will leave something to send, with an alarm standing by: should the worker end before the drain that
   * follows, it rings in the next one.
   */
  async standingBy<T>(work: () => Promise<T>): Promise<T> {
    this.#changing += 1;
    try {
      await this.#planAlarm(null);
      return await work();
    } finally {
      this.#changing -= 1;
      this.#goOn();
    }
  }

  /** Sends and checks whatever is due, then sets the one alarm for what is not. */
  drain(): Promise<void> {
    this.#again = true;
    this.#draining ??= this.#work().finally(() => {
      this.#draining = null;
    });
    return this.#draining;
  }

  /** Reserves one call; rejects with `BufferError` (`rate-limited`, unsent) when the budget has none. */
  async reserve(purpose: Purpose, caller: Caller): Promise<void> {
    const answer = await this.budget.reserve(purpose, caller);
    if (answer.ok) return;
    throw new BufferError({ kind: 'rate-limited', message: null, retryAt: answer.until, unsent: true });
  }

  /** Learns the server's clock and the rate limits from an answer's headers. */
  async observe(headers: Headers, caller: Caller): Promise<void> {
    const outbox = await this.#open();
    await outbox.observe(headers.get('Date'));
    await this.budget.learn(headers, caller);
  }

  /** Drains without anybody waiting for it: should the store refuse, the alarm that stands by rings for another try. */
  #goOn(): void {
    this.drain().catch((error: unknown) => console.error('the outbox could not go on:', error));
  }

  /** Nothing may touch the outbox before it is recovered: a change would hide what the last worker left. */
  async #open(): Promise<Outbox> {
    this.#recovered ??= this.#outbox.recover().catch((error: unknown) => {
      this.#recovered = null;
      throw error;
    });
    await this.#recovered;
    return this.#outbox;
  }

  async #work(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      // The alarm that rang is spent: another stands by, should the worker end while it waits for Buffer.
      await this.#planAlarm(this.#ports.now() + STANDBY_MS);
      const outbox = await this.#open();
      const { wakeAt } = await outbox.drain();
      await this.#planAlarm(wakeAt);
      this.#drainSoon(wakeAt);
    }
  }

  #planAlarm(wakeAt: number | null): Promise<void> {
    const now = this.#ports.now();
    // A drain that ends beside a change, or right after it, knows nothing of it: it may plan for a day later, or never.
    const isOutdated = this.#changing > 0 || this.#again;
    const at = isOutdated ? Math.min(wakeAt ?? Number.POSITIVE_INFINITY, now + STANDBY_MS) : wakeAt;
    return this.#ports.planAlarm(at === null ? null : Math.max(at, now + SOONEST_MS));
  }

  /** A timer serves what is due before an alarm can ring; should the worker end first, the alarm stands. */
  #drainSoon(wakeAt: number | null): void {
    this.#stopTimer();
    const wait = wakeAt === null ? SOONEST_MS : wakeAt - this.#ports.now();
    if (wait < SOONEST_MS) this.#stopTimer = this.#ports.after(Math.max(0, wait), () => this.#goOn());
  }
}
