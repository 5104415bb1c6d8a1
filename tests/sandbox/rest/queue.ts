// The order of a profile's queue: by the client's list, or by chance.
import type { Post } from '../world/model.ts';
import { byTurn, isQueued } from '../world/queue.ts';
import { type Call, committed, type Handler, profileOf } from './call.ts';
import { Failure } from './failure.ts';
import { numberOf, textsOf } from './parameters.ts';
import { listedUpdateView } from './update-view.ts';

const OFFSET = { unlessGiven: 0, from: 0, to: 1_000_000 };

function pendingOf({ world }: Call, channelId: string): Post[] {
  return world
    .posts()
    .filter((post) => post.channelId === channelId && post.status === 'scheduled')
    .sort(byTurn);
}

/** Updates with a time of their own may be named, as they stand in the list, but keep that time. */
export const reorder: Handler = (call) => {
  const { id } = profileOf(call);
  const order = textsOf(call.parameters.order);
  if (order.length === 0) throw new Failure(1004, 'Required parameter missing: order.');
  const waiting = pendingOf(call, id);
  const ids = [...new Set(order)].filter((one) => waiting.some((post) => post.id === one && isQueued(post)));
  if (!order.some((one) => waiting.some((post) => post.id === one))) throw new Failure(1020);
  const offset = numberOf(call.parameters.offset, OFFSET);
  const place = waiting.slice(0, offset).filter(isQueued).length;
  committed(call.world.reorder(id, { ids, place }), call);
  return { success: true, updates: pendingOf(call, id).map((post) => listedUpdateView(post, call)) };
};

export const shuffle: Handler = (call) => {
  const { id } = profileOf(call);
  const count = numberOf(call.parameters.count, {
    unlessGiven: Number.POSITIVE_INFINITY,
    from: 1,
    to: 1_000_000,
  });
  committed(call.world.shuffle(id), call);
  const waiting = pendingOf(call, id);
  const shown = waiting.slice(0, count).map((post) => listedUpdateView(post, call));
  return { success: true, total: waiting.length, updates: shown };
};
