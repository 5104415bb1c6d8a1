import { GraphQLError } from 'graphql';
import type { Caller } from '../contract.ts';
import type { World } from '../world/world.ts';

/** What one request carries through its resolvers; `touched` collects the ids of what it committed. */
export interface Context {
  world: World;
  caller: Caller;
  touched: string[];
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
