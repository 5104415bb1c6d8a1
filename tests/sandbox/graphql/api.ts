// Buffer's GraphQL API: who calls, how often, and only then what.
import { execute, GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Answer, Api, Authenticate, BeforeCommit, Caller, Clock } from '../contract.ts';
import type { World } from '../world/world.ts';
import type { Commits, Context } from './context.ts';
import { operationIn, type Prepared, prepare } from './prepare.ts';
import { createRateGate } from './rate.ts';
import { loadSchema } from './schema.ts';

export interface GraphqlParts {
  world: World;
  clock: Clock;
  authenticate: Authenticate;
}

type Headers = Record<string, string>;

function refusal(status: number, errors: readonly GraphQLFormattedError[], headers: Headers = {}): Response {
  return Response.json({ errors }, { status, headers });
}

function unauthenticated(message: string): Response {
  return refusal(401, [{ message, extensions: { code: 'UNAUTHENTICATED' } }]);
}

function rateLimited(window: string, headers: Headers): Response {
  const message = 'Too many requests from this client. Please try again later.';
  return refusal(429, [{ message, extensions: { code: 'RATE_LIMIT_EXCEEDED', window } }], headers);
}

/** A resolver that broke is no reason to tell its secrets. */
function formatted(error: GraphQLError): GraphQLFormattedError {
  if (typeof error.extensions.code === 'string') return error.toJSON();
  const { locations, path } = error.toJSON();
  return { message: 'An unexpected error occurred.', locations, path, extensions: { code: 'UNEXPECTED' } };
}

async function run(schema: GraphQLSchema, prepared: Prepared, contextValue: Context) {
  const { document, variables: variableValues, operationName } = prepared;
  const { data, errors } = await execute({ schema, document, variableValues, operationName, contextValue });
  return errors ? { errors: errors.map(formatted), data } : { data };
}

interface Request400 {
  code: string;
  errors: readonly GraphQLError[];
}

function badRequest({ code, errors }: Request400, headers: Headers): Response {
  const formattedErrors = errors.map((error) => ({ ...error.toJSON(), extensions: { code } }));
  return refusal(400, formattedErrors, headers);
}

const ONLY_POST: Request400 = {
  code: 'BAD_REQUEST',
  errors: [new GraphQLError('Send operations with POST.')],
};

async function callerOf(request: Request, authenticate: Authenticate): Promise<Caller | Response> {
  const token = /^Bearer\s+(\S+)\s*$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (!token) return unauthenticated('An authentication JWT or Access Token is required');
  return (await authenticate(token)) ?? unauthenticated('Access token is not valid');
}

interface Visit {
  caller: Caller;
  commits: Commits;
  beforeCommit: BeforeCommit | undefined;
}

/** Buffer's GraphQL API over one world. */
export function createGraphqlApi({ world, clock, authenticate }: GraphqlParts): Api {
  const schema = loadSchema();
  const gate = createRateGate(clock);
  world.onReset(() => gate.reset());

  async function answer(request: Request, body: string, { caller, commits, beforeCommit }: Visit) {
    const { headers, exhausted } = gate.admit(caller.clientId);
    if (exhausted) return rateLimited(exhausted, headers);
    if (request.method !== 'POST') return badRequest(ONLY_POST, headers);
    const prepared = prepare(schema, body);
    if ('errors' in prepared) return badRequest(prepared, headers);
    await beforeCommit?.();
    return Response.json(await run(schema, prepared, { world, caller, commits }), { headers });
  }

  return {
    peek: (_request, body) => operationIn(body),
    async handle(request, body, beforeCommit): Promise<Answer> {
      const operation = operationIn(body);
      const caller = await callerOf(request, authenticate);
      if (caller instanceof Response) {
        return { response: caller, outcome: { operation, committed: false, ids: [] } };
      }
      const commits: Commits = { ids: [], posts: [] };
      const response = await answer(request, body, { caller, commits, beforeCommit });
      const { ids, posts } = commits;
      return { response, outcome: { operation, committed: ids.length > 0, ids }, caller, posts };
    },
  };
}
