// Where a person acts on Buffer's posts: what is asked for, what came of it, and words that are being edited.
import { computed, signal } from '@preact/signals';
import type { Post } from '@/lib/buffer/types.ts';
import type { Command, Reply } from '@/lib/messages.ts';
import type { PostEdits } from '@/lib/platform/schemas.ts';
import type { Lists } from './lists.model.ts';
import { answerTo, isListOutdated, type Send, type Trouble, troubleIn } from './trouble.ts';

export type Deed = 'share' | 'move' | 'delete';

/** What is announced once it is done; `place` counts from 1. */
export type Outcome =
  | { done: Deed | 'edit' | 'shuffle' | 'schedule' | 'reply' }
  | { done: 'arrange'; place: number; of: number };

interface About {
  /** Whose queue is another one then. */
  channelId?: string;
  /** What is announced once it is done. */
  outcome?: Outcome;
}

const COMMANDS = { share: 'share-post', move: 'move-post', delete: 'delete-post' } as const;

export class PostDesk {
  readonly #lists: Lists;
  readonly #send: Send;
  /** Posts and channels whose answer is awaited: nobody presses twice. */
  readonly busy = signal<ReadonlySet<string>>(new Set());
  readonly troubles = signal<Readonly<Record<string, Trouble>>>({});
  readonly edits = signal<PostEdits>({});
  /** The last that was done. */
  readonly outcome = signal<Outcome | null>(null);

  /** What is being edited and has left the list that it stood in. */
  readonly strays = computed((): Post[] => {
    const listed = new Set(this.#lists.list.value.posts.map(({ id }) => id));
    const channelId = this.#lists.channel.value?.id ?? null;
    return Object.values(this.edits.value)
      .map(({ post }) => post)
      .filter((post) => !listed.has(post.id) && (channelId === null || post.channelId === channelId));
  });

  constructor(lists: Lists, send: Send) {
    this.#lists = lists;
    this.#send = send;
  }

  async act({ id, channelId }: Post, deed: Deed): Promise<void> {
    await this.ask(id, { type: COMMANDS[deed], id }, { channelId, outcome: { done: deed } });
  }

  /** One question at a time for each id; what does not work stands beside it, what does is announced. */
  async ask(id: string, command: Command, { channelId, outcome }: About = {}): Promise<Reply> {
    if (this.busy.value.has(id)) return BUSY;
    this.busy.value = new Set([...this.busy.value, id]);
    const reply = await answerTo(this.#send, command);
    this.busy.value = new Set([...this.busy.value].filter((other) => other !== id));
    const trouble = troubleIn(reply);
    const { [id]: _, ...others } = this.troubles.value;
    this.troubles.value = trouble ? { ...others, [id]: trouble } : others;
    if (reply.ok && outcome) this.outcome.value = { ...outcome };
    const isChanged = trouble ? isListOutdated(trouble) : outcome !== undefined;
    if (channelId !== undefined && isChanged) this.#lists.readSoon(channelId);
    return reply;
  }

  /** Reads the post afresh first: what somebody else has changed is seen before it is written over. */
  async edit(post: Post): Promise<void> {
    const { id, channelId } = post;
    const reply = await this.ask(id, { type: 'open-post', id }, { channelId });
    if (!reply.ok || this.edits.value[post.id]) return;
    const { text = post.text } = reply;
    this.edits.value = { ...this.edits.value, [post.id]: { post, text, saved: text } };
  }

  /** Whoever looks at something else, or anew, has read what did not work; beside words that are edited it stays. */
  tidy(): void {
    const edited = Object.entries(this.troubles.value).filter(([id]) => this.edits.value[id]);
    this.troubles.value = Object.fromEntries(edited);
  }

  write(id: string, text: string): void {
    const edit = this.edits.value[id];
    if (edit) this.edits.value = { ...this.edits.value, [id]: { ...edit, text } };
  }

  cancel(id: string): void {
    const { [id]: _, ...others } = this.edits.value;
    const { [id]: __, ...troubles } = this.troubles.value;
    this.edits.value = others;
    this.troubles.value = troubles;
  }

  /** The words stay in the field until Buffer has them. */
  async save(id: string): Promise<void> {
    const begun = this.edits.value[id];
    if (!begun) return;
    const { text, post } = begun;
    const about: About = { channelId: post.channelId, outcome: { done: 'edit' } };
    const reply = await this.ask(id, { type: 'edit-post', id, text }, about);
    const edit = this.edits.value[id];
    if (!reply.ok || !edit) return;
    if (edit.text === text) this.cancel(id);
    // Whoever went on writing goes on editing.
    else this.edits.value = { ...this.edits.value, [id]: { ...edit, saved: text } };
  }
}

const BUSY: Reply = { ok: false, problem: 'failed' };
