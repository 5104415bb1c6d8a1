// Puts the local Buffer together and listens on loopback.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Api, Clock, LogLine } from './contract.ts';
import { type Controlled, control } from './control/control.ts';
import { createFaults } from './control/faults.ts';
import { createLate } from './control/late.ts';
import { createLog } from './control/log.ts';
import { site } from './control/site.ts';
import { createGraphqlApi } from './graphql/api.ts';
import type { Desk } from './http/arrivals.ts';
import { createNotYet } from './http/not-yet.ts';
import { createShell, type Parts } from './http/shell.ts';
import { type Authorization, createAuthorization } from './oauth/authorization.ts';
import { createClassicAuthorize } from './oauth/classic-authorize.ts';
import { createClassicGrants } from './oauth/classic-grants.ts';
import {
  API_KEY,
  CLASSIC_CLIENT_ID,
  CLASSIC_CLIENT_SECRET,
  CLASSIC_TOKEN,
  CLIENT_ID,
} from './oauth/credentials.ts';
import { createRestApi } from './rest/api.ts';
import { createClock } from './world/clock.ts';
import { createWorld, type World } from './world/world.ts';

const HOST = '127.0.0.1';

export interface Options {
  /** 0 (the default) picks a free port. */
  port?: number;
  /** Where the sandbox's clock starts; the real time unless given. ISO 8601. */
  clock?: string;
}

export interface Credentials {
  origin: string;
  apiKey: string;
  classicToken: string;
  clientId: string;
  classicClientId: string;
  classicClientSecret: string;
}

export interface Sandbox extends Credentials {
  stop(): Promise<void>;
}

async function listen(server: Server, port: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error: NodeJS.ErrnoException) => {
    const taken = `Port ${port} is taken: choose another with --port N, or --port 0 for a free one.`;
    reject(error.code === 'EADDRINUSE' ? new Error(taken) : error);
  });
  server.listen(port, HOST, resolve);
  await promise;
  return `http://${HOST}:${(server.address() as AddressInfo).port}`;
}

interface Inside {
  clock: Clock;
  world: World;
  authorization: Authorization;
}

/** Buffer's APIs over one world and one clock. */
interface Apis {
  graphql: Api;
  rest: Api;
  classicAuthorize: Api;
}

function createApis(origin: string, { clock, world, authorization }: Inside): Apis {
  const { authenticate } = authorization;
  const grants = createClassicGrants(clock, world.account.id);
  return {
    graphql: createGraphqlApi({ world, clock, authenticate }),
    rest: createRestApi({ origin, world, clock, grants, authenticate }),
    classicAuthorize: createClassicAuthorize(grants, world.account),
  };
}

function mountApis({ graphql, rest, classicAuthorize }: Apis): Parts['apiAt'] {
  const mounts: [path: RegExp, name: LogLine['api'], api: Api][] = [
    [/^\/(graphql)?$/, 'graphql', graphql],
    [/^\/1\//, 'rest', rest],
    [/^\/oauth2\//, 'oauth', classicAuthorize],
    [/^\/mcp$/, 'mcp', createNotYet()],
  ];
  return (path) => {
    const found = mounts.find(([pattern]) => pattern.test(path));
    return found && { name: found[1], api: found[2] };
  };
}

function controlled({ clock, world, authorization }: Inside, { log, faults, late }: Desk): Controlled {
  const startOffset = clock.now() - Date.now();
  return {
    clock,
    log,
    faults,
    late,
    world,
    reset() {
      clock.set(Date.now() + startOffset);
      world.reset();
      authorization.reset();
    },
  };
}

async function assemble(origin: string, clock: Clock, stopped: AbortSignal): Promise<Parts> {
  const world = createWorld(clock, origin);
  const authorization = await createAuthorization({ origin, clock, person: world.account });
  const inside: Inside = { clock, world, authorization };
  const desk: Desk = {
    clock,
    log: createLog(clock),
    faults: createFaults(),
    late: createLate(clock, stopped),
    stopped,
  };
  const steering = controlled(inside, desk);
  return {
    ...desk,
    origin,
    authorization,
    apiAt: mountApis(createApis(origin, inside)),
    site: async (request, body) =>
      new URL(request.url).pathname.startsWith('/_sandbox')
        ? control(steering, request, body)
        : site(request, origin),
  };
}

/** Starts a local Buffer and answers when it listens. Fails when the port is taken. */
export async function startSandbox({ port = 0, clock: start }: Options = {}): Promise<Sandbox> {
  const clock = createClock(start === undefined ? undefined : Date.parse(start));
  const stopping = new AbortController();
  const server = createServer();
  const origin = await listen(server, port);
  const shell = assemble(origin, clock, stopping.signal).then(createShell);
  // Whoever knows the port may come before everything stands: such a request waits.
  server.on('request', (req, res) => shell.then((listener) => listener(req, res)));
  await shell;
  return {
    origin,
    apiKey: API_KEY,
    classicToken: CLASSIC_TOKEN,
    clientId: CLIENT_ID,
    classicClientId: CLASSIC_CLIENT_ID,
    classicClientSecret: CLASSIC_CLIENT_SECRET,
    async stop() {
      stopping.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
