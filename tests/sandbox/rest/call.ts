// What a handler is given, and how it finds what the path names.
import type { Caller, WrittenPost } from '../contract.ts';
import type { ClassicGrants } from '../oauth/classic-grants.ts';
import type { Channel, Post } from '../world/model.ts';
import type { Result } from '../world/refusal.ts';
import { writtenPost } from '../world/state.ts';
import { STRANGERS_CHANNEL_ID, STRANGERS_POST_ID } from '../world/strangers.ts';
import type { World } from '../world/world.ts';
import { Failure, failureFor } from './failure.ts';
import type { Parameters } from './parameters.ts';

/** What the request has committed so far. */
export interface Commits {
  committed: boolean;
  ids: string[];
  posts: WrittenPost[];
}

export interface Call {
  world: World;
  /** Milliseconds by the sandbox's clock. */
  now: number;
  origin: string;
  /** The id in the path, '' where it has none. */
  id: string;
  parameters: Parameters;
  /** As it arrived. */
  body: string;
  /** Null where no token is asked for. */
  visitor: { caller: Caller; token: string } | null;
  grants: ClassicGrants;
  commits: Commits;
}

/** Answers what is to be sent as JSON, or a whole response where that is another protocol's. */
export type Handler = (call: Call) => unknown;

/** The profile that the path names: 1010 when there is none, 1011 when it is someone else's. */
export function profileOf({ id, world }: Call): Channel {
  const channel = world.channels().find((candidate) => candidate.id === id);
  if (!channel) throw new Failure(id === STRANGERS_CHANNEL_ID ? 1011 : 1010);
  return channel;
}

/** The update that the path names: 1020 when there is none, 1021 when it is someone else's. */
export function updateOf({ id, world }: Call): Post {
  const post = world.posts().find((candidate) => candidate.id === id);
  if (!post) throw new Failure(id === STRANGERS_POST_ID ? 1021 : 1020);
  return post;
}

export function channelOf(post: Post, { world }: Call): Channel {
  const channel = world.channels().find((candidate) => candidate.id === post.channelId);
  if (!channel) throw new Error(`post ${post.id} belongs to no channel`);
  return channel;
}

/** What the world did, noted for the log; what it refused is thrown as the answer. */
export function committed<Value extends Post | Post[]>(result: Result<Value>, call: Call): Value {
  if (!result.ok) throw failureFor(result.refusal, call.world);
  const posts = [result.value].flat();
  call.commits.committed = true;
  call.commits.ids.push(...posts.map((post) => post.id));
  call.commits.posts.push(...posts.map(writtenPost));
  return result.value;
}
