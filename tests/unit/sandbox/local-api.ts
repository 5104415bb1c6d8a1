// The local Buffer's GraphQL API without a server, on a clock that stands still.
import type { Clock } from '../../sandbox/contract.ts';
import { createGraphqlApi } from '../../sandbox/graphql/api.ts';
import type { Plan } from '../../sandbox/world/plans.ts';
import { CHANNEL_IDS, ORGANIZATION } from '../../sandbox/world/seed-channels.ts';
import { createWorld, type World } from '../../sandbox/world/world.ts';

export const START = '2026-03-02T09:00:00.000Z';
export const ORIGIN = 'http://127.0.0.1:8787';
export { CHANNEL_IDS, ORGANIZATION };

export const ALL_SCOPES = [
  'account:read',
  'posts:read',
  'posts:write',
  'ideas:read',
  'ideas:write',
  'insights:read',
  'notes:read',
  'notes:write',
];

export function frozenClock(start = START): Clock {
  let now = Date.parse(start);
  return {
    now: () => now,
    set: (next) => {
      now = next;
    },
    advance: (seconds) => {
      now += seconds * 1000;
    },
  };
}

/** An input for a channel, with what its network asks for left to `rest`. */
export function newPost(service: keyof typeof CHANNEL_IDS, text: string, rest: object = {}) {
  const mode = { mode: 'addToQueue', schedulingType: 'automatic' };
  return { channelId: CHANNEL_IDS[service], text, ...mode, ...rest };
}

const CREATE = `mutation ($input: CreatePostInput!) {
  createPost(input: $input) {
    __typename
    ... on PostActionSuccess { post { id status dueAt sentAt shareMode sharedNow isCustomScheduled via schedulingType allowedActions error { message } } }
    ... on RestProxyError { code link }
    ... on MutationError { message }
  }
}`;

export interface Asked<Data> {
  status: number;
  headers: Headers;
  body: {
    data: Data;
    errors: { message: string; locations?: object[]; extensions: Record<string, string> }[];
  };
  outcome: { operation: string; committed: boolean; ids: string[] };
}

/** The payload of `createPost`; `post` stands there when nothing was refused. */
export interface Created {
  __typename: string;
  message?: string;
  post: { id: string; status: string; dueAt: string | null; sentAt: string | null; allowedActions: string[] };
}

export interface LocalApi {
  clock: Clock;
  world: World;
  send<Data = unknown>(init: RequestInit): Promise<Asked<Data>>;
  ask<Data = unknown>(query: string, variables?: object, token?: string): Promise<Asked<Data>>;
  create(input: object): Promise<Created>;
  /** Moves the clock to an ISO instant. */
  at(instant: string): void;
}

interface Setting {
  plan?: Plan;
  start?: string;
}

/** `key` may do everything; any other token names a client of its own, `read` one that only reads the account. */
export function localApi({ plan, start }: Setting = {}): LocalApi {
  const clock = frozenClock(start);
  const world = createWorld(clock, ORIGIN, { plan });
  const api = createGraphqlApi({
    world,
    clock,
    authenticate: async (token) => {
      if (token === 'expired') return null;
      const scopes = token === 'read' ? ['account:read'] : ALL_SCOPES;
      return { accountId: world.account.id, clientId: token, scopes };
    },
  });
  async function send<Data>(init: RequestInit): Promise<Asked<Data>> {
    const { response, outcome } = await api.handle(new Request(ORIGIN, init), String(init.body ?? ''));
    return { status: response.status, headers: response.headers, body: await response.json(), outcome };
  }
  const ask = <Data>(query: string, variables: object = {}, token = 'key') =>
    send<Data>({
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
  return {
    clock,
    world,
    send,
    ask,
    create: async (input) => {
      const { body } = await ask<{ createPost: Created }>(CREATE, { input });
      return body.data.createPost;
    },
    at: (instant) => clock.set(Date.parse(instant)),
  };
}
