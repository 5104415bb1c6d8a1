// What tests must know of each API of the local Buffer beside the contract. A new back-end lacks a line here, says the compiler.

import type { Api, BufferBackend } from '../../lib/buffer/backend.ts';
import { type BackendConnection, createBackend } from '../../lib/buffer/backends.ts';
import type { Sandbox } from '../sandbox/server.ts';

export interface Side {
  connection: (origin: string) => BackendConnection;
  /** A credential of the seeded person. */
  token: (sandbox: Sandbox) => string;
  /** The name of a create in the log and in fault rules. */
  create: string;
}

export const SIDES: Record<Api, Side> = {
  graphql: {
    connection: (origin) => ({ api: 'graphql', origin }),
    token: ({ apiKey }) => apiKey,
    create: 'createPost',
  },
  rest: {
    connection: (origin) => ({ api: 'rest', origin, shorten: false }),
    token: ({ classicToken }) => classicToken,
    create: 'updates/create',
  },
};

/** Whether an API's back-end has an optional method; known before any server runs. */
export function can(api: Api, method: keyof BufferBackend): boolean {
  const deps = { fetch, now: Date.now, token: async () => '', observe: () => {} };
  return createBackend(SIDES[api].connection('http://127.0.0.1:1'), deps)[method] !== undefined;
}
