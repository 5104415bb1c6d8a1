// The one world behind every API of the sandbox: what exists, and the only ways to change it.
import type { Clock } from '../contract.ts';
import { type Behaviour, DEFAULT_BEHAVIOUR } from './behaviour.ts';
import type { Desk } from './checks.ts';
import { type NewIdea, saveIdea } from './ideas.ts';
import { createIds } from './ids.ts';
import type { Account, Channel, Data, Idea, Post } from './model.ts';
import { type Limits, PLAN_LIMITS, type Plan } from './plans.ts';
import { publishDue } from './publish.ts';
import type { Result } from './refusal.ts';
import { seedAccount, seedData } from './seed.ts';
import { ORGANIZATION } from './seed-channels.ts';
import { movePost, removePost, reorderQueue } from './standing.ts';
import { type State, stateOf } from './state.ts';
import { createPost, editPost, type NewPost, type PostChange } from './write.ts';

export interface World {
  readonly account: Account;
  readonly organization: { id: string; name: string; plan: Plan; limits: Limits };
  channels(): readonly Channel[];
  posts(): readonly Post[];
  /** The posts that lists show already; a new one may lag behind. */
  listedPosts(): readonly Post[];
  ideas(): readonly Idea[];
  create(request: NewPost): Result<Post>;
  edit(id: string, change: PostChange): Result<Post>;
  remove(id: string): Result<Post>;
  move(id: string, position: 'top' | 'bottom'): Result<Post>;
  createIdea(idea: NewIdea): Result<Idea>;
  /** Puts a queue's posts into this order; those that are not named follow as they stood. */
  reorder(channelId: string, ids: readonly string[]): Result<Post[]>;
  behaviour(): Behaviour;
  /** Changes what is given and keeps the rest. */
  behave(change: Partial<Behaviour>): Behaviour;
  /** For tests and tools: what an owner would change in Buffer's own pages. */
  changeChannel(id: string, change: Partial<Omit<Channel, 'id'>>): void;
  /** Sends what is due by the clock; every read and write does it first. */
  settle(): void;
  state(): State;
  /** Puts the seeded world back, relative to the clock's time. */
  reset(): void;
  /** Calls `listener` after each reset. */
  onReset(listener: () => void): void;
}

/** A world seeded at the clock's time; `origin` is where its pictures are served. */
export function createWorld(clock: Clock, origin: string, { plan = 'paid' }: { plan?: Plan } = {}): World {
  const nextId = createIds();
  const account = seedAccount(origin);
  const listeners: (() => void)[] = [];
  let behaviour: Behaviour = DEFAULT_BEHAVIOUR;
  let data: Data = seedData(clock.now(), origin);

  function settled(): Data {
    publishDue(data.posts, data.channels, clock.now());
    return data;
  }
  function desk(): Desk {
    return { data: settled(), plan, behaviour, now: clock.now() };
  }
  const isListed = ({ createdAt }: Post) => createdAt + behaviour.listLagSeconds * 1000 <= clock.now();
  return {
    account,
    organization: { ...ORGANIZATION, plan, limits: PLAN_LIMITS[plan] },
    channels: () => settled().channels,
    posts: () => settled().posts,
    listedPosts: () => settled().posts.filter(isListed),
    ideas: () => data.ideas,
    create: (request) => createPost(request, { accountId: account.id, id: nextId(clock.now()) }, desk()),
    edit: (id, change) => editPost(id, change, desk()),
    remove: (id) => removePost(id, desk()),
    move: (id, position) => movePost(id, position, desk()),
    reorder: (channelId, ids) => reorderQueue(channelId, ids, desk()),
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
    settle: () => void settled(),
    state: () => stateOf(settled(), clock.now()),
    onReset: (listener) => void listeners.push(listener),
    reset() {
      behaviour = DEFAULT_BEHAVIOUR;
      data = seedData(clock.now(), origin);
      for (const listener of listeners) listener();
    },
  };
}
