// The one world behind every API of the sandbox: what exists, and the only ways to change it.
import type { Clock } from '../contract.ts';
import type { Desk } from './checks.ts';
import { type NewIdea, saveIdea } from './ideas.ts';
import { createIds } from './ids.ts';
import type { Account, Channel, Data, Idea, Post } from './model.ts';
import { type Limits, PLAN_LIMITS, type Plan } from './plans.ts';
import { publishDue } from './publish.ts';
import type { Result } from './refusal.ts';
import { seedAccount, seedData } from './seed.ts';
import { ORGANIZATION } from './seed-channels.ts';
import { movePost, removePost } from './standing.ts';
import { type State, stateOf } from './state.ts';
import { createPost, editPost, type NewPost, type PostChange } from './write.ts';

export interface World {
  readonly account: Account;
  readonly organization: { id: string; name: string; plan: Plan; limits: Limits };
  channels(): readonly Channel[];
  posts(): readonly Post[];
  ideas(): readonly Idea[];
  create(request: NewPost): Result<Post>;
  edit(id: string, change: PostChange): Result<Post>;
  remove(id: string): Result<Post>;
  move(id: string, position: 'top' | 'bottom'): Result<Post>;
  createIdea(idea: NewIdea): Result<Idea>;
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
  let data: Data = seedData(clock.now(), origin);

  function settled(): Data {
    publishDue(data.posts, data.channels, clock.now());
    return data;
  }
  function desk(): Desk {
    return { data: settled(), plan, now: clock.now() };
  }
  return {
    account,
    organization: { ...ORGANIZATION, plan, limits: PLAN_LIMITS[plan] },
    channels: () => settled().channels,
    posts: () => settled().posts,
    ideas: () => data.ideas,
    create: (request) => createPost(request, { accountId: account.id, id: nextId(clock.now()) }, desk()),
    edit: (id, change) => editPost(id, change, desk()),
    remove: (id) => removePost(id, desk()),
    move: (id, position) => movePost(id, position, desk()),
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
      data = seedData(clock.now(), origin);
      for (const listener of listeners) listener();
    },
  };
}
