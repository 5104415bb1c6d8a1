// Who stands where in a channel's queue.
import type { Channel, Post } from './model.ts';
import { nextFreeSlot } from './slots.ts';

export function isQueued(post: Post): boolean {
  return post.status === 'scheduled' && (post.shareMode === 'addToQueue' || post.shareMode === 'shareNext');
}

/** Earliest first; posts without a due time come last, in the order in which they joined. */
export function byTurn(a: Post, b: Post): number {
  const first = a.dueAt ?? Number.POSITIVE_INFINITY;
  const second = b.dueAt ?? Number.POSITIVE_INFINITY;
  return first === second ? a.rank - b.rank : first - second;
}

/** The queued posts of a channel in the order in which they will go out. */
export function queueOf(posts: readonly Post[], channelId: string): Post[] {
  return posts.filter((post) => post.channelId === channelId && isQueued(post)).sort(byTurn);
}

function takenSlots(posts: readonly Post[], channelId: string): Set<number> {
  const scheduled = posts.filter((post) => post.channelId === channelId && post.status === 'scheduled');
  return new Set(scheduled.map((post) => post.dueAt).filter((dueAt) => dueAt !== null));
}

function giveSlots(order: readonly Post[], slots: readonly (number | null)[]): void {
  for (const [index, post] of order.entries()) {
    post.dueAt = slots[index] ?? null;
    post.rank = index;
  }
}

function inOrder(slots: (number | null)[]): (number | null)[] {
  return slots.sort((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY));
}

interface Line {
  channel: Channel;
  posts: readonly Post[];
  now: number;
}

/** The slot (ms) that one more post would take; null when the channel has no posting times. */
export function nextSlotFor({ channel, posts, now }: Line): number | null {
  return nextFreeSlot(channel, takenSlots(posts, channel.id), now);
}

/** Puts `post` into the channel's next free slot. */
export function joinBack(post: Post, line: Line): void {
  const others = line.posts.filter((other) => other !== post);
  const ranks = queueOf(others, line.channel.id).map((other) => other.rank);
  post.dueAt = nextSlotFor({ ...line, posts: others });
  post.rank = Math.max(-1, ...ranks) + 1;
}

/** Puts `post` into the first slot; those who stood there move one slot later. */
export function joinFront(post: Post, line: Line): void {
  const others = line.posts.filter((other) => other !== post);
  const queue = queueOf(others, line.channel.id);
  const slot = nextSlotFor({ ...line, posts: others });
  giveSlots([post, ...queue], inOrder([slot, ...queue.map((other) => other.dueAt)]));
}

/** Moves a queued post to one end; the queue keeps the slots it holds. */
export function moveTo(post: Post, position: 'top' | 'bottom', line: Line): void {
  const queue = queueOf(line.posts, line.channel.id);
  const others = queue.filter((other) => other !== post);
  const order = position === 'top' ? [post, ...others] : [...others, post];
  giveSlots(order, inOrder(queue.map((other) => other.dueAt)));
}

/**
 * Puts `named` in this order at a place of their queue (its head unless given); the others keep their order, and
 * the queue the slots it holds.
 */
export function arrange(named: readonly Post[], queue: readonly Post[], place = 0): Post[] {
  const order = queue.filter((other) => !named.includes(other));
  order.splice(place, 0, ...named);
  giveSlots(order, inOrder(queue.map((other) => other.dueAt)));
  return order;
}

/** Gives the queue the channel's first free slots in the order in which it stands: nothing waits behind a gap. */
export function closeUp({ channel, posts, now }: Line): void {
  const queue = queueOf(posts, channel.id);
  const taken = takenSlots(
    posts.filter((post) => !queue.includes(post)),
    channel.id,
  );
  const slots = queue.map(() => {
    const slot = nextFreeSlot(channel, taken, now);
    if (slot !== null) taken.add(slot);
    return slot;
  });
  giveSlots(queue, slots);
}
