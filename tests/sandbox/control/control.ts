// The endpoints under /_sandbox/ with which tests and people look at the local Buffer and steer it.
import { z } from 'zod';
import type { Clock } from '../contract.ts';
import type { World } from '../world/world.ts';
import { act, actSchema } from './actor.ts';
import { type Faults, rulesSchema } from './faults.ts';
import type { Late } from './late.ts';
import type { Log } from './log.ts';
import { queuesPage } from './queues-page.ts';
import {
  accountSchema,
  behaviourSchema,
  channelSchema,
  channelsSchema,
  FURTHEST_SECONDS,
  toNewChannel,
} from './settings.ts';

export interface Controlled {
  clock: Clock;
  log: Log;
  faults: Faults;
  late: Late;
  world: World;
  /** The seeded world, clock, grants and rate windows again. */
  reset(): void;
}

/** A number, or its digits as a form sends them. */
const secondsSchema = z.union([
  z.number().min(-FURTHEST_SECONDS).max(FURTHEST_SECONDS),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
]);

const clockSchema = z.union(
  [z.strictObject({ now: z.iso.datetime({ offset: true }) }), z.strictObject({ advance: secondsSchema })],
  { error: 'either {"now": an ISO time with its zone} or {"advance": seconds} is expected' },
);

class BadBody extends Error {}

const json = (value: unknown, status = 200) => Response.json(value, { status });

function formFields(body: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(body));
}

function parseBody<T>(schema: z.ZodType<T>, request: Request, body: string): T {
  const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded');
  let value: unknown;
  try {
    value = isForm ? formFields(body) : JSON.parse(body);
  } catch {
    throw new BadBody('The body is not JSON.');
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new BadBody(
    `The body is not as it should be at "${issue?.path.join('.') ?? ''}": ${issue?.message}.`,
  );
}

type Endpoint = (sandbox: Controlled, request: Request, body: string) => unknown;

const state: Endpoint = async ({ late, world }) => {
  await late.settle();
  return world.state();
};

const ENDPOINTS: Record<string, Endpoint> = {
  'GET /_sandbox/state': state,
  'GET /_sandbox/log': async ({ late, log }) => {
    await late.settle();
    return log.lines();
  },
  'GET /_sandbox/behaviour': ({ world }) => world.behaviour(),
  'POST /_sandbox/behaviour': ({ world }, request, body) =>
    world.behave(parseBody(behaviourSchema, request, body)),
  'POST /_sandbox/channel': ({ world }, request, body) => {
    const { id, ...change } = parseBody(channelSchema, request, body);
    if (!world.channels().some((channel) => channel.id === id))
      throw new BadBody('There is no such channel.');
    world.changeChannel(id, change);
    return world.state().channels.find((channel) => channel.id === id);
  },
  'POST /_sandbox/channels': ({ world }, request, body) => {
    const wanted = parseBody(channelsSchema, request, body);
    if ('count' in wanted) world.haveChannels(wanted.count);
    else world.addChannels(wanted.map(toNewChannel));
    return world.state().channels;
  },
  'POST /_sandbox/account': ({ world }, request, body) => {
    world.changeAccount(parseBody(accountSchema, request, body));
    return world.state().account;
  },
  'POST /_sandbox/actor': async ({ late, ...sandbox }, request, body) => {
    const deed = parseBody(actSchema, request, body);
    await late.settle();
    return act(deed, sandbox);
  },
  'GET /_sandbox/faults': ({ faults }) => faults.rules(),
  'POST /_sandbox/faults': ({ faults }, request, body) => {
    faults.replace(parseBody(rulesSchema, request, body));
    return faults.rules();
  },
  'POST /_sandbox/reset': (sandbox, ...rest) => {
    sandbox.late.clear();
    sandbox.log.clear();
    sandbox.faults.replace([]);
    sandbox.reset();
    return state(sandbox, ...rest);
  },
  'POST /_sandbox/clock': async ({ clock, late, world }, request, body) => {
    const move = parseBody(clockSchema, request, body);
    await late.move(() => ('now' in move ? Date.parse(move.now) : clock.now() + move.advance * 1000));
    world.settle();
    return { now: new Date(clock.now()).toISOString() };
  },
};

/** A person's form goes back to the page that it is on; programs get what the endpoint says. */
function answer(request: Request, result: unknown): Response {
  const isForm = request.method === 'POST' && request.headers.get('accept')?.includes('text/html');
  if (result instanceof Response) return result;
  return isForm ? new Response(null, { status: 303, headers: { location: '/_sandbox/' } }) : json(result);
}

/** Answers every path under /_sandbox; a body that is not as it should be is 400 with a sentence. */
export async function control(sandbox: Controlled, request: Request, body: string): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/_sandbox')
    return new Response(null, { status: 308, headers: { location: '/_sandbox/' } });
  if (request.method === 'GET' && pathname === '/_sandbox/') {
    await sandbox.late.settle();
    const html = queuesPage(sandbox.world.state(), sandbox.clock.now());
    return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  }
  const endpoint = ENDPOINTS[`${request.method} ${pathname}`];
  if (!endpoint) return json({ error: 'There is no such control endpoint.' }, 404);
  try {
    return answer(request, await endpoint(sandbox, request, body));
  } catch (error) {
    if (error instanceof BadBody) return json({ error: error.message }, 400);
    throw error;
  }
}
