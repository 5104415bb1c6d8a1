// What the simulated Buffer holds, and what it makes of a text.
import type { Random } from '../random.ts';

export interface ServerPost {
  id: string;
  accountId: string;
  channelId: string;
  network: string;
  text: string;
  status: string;
  createdAt: number;
  /** Lists lag behind: before this moment none of them shows the post. */
  listedAt: number;
  dueAt: number | null;
  isCustomTime: boolean;
  deletedAt: number | null;
  /** Which entry's call made it, as nobody but the judge knows; null for what others wrote. */
  marker: string | null;
}

/** What Buffer does to posts in this world. */
export interface Habits {
  shortensLinks: boolean;
  collapsesSpace: boolean;
  /** How long a list may lag behind, in milliseconds. */
  listLag: number;
  /** Whether a second equal post in a channel's queue is refused with 1025. */
  refusesDuplicates: boolean;
}

export const PLAIN_HABITS: Habits = {
  shortensLinks: false,
  collapsesSpace: false,
  listLag: 0,
  refusesDuplicates: false,
};

export interface Wanted {
  channelId: string;
  network: string;
  text: string;
  mode: string;
  dueAt: string | null;
  draft: boolean;
  /** Whether links are to be shortened, where that is the caller's to say. */
  shorten?: boolean;
}

/** The lists of the classic API, and what stands in each. */
const LISTS: Record<string, ReadonlySet<string>> = {
  pending: new Set(['scheduled']),
  sent: new Set(['sent']),
  drafts: new Set(['draft']),
};

export class Shelf {
  readonly posts: ServerPost[] = [];
  readonly #random: Random;
  readonly #habits: Habits;

  constructor(random: Random, habits: Habits) {
    this.#random = random;
    this.#habits = habits;
  }

  create(wanted: Wanted, by: { accountId: string; marker: string | null }, now: number): ServerPost {
    const { channelId, network, mode, dueAt, draft } = wanted;
    const id = `post${this.posts.length + 1}`;
    const post: ServerPost = {
      ...by,
      id,
      channelId,
      network,
      text: this.kept(wanted, id),
      status: draft ? 'draft' : mode === 'shareNow' ? 'sent' : 'scheduled',
      createdAt: now,
      listedAt: now + this.#random.next() * this.#habits.listLag,
      dueAt: draft ? null : dueAt ? Date.parse(dueAt) : mode === 'shareNow' ? now : now + 3_600_000,
      isCustomTime: dueAt !== null,
      deletedAt: null,
    };
    this.posts.push(post);
    return post;
  }

  find(id: string): ServerPost | undefined {
    return this.posts.find((post) => post.id === id && post.deletedAt === null);
  }

  /** Deletes a post; gives whether there was one. */
  remove(id: string, now: number): boolean {
    const post = this.find(id);
    if (post) post.deletedAt = now;
    return post !== undefined;
  }

  listed(channelIds: string[], since: number, now: number): ServerPost[] {
    return this.posts.filter(
      (post) =>
        channelIds.includes(post.channelId) &&
        post.createdAt >= since &&
        post.listedAt <= now &&
        post.deletedAt === null,
    );
  }

  /** What stands in one of the classic API's lists of a channel. */
  listOf(list: string, channelId: string, query: { since: number; now: number }): ServerPost[] {
    return this.listed([channelId], query.since, query.now).filter(({ status }) => LISTS[list]?.has(status));
  }

  /** Publishes a post of a channel's queue, whichever chance picks. */
  publishOne(channelId: string, random: Random): void {
    const waiting = this.posts.filter(
      (post) =>
        post.channelId === channelId &&
        post.status === 'scheduled' &&
        post.deletedAt === null &&
        !post.isCustomTime,
    );
    if (waiting.length > 0) random.pick(waiting).status = 'sent';
  }

  /** The post that makes an equal one a duplicate, if this Buffer minds. */
  repeated(wanted: Wanted): ServerPost | undefined {
    if (!this.#habits.refusesDuplicates) return undefined;
    const { channelId, network } = wanted;
    const kept = this.kept(wanted, 'any').replace(/buff\.ly\/\w+/g, 'buff.ly');
    return this.posts.find(
      (post) =>
        post.deletedAt === null &&
        post.channelId === channelId &&
        post.network === network &&
        post.text.replace(/buff\.ly\/\w+/g, 'buff.ly') === kept,
    );
  }

  /** A text as Buffer stores it. */
  kept({ text, shorten = this.#habits.shortensLinks }: Wanted, id: string): string {
    const spaced = this.#habits.collapsesSpace ? text.replace(/\s+/g, ' ').trim() : text;
    if (!shorten) return spaced;
    return spaced.replace(/https:\/\/example\.com\S+/g, `https://buff.ly/${id}xyz`.slice(0, 23));
  }
}
