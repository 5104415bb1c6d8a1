// Which of Buffer's posts are looked at, what is known of them, and when they are read again.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Channel } from '@/lib/buffer/types.ts';
import { changedBetween, isBehind } from './outbox-changes.ts';
import { listOf, type PostsState, type ShownList, type View } from './shown-list.ts';
import { answerTo, type Send, type Trouble, troubleIn } from './trouble.ts';

export interface ListPorts {
  send: Send;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs something after a wait (ms). */
  after(wait: number, run: () => void): void;
}

const FRESH_MS = 60_000;
/** So long after a change the list is read again: several changes in a row are one reading. */
const SETTLED_MS = 1500;

export class Lists {
  readonly #state: ReadonlySignal<PostsState>;
  readonly #ports: ListPorts;
  readonly view = signal<View>('queue');
  /** The chosen channel; null for all. */
  readonly chosen = signal<string | null>(null);
  readonly reading = signal(false);
  readonly trouble = signal<Trouble | null>(null);
  #again = false;
  /** The channels whose queues were changed since they were read. */
  readonly #touched = new Set<string>();
  #soon = 0;

  readonly channels = computed(() => this.#state.value.cache.channels);
  /** Known, and not only still to come. */
  readonly hasNoChannel = computed(() => {
    const { fetchedAt, channels } = this.#state.value.cache;
    return fetchedAt > 0 && channels.length === 0;
  });
  readonly isSignedIn = computed(() => this.#state.value.connection.status === 'signed-in');
  readonly can = computed(() => this.#state.value.connection.can);
  /** The first day of the person's weeks; null where Buffer has not told it. */
  readonly weekStart = computed(() => this.#state.value.cache.preferences?.weekStart ?? null);
  /** A schedule is always of one channel. */
  readonly channel = computed((): Channel | null => {
    const channels = this.channels.value;
    const chosen = channels.find(({ id }) => id === this.chosen.value) ?? null;
    return chosen ?? (this.view.value === 'schedule' ? (channels[0] ?? null) : null);
  });
  readonly list = computed((): ShownList => listOf(this.#state.value, this.view.value, this.channel.value));

  constructor(state: ReadonlySignal<PostsState>, ports: ListPorts) {
    this.#state = state;
    this.#ports = ports;
  }

  show(view: View): Promise<void> {
    this.view.value = view;
    return this.freshen();
  }

  choose(channelId: string | null): Promise<void> {
    this.chosen.value = channelId;
    return this.freshen();
  }

  /** Reads again what is shown and has grown old. */
  async freshen(): Promise<void> {
    this.trouble.value = null;
    const channel = this.channel.value;
    if (this.isSignedIn.value && channel) {
      // What is known of it stays, and says how old it is, when this fails.
      void answerTo(this.#ports.send, { type: 'read-channel', channelId: channel.id });
    }
    if (this.#isOld()) await this.refresh();
  }

  #isOld(): boolean {
    const now = this.#ports.now();
    const { isOwn, hasMore, fetchedAt } = this.list.value;
    const isWhole = isOwn || (fetchedAt > 0 && !hasMore);
    if (!isWhole || Math.abs(now - fetchedAt) > FRESH_MS) return true;
    const about = { channelId: this.channel.value?.id ?? null, now };
    return this.view.value === 'queue' && isBehind(this.#state.value.outbox, this.list.value, about);
  }

  refresh(): Promise<void> {
    return this.#read(false);
  }

  more(): Promise<void> {
    return this.#read(true);
  }

  /** A channel's queue was changed: what Buffer makes of the others in it is read once it has settled. */
  readSoon(channelId: string): void {
    this.#touched.add(channelId);
    const turn = ++this.#soon;
    this.#ports.after(SETTLED_MS, () => {
      if (turn === this.#soon) void this.#readTouched();
    });
  }

  /** What came from elsewhere: a sign-in, or a post that reached Buffer or was taken back out of it. */
  follow(before: PostsState): void {
    const now = this.#state.value;
    const ready = ({ connection, cache }: PostsState) =>
      connection.status === 'signed-in' && cache.channels.length > 0;
    const isBack = (ready(now) && !ready(before)) || (now.online && !before.online);
    if (isBack) void this.freshen();
    for (const channelId of changedBetween(before.outbox, now.outbox)) this.readSoon(channelId);
  }

  /** Some APIs need a call for each channel, so that only what was changed is read. */
  async #readTouched(): Promise<void> {
    const touched = [...this.#touched];
    this.#touched.clear();
    if (!this.isSignedIn.value) return;
    for (const channelId of touched) {
      await answerTo(this.#ports.send, { type: 'read-posts', view: 'queue', channelId, more: false });
    }
  }

  async #read(more: boolean): Promise<void> {
    const view = this.view.value;
    if (view === 'schedule' || !this.isSignedIn.value) return;
    if (this.reading.value) {
      this.#again = true;
      return;
    }
    this.reading.value = true;
    const channelId = this.channel.value?.id ?? null;
    this.trouble.value = troubleIn(
      await answerTo(this.#ports.send, { type: 'read-posts', view, channelId, more }),
    );
    this.reading.value = false;
    if (!this.#again) return;
    this.#again = false;
    await this.refresh();
  }
}
