// Who calls: the token is taken from wherever clients put it, and every kind of wrong one has its own answer.
import type { Authenticate, Caller } from '../contract.ts';
import type { ClassicGrants } from '../oauth/classic-grants.ts';
import { Failure } from './failure.ts';
import { type Parameters, textOf } from './parameters.ts';
import { fail, unauthorized } from './respond.ts';

export interface Door {
  grants: ClassicGrants;
  /** Who holds a key or token of the GraphQL API, which opens nothing here. */
  authenticate: Authenticate;
}

export interface Visitor {
  caller: Caller;
  token: string;
}

const MODERN = 'OIDC tokens are not accepted for direct API access';

/** From the header, the form or the query; its slash may come as `%2F`. Undefined when none of them names a token. */
function tokenOf(request: Request, parameters: Parameters): string | undefined {
  const header = /^Bearer\s+(\S+)\s*$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  return (header ?? textOf(parameters.access_token))?.replaceAll(/%2F/gi, '/');
}

/** The caller, or the answer that turns them away. */
export async function visitorOf(
  request: Request,
  parameters: Parameters,
  { grants, authenticate }: Door,
): Promise<Visitor | Response> {
  const token = tokenOf(request, parameters);
  if (token === undefined) return unauthorized('invalid_request');
  if (token === '') return fail(new Failure(1001), false);
  const caller = grants.holderOf(token);
  if (caller) return { caller, token };
  const isModern = (await authenticate(token)) !== null;
  return isModern ? fail(new Failure(401, MODERN), false) : unauthorized('invalid_token');
}
