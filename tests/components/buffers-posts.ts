// Buffer's posts on the page, with an outside that the test holds in its hands.
import { signal } from '@preact/signals';
import type { PeopleState } from '@/components/posts/people.model.ts';
import { Posts } from '@/components/posts/posts.model.ts';
import type { PostsState } from '@/components/posts/shown-list.ts';
import type { Capability } from '@/lib/buffer/backend.ts';
import type { Channel, Post } from '@/lib/buffer/types.ts';
import type { Command, Reply } from '@/lib/messages.ts';
import { EMPTY_SUMMARY } from '@/lib/outbox/summary.ts';
import type { PostList } from '@/lib/platform/schemas.ts';

export const NOW = Date.parse('2026-11-24T12:00:00Z');
const HOUR = 3_600_000;

export function channel(id: string, change: Partial<Channel> = {}): Channel {
  return {
    id,
    organizationId: 'o',
    network: 'facebook',
    name: id,
    type: 'page',
    avatar: null,
    timezone: 'Europe/Berlin',
    isPaused: false,
    isDisconnected: false,
    isLocked: false,
    schedule: [{ day: 'mon', times: ['09:10', '16:30'], paused: false }],
    maxCharacters: null,
    maxPictures: null,
    boards: [],
    ...change,
  };
}

/** A post of channel `a` that is due so many hours from now. */
export function post(id: string, hours: number | null, change: Partial<Post> = {}): Post {
  return {
    id,
    channelId: 'a',
    network: 'facebook',
    text: `Words of ${id}`,
    status: 'scheduled',
    createdAt: NOW - HOUR,
    dueAt: hours === null ? null : NOW + hours * HOUR,
    sentAt: null,
    isCustomTime: false,
    pictures: [],
    link: null,
    externalLink: null,
    retweetOf: null,
    error: null,
    statistics: {},
    ...change,
  };
}

export function list(posts: Post[], change: Partial<PostList> = {}): PostList {
  return { fetchedAt: NOW, posts, after: null, ...change };
}

type State = PostsState & PeopleState;

/** Somebody is signed in and has the channels `a` and `b`; `reply` answers what is asked of the background. */
export function looking(
  change: {
    lists?: Record<string, PostList>;
    can?: Capability[];
    state?: Partial<State>;
    reply?: (command: Command) => Promise<Reply>;
  } = {},
) {
  const { lists = { all: list([]) }, can = [], reply = async () => ({ ok: true }) as const } = change;
  const sent: Command[] = [];
  const waiting: { at: number; run: () => void }[] = [];
  let now = NOW;
  const account = { id: 'me', name: null, email: null, avatar: null };
  const state = signal<State>({
    connection: { status: 'signed-in', method: 'classic', can, account },
    cache: { fetchedAt: NOW, channels: [channel('a'), channel('b')], queued: {} },
    outbox: EMPTY_SUMMARY,
    queued: { accountId: 'me', changedAt: 0, lists },
    sent: { accountId: 'me', changedAt: 0, lists: {} },
    online: true,
    configuration: { fetchedAt: 0, networks: {} },
    interactions: {},
    ...change.state,
  });
  const posts = new Posts(state, {
    send: (command) => {
      sent.push(command);
      return reply(command);
    },
    now: () => now,
    after: (wait, run) => void waiting.push({ at: now + wait, run }),
  });
  return {
    posts,
    sent,
    state,
    /** What was asked, without what only keeps a channel fresh. */
    asked: () => sent.filter(({ type }) => type !== 'read-channel'),
    set: (part: Partial<State>) => {
      const before = state.value;
      state.value = { ...before, ...part };
      posts.lists.follow(before);
    },
    /** Lets time pass (ms) and whatever waited for it happen. */
    pass: async (ms: number) => {
      now += ms;
      for (const { run } of waiting.splice(0).filter((one) => keep(one, now, waiting))) run();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

function keep(one: { at: number; run: () => void }, now: number, waiting: unknown[]): boolean {
  if (one.at > now) waiting.push(one);
  return one.at <= now;
}
