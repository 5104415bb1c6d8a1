// Buffer's classic API over the same world: where to, who calls, how often, and only then what.
import type { Answer, Api, Authenticate, BeforeCommit, Caller, Clock } from '../contract.ts';
import type { ClassicGrants } from '../oauth/classic-grants.ts';
import type { World } from '../world/world.ts';
import type { Call, Commits } from './call.ts';
import { visitorOf } from './caller.ts';
import { Failure } from './failure.ts';
import { createMinuteGate } from './minute.ts';
import { flagOf, type Parameters, readParameters } from './parameters.ts';
import { fail, succeed } from './respond.ts';
import { type Route, type Target, targetOf } from './routes.ts';

export interface RestParts {
  origin: string;
  world: World;
  clock: Clock;
  grants: ClassicGrants;
  authenticate: Authenticate;
}

function target(request: Request): Target {
  return targetOf(request.method, new URL(request.url).pathname);
}

/** The route, or why there is none. */
function routeOf({ known, route, format }: Target): Route | Failure {
  if (!known) return new Failure(404);
  if (format !== 'json') return new Failure(1005);
  return route ?? new Failure(405);
}

function answered(route: Route, call: Call, pretty: boolean): Response {
  try {
    const result = route.handle(call);
    return result instanceof Response ? result : succeed(result, pretty);
  } catch (error) {
    if (error instanceof Failure) return fail(error, pretty);
    throw error;
  }
}

interface Visit {
  request: Request;
  parameters: Parameters;
  body: string;
  commits: Commits;
  beforeCommit: BeforeCommit | undefined;
}

interface Reply {
  response: Response;
  caller?: Caller;
}

export function createRestApi({ origin, world, clock, grants, authenticate }: RestParts): Api {
  const gate = createMinuteGate(clock);
  world.onReset(() => {
    gate.reset();
    grants.reset();
  });

  async function answer({ request, parameters, beforeCommit, ...visit }: Visit): Promise<Reply> {
    const pretty = flagOf(parameters.pretty);
    const aim = target(request);
    const route = routeOf(aim);
    if (route instanceof Failure) return { response: fail(route, pretty) };
    const visitor = route.open ? null : await visitorOf(request, parameters, { grants, authenticate });
    if (visitor instanceof Response) return { response: visitor };
    const caller = visitor?.caller;
    if (caller && !gate.admits(caller.accountId)) return { response: fail(new Failure(429), pretty), caller };
    await beforeCommit?.();
    const around = { world, now: clock.now(), origin, grants };
    const call: Call = { ...around, ...visit, id: aim.id, parameters, visitor };
    return { response: answered(route, call, pretty), caller };
  }

  return {
    peek: (request) => target(request).operation,
    async handle(request, body, beforeCommit): Promise<Answer> {
      const commits: Commits = { committed: false, ids: [], posts: [] };
      const parameters = await readParameters(request, body);
      const reply = await answer({ request, parameters, body, commits, beforeCommit });
      const { ids, posts, committed } = commits;
      return { ...reply, outcome: { operation: target(request).operation, committed, ids }, posts };
    },
  };
}
