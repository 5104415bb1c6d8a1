// What people did with published posts: opened post by post, one event at a time, and answered.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { configurationOf } from '@/lib/buffer/configuration.ts';
import type { Post } from '@/lib/buffer/types.ts';
import { interactionKey } from '@/lib/platform/kept-posts.ts';
import type { Interactions, KnownConfiguration } from '@/lib/platform/schemas.ts';
import type { PostDesk } from './desk.model.ts';
import type { Lists } from './lists.model.ts';

export interface PeopleState {
  configuration: KnownConfiguration;
  interactions: Interactions;
}

/** What can be answered, and where: https://buffer.com/developers/api/updates, code 1033 elsewhere. */
const ANSWERABLE = { network: 'facebook', event: 'comment' };

export class People {
  readonly #state: ReadonlySignal<PeopleState>;
  readonly #lists: Lists;
  readonly desk: PostDesk;
  /** Which event of which post is shown. */
  readonly shown = signal<Readonly<Record<string, string>>>({});
  /** Answers that are being written, by post. */
  readonly answers = signal<Readonly<Record<string, string>>>({});

  readonly isOffered = computed(() => this.#lists.can.value.includes('interactions'));

  constructor(state: ReadonlySignal<PeopleState>, lists: Lists, desk: PostDesk) {
    this.#state = state;
    this.#lists = lists;
    this.desk = desk;
  }

  /** The events that Buffer can list for a post. */
  eventsOf({ channelId }: Post): string[] {
    const channel = this.#lists.channels.value.find(({ id }) => id === channelId);
    const known = channel && configurationOf(channel, this.#state.value.configuration.networks);
    return known?.interactions ?? [];
  }

  /** What is known of an event, or null while nothing is. */
  of(postId: string, event: string) {
    return this.#state.value.interactions[interactionKey(postId, event)] ?? null;
  }

  async show(postId: string, event: string): Promise<void> {
    this.shown.value = { ...this.shown.value, [postId]: event };
    await this.desk.ask(readingOf(postId, event), { type: 'read-interactions', postId, event });
  }

  canAnswer({ network }: Post, event: string): boolean {
    const isAnswerable = network === ANSWERABLE.network && event === ANSWERABLE.event;
    return isAnswerable && this.#lists.can.value.includes('reply');
  }

  write(postId: string, text: string): void {
    this.answers.value = { ...this.answers.value, [postId]: text };
  }

  /** The words stay in the field until Buffer has them. */
  async answer(postId: string, event: string): Promise<void> {
    const text = this.answers.value[postId]?.trim();
    if (!text) return;
    const command = { type: 'reply', postId, event, text } as const;
    const reply = await this.desk.ask(answerOf(postId), command, { outcome: { done: 'reply' } });
    if (reply.ok) this.write(postId, '');
  }
}

/** An answer has troubles of its own, beside those of its post. */
export function answerOf(postId: string): string {
  return `answer ${postId}`;
}

/** So has each list: whoever looks at the next one, or answers, does not wait for it. */
export function readingOf(postId: string, event: string): string {
  return `people ${postId} ${event}`;
}
