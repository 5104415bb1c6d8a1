// The lists of a profile's updates: pending, sent, drafts.
import type { Post } from '../world/model.ts';
import { byTurn } from '../world/queue.ts';
import { type Call, type Handler, profileOf } from './call.ts';
import { flagOf, momentOf, numberOf } from './parameters.ts';
import { listedUpdateView } from './update-view.ts';

const COUNT = { unlessGiven: 20, from: 1, to: 100 };
const PAGE = { unlessGiven: 1, from: 0, to: 1_000_000 };

/** One page of them, the first for 1 as for 0; `total` counts all pages. */
function page(posts: readonly Post[], call: Call): object {
  const count = numberOf(call.parameters.count, COUNT);
  const number = Math.max(1, numberOf(call.parameters.page, PAGE));
  const shown = posts.slice((number - 1) * count, number * count);
  return { total: posts.length, updates: shown.map((post) => listedUpdateView(post, call)) };
}

function listed(call: Call, statuses: readonly string[], moment: (post: Post) => number | null): Post[] {
  const { id } = profileOf(call);
  const since = momentOf(call.parameters.since) ?? Number.NEGATIVE_INFINITY;
  return call.world
    .listedPosts()
    .filter((post) => post.channelId === id && statuses.includes(post.status) && (moment(post) ?? 0) > since);
}

const created = ({ createdAt }: Post) => createdAt;

/** What is still to go out in its order, and what failed to. */
export const pending: Handler = (call) =>
  page(listed(call, ['scheduled', 'sending', 'error'], created).sort(byTurn), call);

export const sent: Handler = (call) => {
  const posts = listed(call, ['sent'], ({ sentAt }) => sentAt);
  return page(
    posts.sort((a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0)),
    call,
  );
};

export const drafts: Handler = (call) => {
  const status = flagOf(call.parameters.needs_approval) ? 'needs_approval' : 'draft';
  return page(
    listed(call, [status], created).sort((a, b) => b.createdAt - a.createdAt),
    call,
  );
};
