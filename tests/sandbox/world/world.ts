// The one world behind every API of the sandbox: what exists, and the only ways to change it.
import type { Clock } from '../contract.ts';
import { type Behaviour, DEFAULT_BEHAVIOUR } from './behaviour.ts';
import type { Desk } from './checks.ts';
import { type NewIdea, saveIdea } from './ideas.ts';
import { createIds } from './ids.ts';
import type { Account, Channel, Comment, Data, Idea, Post, Preferences, ScheduleDay, Tag } from './model.ts';
import { moreChannels, type NewChannel } from './more-channels.ts';
import { type Limits, PLAN_LIMITS, type Plan } from './plans.ts';
import { publishDue } from './publish.ts';
import { done, type Result } from './refusal.ts';
import { seedAccount, seedData } from './seed.ts';
import { ORGANIZATION } from './seed-channels.ts';
import { movePost, type NewOrder, removePost, reorderQueue, reschedule, shuffleQueue } from './standing.ts';
import { type State, stateOf } from './state.ts';
import { createPosts, editPost, type NewPost, type PostChange, sharePost } from './write.ts';

/** What the person chooses in Buffer's settings, and pays for. */
export type AccountChange = Partial<Preferences & Pick<Account, 'timezone'> & { plan: Plan }>;

export interface World {
  readonly account: Account;
  readonly organization: { id: string; name: string; plan: Plan; limits: Limits };
  tags(): readonly Tag[];
  channels(): readonly Channel[];
  posts(): readonly Post[];
  /** The posts that lists show already; a new one may lag behind. */
  listedPosts(): readonly Post[];
  ideas(): readonly Idea[];
  comments(): readonly Comment[];
  create(request: NewPost): Result<Post>;
  /** One post per request, of which each is for another channel: all of them, or none. */
  createAll(requests: readonly NewPost[]): Result<Post[]>;
  edit(id: string, change: PostChange): Result<Post>;
  remove(id: string): Result<Post>;
  move(id: string, position: 'top' | 'bottom'): Result<Post>;
  createIdea(idea: NewIdea): Result<Idea>;
  /** Sends a post at once; those who stay in its queue move up. */
  share(id: string): Result<Post>;
  /** Puts posts into this order at a place of their queue; the others keep theirs. */
  reorder(channelId: string, order: NewOrder): Result<Post[]>;
  shuffle(channelId: string): Result<Post[]>;
  /** Other posting times for a channel; its queue moves to the slots that they make. */
  reschedule(channelId: string, schedule: ScheduleDay[]): Result<Post[]>;
  comment(postId: string, text: string): Comment;
  behaviour(): Behaviour;
  /** Changes what is given and keeps the rest. */
  behave(change: Partial<Behaviour>): Behaviour;
  /** For tests and tools: what an owner would change in Buffer's own pages. */
  changeChannel(id: string, change: Partial<Omit<Channel, 'id'>>): void;
  changeAccount(change: AccountChange): void;
  /** Leaves the first `count` channels, or invents more until there are so many; posts go with their channels. */
  haveChannels(count: number): void;
  addChannels(channels: readonly NewChannel[]): void;
  /** Sends what is due by the clock; every read and write does it first. */
  settle(): void;
  state(): State;
  /** Puts the seeded world back, relative to the clock's time. */
  reset(): void;
  /** Calls `listener` after each reset. */
  onReset(listener: () => void): void;
}

/** A world seeded at the clock's time; `origin` is where its pictures are served. */
export function createWorld(
  clock: Clock,
  origin: string,
  { plan: seededPlan = 'essentials' }: { plan?: Plan } = {},
): World {
  const nextId = createIds();
  let account = seedAccount(origin);
  let plan = seededPlan;
  const listeners: (() => void)[] = [];
  let channelsMade = 0;
  let behaviour: Behaviour = DEFAULT_BEHAVIOUR;
  let data: Data = seedData(clock.now(), origin);

  function settled(): Data {
    publishDue(data.posts, data.channels, clock.now());
    return data;
  }
  function desk(): Desk {
    return { data: settled(), plan, behaviour, now: clock.now(), origin };
  }
  function createAll(requests: readonly NewPost[]): Result<Post[]> {
    return createPosts(requests, { accountId: account.id, nextId: () => nextId(clock.now()) }, desk());
  }
  function addChannels(wanted: number | readonly NewChannel[]): void {
    const made = moreChannels(wanted, channelsMade, { now: clock.now(), origin });
    channelsMade += made.length;
    data.channels.push(...made);
  }
  const isListed = ({ createdAt }: Post) => createdAt + behaviour.listLagSeconds * 1000 <= clock.now();
  return {
    get account() {
      return account;
    },
    get organization() {
      return { ...ORGANIZATION, plan, limits: PLAN_LIMITS[plan] };
    },
    tags: () => data.tags,
    channels: () => settled().channels,
    posts: () => settled().posts,
    listedPosts: () => settled().posts.filter(isListed),
    ideas: () => data.ideas,
    comments: () => data.comments,
    create(request) {
      const created = createAll([request]);
      return created.ok ? done(created.value[0] as Post) : created;
    },
    createAll,
    edit: (id, change) => editPost(id, change, desk()),
    remove: (id) => removePost(id, desk()),
    move: (id, position) => movePost(id, position, desk()),
    share: (id) => sharePost(id, desk()),
    reorder: (channelId, order) => reorderQueue(channelId, order, desk()),
    shuffle: (channelId) => shuffleQueue(channelId, desk()),
    reschedule: (channelId, schedule) => reschedule(channelId, schedule, desk()),
    comment(postId, text) {
      const comment = { id: nextId(clock.now()), postId, text, createdAt: clock.now() };
      data.comments.push(comment);
      return comment;
    },
    behaviour: () => behaviour,
    behave(change) {
      behaviour = { ...behaviour, ...change };
      return behaviour;
    },
    createIdea: (idea) =>
      saveIdea(idea, { id: nextId(clock.now()), organizationId: account.organizationId }, desk()),
    changeChannel(id, change) {
      const channel = settled().channels.find((candidate) => candidate.id === id);
      if (!channel) throw new Error(`no channel ${id}`);
      Object.assign(channel, change, { updatedAt: clock.now() });
    },
    changeAccount({ plan: newPlan = plan, timezone = account.timezone, ...preferences }) {
      plan = newPlan;
      account = { ...account, timezone, preferences: { ...account.preferences, ...preferences } };
    },
    haveChannels(count) {
      const { channels, posts } = settled();
      addChannels(Math.max(0, count - channels.length));
      channels.length = count;
      data.posts = posts.filter((post) => channels.some(({ id }) => id === post.channelId));
    },
    addChannels,
    settle: () => void settled(),
    state: () => stateOf(settled(), clock.now(), { account, plan }),
    onReset: (listener) => void listeners.push(listener),
    reset() {
      behaviour = DEFAULT_BEHAVIOUR;
      data = seedData(clock.now(), origin);
      account = seedAccount(origin);
      plan = seededPlan;
      channelsMade = 0;
      for (const listener of listeners) listener();
    },
  };
}
