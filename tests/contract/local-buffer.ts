// A local Buffer for one test file, and what a test may ask of it behind the back-end's back.
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Api } from '../../lib/buffer/backend.ts';
import { createBackend } from '../../lib/buffer/backends.ts';
import { BufferError, type Failure } from '../../lib/buffer/errors.ts';
import type { AnswerSeen } from '../../lib/buffer/http.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { SIDES } from './sides.ts';

interface StoredPost {
  id: string;
  channelId: string;
  status: string;
  text: string;
  dueAt: string | null;
  assets: unknown[];
  details: object;
  firstComment: string | null;
  linkAttachment: { url: string; title?: string } | null;
}

interface Arrival {
  operation: string;
  status: number;
  committed: boolean;
  ids: string[];
}

/** Starts a local Buffer before the tests of a file or a group, resets it before each, and speaks with one of its APIs. */
export function useLocalBuffer(api: Api) {
  const side = SIDES[api];
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0 });
  });
  beforeEach(() => control('reset', {}));
  afterAll(() => sandbox.stop());

  async function control(path: string, body: unknown): Promise<void> {
    const url = `${sandbox.origin}/_sandbox/${path}`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }

  async function read<T>(path: string): Promise<T> {
    return (await (await fetch(`${sandbox.origin}/_sandbox/${path}`)).json()) as T;
  }

  return {
    credentials: () => sandbox,
    faults: (...rules: object[]) => control('faults', rules),
    behave: (change: object) => control('behaviour', change),
    account: (change: object) => control('account', change),
    addChannels: (channels: object[]) => control('channels', channels),
    channel: (change: object) => control('channel', change),
    advance: (seconds: number) => control('clock', { advance: seconds }),
    changeChannel: (change: { id: string; isQueuePaused?: boolean }) => control('channel', change),
    /** Moves the local Buffer's clock to a moment (ISO). */
    clock: (now: string) => control('clock', { now }),
    posts: async () => (await read<{ posts: StoredPost[] }>('state')).posts,
    now: async () => Date.parse(String((await read<{ now: string }>('state')).now)),
    arrivals: (operation: string = side.create) =>
      read<Arrival[]>('log').then((log) => log.filter((line) => line.operation === operation)),
    backend(token: string = side.token(sandbox), timeoutMs?: number) {
      const seen: AnswerSeen[] = [];
      const backend = createBackend(side.connection(sandbox.origin), {
        fetch: globalThis.fetch,
        now: Date.now,
        token: async () => token,
        observe: (answer) => void seen.push(answer),
        timeoutMs,
      });
      return { ...backend, seen };
    },
  };
}

/** The failure that a call rejects with; anything but a BufferError fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<Failure> {
  const error = await call.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof BufferError)) throw error;
  return error.failure;
}
