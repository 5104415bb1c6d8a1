// A local Buffer and a client of its classic API that is nothing but fetch: what is sent is what a test writes.
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { SandboxClient } from '../../e2e/sandbox.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { CHANNEL_IDS } from '../../sandbox/world/seed-channels.ts';

/** A Monday, ten in the morning for the seeded person. */
export const START = '2026-03-02T09:00:00.000Z';
export const IDS = CHANNEL_IDS;
export const NOW_SECONDS = Date.parse(START) / 1000;

/** A time that the sandbox's running clock gave, in seconds. */
export const around = (seconds: number): number => expect.closeTo(seconds, -2);

export interface Update extends Record<string, unknown> {
  id: string;
  text: string;
  due_at: number;
  day: string;
  due_time: string;
  status: string;
  media?: Record<string, string> | [];
}

export interface Body extends Record<string, unknown> {
  updates: Update[];
  update: Update;
  total: number;
  success: boolean;
  code: number | false;
  message: string;
}

export interface Answered {
  status: number;
  headers: Headers;
  statusText: string;
  text: string;
  body: Body;
}

export interface Classic {
  readonly sandbox: Sandbox;
  readonly client: SandboxClient;
  /** Without any token but what `init` brings. */
  raw(path: string, init?: RequestInit): Promise<Answered>;
  get(path: string): Promise<Answered>;
  /** Sends the body as it is written, as a form. */
  post(path: string, body?: string): Promise<Answered>;
  /** Creates an update that has to succeed. */
  created(body: string, ...profiles: (keyof typeof CHANNEL_IDS)[]): Promise<Update>;
  pending(service: keyof typeof CHANNEL_IDS, query?: string): Promise<Update[]>;
}

async function answered(response: Response): Promise<Answered> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  const { status, headers, statusText } = response;
  return { status, headers, statusText, text, body: isJson ? JSON.parse(text) : {} };
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** Starts a local Buffer before the file's tests, and puts world, clock and token back before each. */
export function useClassic(): Classic {
  let sandbox: Sandbox;
  let client: SandboxClient;
  beforeAll(async () => {
    sandbox = await startSandbox({ clock: START });
    client = new SandboxClient(sandbox.origin);
  });
  beforeEach(() => client.reset());
  afterAll(() => sandbox.stop());

  const raw: Classic['raw'] = async (path, init) => answered(await fetch(`${sandbox.origin}${path}`, init));
  const token = () => ({ authorization: `Bearer ${sandbox.classicToken}` });
  const get: Classic['get'] = (path) => raw(`/1/${path}`, { headers: token() });
  const post: Classic['post'] = (path, body = '') =>
    raw(`/1/${path}`, { method: 'POST', headers: { ...token(), ...FORM }, body });
  return {
    get sandbox() {
      return sandbox;
    },
    get client() {
      return client;
    },
    raw,
    get,
    post,
    async created(body, ...profiles) {
      const ids = profiles.map((service) => `profile_ids[]=${CHANNEL_IDS[service]}`);
      const { body: answer, text } = await post('updates/create.json', [body, ...ids].join('&'));
      const [update] = answer.updates ?? [];
      if (!update) throw new Error(`not created: ${text}`);
      return update;
    },
    async pending(service, query = '') {
      return (await get(`profiles/${CHANNEL_IDS[service]}/updates/pending.json${query}`)).body.updates;
    },
  };
}
