// A back-end over answers that a test writes down, and a record of what was asked.
import { readFileSync } from 'node:fs';
import { createBackend } from '../../../lib/buffer/backends.ts';
import type { Purpose } from '../../../lib/buffer/budget.ts';
import { BufferError, type Failure } from '../../../lib/buffer/errors.ts';
import type { AnswerSeen } from '../../../lib/buffer/http.ts';

export const ORIGIN = 'https://api.buffer.example';
export const NOW = Date.parse('2026-11-20T12:00:00Z');

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A fetch that gives one reply after another and keeps the requests. */
export function scripted(...replies: (Reply | Error | Response)[]) {
  const requests: Request[] = [];
  const inputs: { query: string; variables: Record<string, unknown> }[] = [];
  const seen: AnswerSeen[] = [];
  const reserved: Purpose[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    requests.push(request);
    inputs.push(JSON.parse(await request.clone().text()));
    const reply = replies.shift();
    if (!reply) throw new Error('one call more than the test expects');
    if (reply instanceof Error) throw reply;
    if (reply instanceof Response) return reply;
    const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? {});
    return new Response(text, { status: reply.status ?? 200, headers: reply.headers });
  };
  const backend = createBackend(
    { api: 'graphql', origin: ORIGIN },
    {
      fetch,
      now: () => NOW,
      token: async () => 'secret-token',
      observe: (answer) => void seen.push(answer),
      reserve: async (purpose) => void reserved.push(purpose),
    },
  );
  return { backend, requests, inputs, seen, reserved, fetch };
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

/** A recorded answer by its file name. */
export function recorded(name: string): unknown {
  const file = new URL(`../../fixtures/recorded/graphql/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** A post as the API answers it. */
export function postNode(change: Record<string, unknown> = {}) {
  return {
    id: 'post-1',
    channelId: 'channel-1',
    channelService: 'twitter',
    text: 'Hello',
    status: 'scheduled',
    createdAt: '2026-11-20T12:00:00.000Z',
    dueAt: '2026-11-21T09:00:00.000Z',
    sentAt: null,
    isCustomScheduled: false,
    externalLink: null,
    error: null,
    assets: [],
    ...change,
  };
}

export function created(change: Record<string, unknown> = {}) {
  return { data: { createPost: { __typename: 'PostActionSuccess', post: postNode(change) } } };
}

export const NEW_POST = {
  channel: { id: 'channel-1', organizationId: 'org-1', network: 'twitter' },
  text: 'Hello',
  attachment: { kind: 'none' },
  mode: 'queue',
  options: {},
} as const;
