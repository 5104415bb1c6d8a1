// The order of one channel's queue as a person wishes it: shown at once, asked of Buffer when the moving rests.
import { computed, signal } from '@preact/signals';
import type { Post } from '@/lib/buffer/types.ts';
import type { PostDesk } from './desk.model.ts';
import type { ListPorts, Lists } from './lists.model.ts';

/** Several moves in a row are one question. */
const REST_MS = 700;
/** By then what Buffer has answered is in the list. */
const KEPT_MS = 1000;

interface Wish {
  channelId: string;
  ids: string[];
}

export class Arranger {
  readonly #lists: Lists;
  readonly #desk: PostDesk;
  readonly #ports: ListPorts;
  /** The wished order, while Buffer does not have it yet. */
  readonly #wish = signal<Wish | null>(null);
  /** The post that is being dragged. */
  readonly dragged = signal<string | null>(null);
  #turn = 0;

  readonly isOffered = computed(() => {
    const { view, chosen, can, isSignedIn } = this.#lists;
    return (
      view.value === 'queue' && chosen.value !== null && isSignedIn.value && can.value.includes('reorder')
    );
  });
  readonly canShuffle = computed(() => {
    const { view, chosen, can, list } = this.#lists;
    const isOffered = view.value === 'queue' && chosen.value !== null && can.value.includes('shuffle');
    return isOffered && list.value.posts.filter(isMovable).length > 1;
  });
  readonly posts = computed(() => {
    const { posts } = this.#lists.list.value;
    const wish = this.#wish.value;
    return wish && wish.channelId === this.#lists.chosen.value ? arranged(posts, wish.ids) : posts;
  });
  /** The posts that can be moved, in their order. */
  readonly ids = computed(() => this.posts.value.filter(isMovable).map(({ id }) => id));

  constructor(lists: Lists, desk: PostDesk, ports: ListPorts) {
    this.#lists = lists;
    this.#desk = desk;
    this.#ports = ports;
  }

  /** Puts a post in the place (from 0) of another. */
  place(id: string, to: number): void {
    const channelId = this.#lists.chosen.value;
    const others = this.ids.value.filter((other) => other !== id);
    const place = Math.max(0, Math.min(to, others.length));
    if (channelId === null || !this.ids.value.includes(id) || this.ids.value[place] === id) return;
    this.#wish.value = { channelId, ids: others.toSpliced(place, 0, id) };
    this.#desk.outcome.value = { done: 'arrange', place: place + 1, of: others.length + 1 };
    this.#turn += 1;
    this.#atRest(this.#turn, this.#wish.value);
  }

  move(id: string, by: 1 | -1): void {
    this.place(id, this.ids.value.indexOf(id) + by);
  }

  async shuffle(): Promise<void> {
    const channelId = this.#lists.chosen.value;
    if (channelId === null) return;
    this.#wish.value = null;
    await this.#desk.ask(
      channelId,
      { type: 'shuffle', channelId },
      { channelId, outcome: { done: 'shuffle' } },
    );
  }

  #atRest(turn: number, wish: Wish): void {
    this.#ports.after(REST_MS, () => {
      if (turn !== this.#turn) return;
      if (this.#desk.busy.value.has(wish.channelId)) this.#atRest(turn, wish);
      else void this.#ask(turn, wish);
    });
  }

  async #ask(turn: number, wish: Wish): Promise<void> {
    const reply = await this.#desk.ask(
      wish.channelId,
      { type: 'reorder', ...wish },
      { channelId: wish.channelId },
    );
    const forget = () => {
      if (turn === this.#turn) this.#wish.value = null;
    };
    if (!reply.ok) {
      this.#desk.outcome.value = null;
      return forget();
    }
    this.#ports.after(KEPT_MS, forget);
    this.#lists.readSoon(wish.channelId);
  }
}

/** What Buffer gives a slot to: posts with a time of their own stay where they are. */
export function isMovable({ status, isCustomTime }: Post): boolean {
  return status === 'scheduled' && !isCustomTime;
}

/** The posts as if they had this order: the slots stay, and each goes to the next of `ids`. */
export function arranged(posts: Post[], ids: string[]): Post[] {
  const movable = posts.filter(isMovable);
  const place = new Map(ids.map((id, index) => [id, index]));
  const rank = ({ id }: Post) => place.get(id) ?? ids.length;
  const wished = movable.toSorted((a, b) => rank(a) - rank(b));
  const inSlots = wished.map((post, index) => ({ ...post, dueAt: movable[index]?.dueAt ?? null }));
  return posts.map((post) => (isMovable(post) ? (inSlots.shift() ?? post) : post));
}
