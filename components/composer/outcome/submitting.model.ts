// Handing the draft over to the outbox, and what becomes of it there.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Judge } from '@/components/composer/judge.ts';
import { type Trouble, troubleOf } from '@/components/composer/trouble.ts';
import type { Channel } from '@/lib/buffer/types.ts';
import type { Draft } from '@/lib/drafts/draft.ts';
import type { Command, Reply } from '@/lib/messages.ts';
import { offered } from '@/lib/outbox/offered.ts';
import type { EntryView, OutboxSummary } from '@/lib/outbox/summary.ts';
import type { ConnectionView } from '@/lib/platform/schemas.ts';
import { Attempt, handOver } from './attempt.ts';

/** The composer, as far as a draft is handed over here. */
interface Hands {
  readonly draft: Draft;
  readonly channels: ReadonlySignal<Channel[]>;
  readonly connection: ReadonlySignal<ConnectionView | null>;
  readonly outbox: ReadonlySignal<OutboxSummary>;
  /** Resolves once storage has answered. */
  readonly loaded: Promise<void>;
  readonly judge: Pick<Judge, 'blocking' | 'exactly' | 'posts'>;
  /** The posts are in the outbox: the draft has done its duty. */
  accepted(): void;
}

interface Ports {
  send(command: Command): Promise<Reply>;
  wait(ms: number): Promise<void>;
  newId(): string;
  now(): number;
}

type Phase = 'writing' | 'saving' | 'sent';

/** To draw that posts are being saved takes as long as to save them: it is said only where that takes longer. */
const PATIENCE_MS = 50;

const DONE: Reply = { ok: true };

export class Submitting {
  readonly phase = signal<Phase>('writing');
  /** What is drawn: while posts are being saved the writing for a moment, soon with the outcome made ready behind it. */
  readonly shown = signal<Phase | 'ready'>('writing');
  readonly isWriting = computed(() => this.shown.value === 'writing' || this.shown.value === 'ready');
  readonly trouble = signal<Trouble | null>(null);
  /** True once submitting was tried, so that nobody is scolded before they have begun. */
  readonly tried = signal(false);
  readonly undoing = signal(false);
  readonly #groupId = signal<string | null>(null);
  /** What was handed over, as the outbox will show it. */
  readonly #offered = signal<EntryView[]>([]);
  readonly #hands: Hands;
  readonly #ports: Ports;
  #attempt: Attempt | null = null;
  /** The entries of the last submit, in the order of the channels: from the outbox, once it shows them. */
  readonly group = computed(() => {
    const { entries } = this.#hands.outbox.value;
    const shown = entries.filter(({ groupId }) => groupId === this.#groupId.value);
    return shown.length > 0 ? shown.reverse() : this.#offered.value;
  });

  constructor(hands: Hands, ports: Ports) {
    this.#hands = hands;
    this.#ports = ports;
  }

  async submit(): Promise<void> {
    const { judge, connection } = this.#hands;
    await this.#hands.loaded;
    await judge.exactly();
    if (this.phase.value !== 'writing') return;
    const account = connection.value?.account;
    if (!account) {
      this.trouble.value = 'signedOut';
      return;
    }
    if (judge.blocking.value.length > 0) {
      this.tried.value = true;
      return;
    }
    this.#attempt ??= new Attempt(() => this.#ports.newId());
    const { groupId } = this.#attempt;
    const submissions = this.#attempt.submissions(judge.posts(), account.id);
    this.phase.value = 'saving';
    this.#offered.value = offered(submissions, this.#ports.now());
    const answered = handOver(submissions, (command) => this.#ports.send(command));
    void this.#showSaving();
    const reply = await answered;
    if (reply?.ok) this.#accepted(groupId);
    else this.#refused(reply);
  }

  /** The draft is another one now: nothing of it has been offered yet. */
  changed(): void {
    this.trouble.value = null;
    this.#attempt = null;
  }

  /** An accept whose answer was lost is seen in the outbox all the same. */
  notice(outbox: OutboxSummary): void {
    const groupId = this.#attempt?.groupId;
    if (groupId && outbox.entries.some((entry) => entry.groupId === groupId)) this.#accepted(groupId);
  }

  /** Takes back every post of the last submit: waiting ones are never sent, those in Buffer are deleted there. False if any is not, or is not even saved. */
  async undo(): Promise<boolean> {
    if (this.undoing.value || this.phase.value === 'saving') return false;
    this.undoing.value = true;
    const ids = this.group.value.filter(({ state }) => state !== 'cancelled').map(({ id }) => id);
    const reply = ids.length > 0 ? await this.#ports.send({ type: 'undo', ids }).catch(() => null) : DONE;
    this.trouble.value = reply?.ok ? null : 'notUndone';
    this.undoing.value = false;
    return reply?.ok ?? false;
  }

  toWriting(): void {
    batch(() => {
      this.changed();
      this.#groupId.value = null;
      this.#offered.value = [];
      this.#turnTo('writing');
      this.tried.value = false;
    });
  }

  /** The browser passes a message on when nothing else is to be done: what is drawn at once makes it late. */
  async #showSaving(): Promise<void> {
    await this.#ports.wait(0);
    if (this.phase.value === 'saving') this.shown.value = 'ready';
    await this.#ports.wait(PATIENCE_MS);
    this.shown.value = this.phase.value;
  }

  #turnTo(phase: Phase): void {
    this.phase.value = phase;
    this.shown.value = phase;
  }

  #accepted(groupId: string): void {
    if (this.phase.value === 'sent') return;
    batch(() => {
      this.#attempt = null;
      this.#groupId.value = groupId;
      this.#turnTo('sent');
      this.tried.value = false;
      this.#hands.accepted();
    });
  }

  #refused(reply: Reply | null): void {
    // The outbox has shown the posts already: only the answer was lost, and sending them anew would double them.
    if (this.phase.value === 'sent') return;
    batch(() => {
      this.#turnTo('writing');
      this.tried.value = true;
      this.#offered.value = [];
      this.trouble.value = troubleOf(reply);
    });
  }
}
