import { GraphQLError } from 'graphql';
import type { Caller, WrittenPost } from '../contract.ts';
import type { Post } from '../world/model.ts';
import { writtenPost } from '../world/state.ts';
import type { World } from '../world/world.ts';

/** What a request committed: the ids of all it touched, and the posts among them. */
export interface Commits {
  ids: string[];
  posts: WrittenPost[];
}

/** What one request carries through its resolvers. */
export interface Context {
  world: World;
  caller: Caller;
  commits: Commits;
}

/** Notes that the request has committed this post (or its end). */
export function wrote(post: Post, { commits }: Context): void {
  commits.ids.push(post.id);
  commits.posts.push(writtenPost(post));
}

export type Scope =
  | 'account:read'
  | 'posts:read'
  | 'posts:write'
  | 'ideas:read'
  | 'ideas:write'
  | 'insights:read'
  | 'notes:read'
  | 'notes:write';

/** A root field: who may use it and what it answers. */
export interface RootField {
  scope: Scope;
  resolve(args: unknown, context: Context): unknown;
}

/** A root field whose arguments the schema has checked to be of type `Args`. */
export function field<Args>(scope: Scope, resolve: (args: Args, context: Context) => unknown): RootField {
  return { scope, resolve: (args, context) => resolve(args as Args, context) };
}

export function failure(code: 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT', message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/** Refuses an organization that the caller does not belong to. */
export function ownOrganization(id: string, { world }: Context): void {
  if (id !== world.organization.id) throw failure('NOT_FOUND', 'Organization not found');
}
