// Whether Buffer takes the calls that this post needs, and what is to be said of it when it hardly does.
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Quota } from '@/lib/buffer/quota.ts';
import type { Draft } from '@/lib/drafts/draft.ts';
import type { Command, Reply } from '@/lib/messages.ts';
import type { OutboxSummary } from '@/lib/outbox/summary.ts';

/** An undo and a look or two should be possible still. */
const SPARE = 3;
const LITTLE = 0.1;
/** The longest that a timer waits. */
const LONGEST_MS = 2 ** 31 - 1;

interface Of {
  readonly draft: Draft;
  readonly outbox: ReadonlySignal<OutboxSummary>;
  /** Milliseconds. */
  now(): number;
}

/** `closed`: no call leaves for now; `short`: not enough for this post; `low`: little is left. */
export type Standing = 'closed' | 'short' | 'low';

export class Allowance {
  readonly quota = signal<Quota | null>(null);
  /** Null as long as nobody needs to think of it. */
  readonly standing = computed(() => this.quota.value && standingOf(this.quota.value, this.#calls()));
  readonly #of: Of;
  readonly #send: (command: Command) => Promise<Reply>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(of: Of, send: (command: Command) => Promise<Reply>) {
    this.#of = of;
    this.#send = send;
  }

  /** Asks now, after every change of the outbox, and once there is more, until the function that it gives is called. */
  follow(): () => void {
    const stop = effect(() => {
      void this.#of.outbox.value;
      void this.#ask();
    });
    return () => {
      stop();
      clearTimeout(this.#timer);
    };
  }

  /** One for each chosen channel, and for what is on its way. */
  #calls(): number {
    return this.#of.draft.channelIds.length + this.#of.outbox.value.onTheirWay;
  }

  async #ask(): Promise<void> {
    const reply = await this.#send({ type: 'read-quota' }).catch(() => null);
    if (!reply?.ok) return;
    const quota = reply.quota ?? null;
    this.quota.value = quota;
    clearTimeout(this.#timer);
    const changesAt = quota && (quota.closedUntil ?? quota.growsAt);
    if (changesAt === null) return;
    const wait = Math.min(Math.max(changesAt - this.#of.now(), 1000), LONGEST_MS);
    this.#timer = setTimeout(() => void this.#ask(), wait);
  }
}

function standingOf({ closedUntil, left, limit }: Quota, calls: number): Standing | null {
  if (closedUntil !== null) return 'closed';
  if (left < calls) return 'short';
  return left < calls + SPARE || left < limit * LITTLE ? 'low' : null;
}
