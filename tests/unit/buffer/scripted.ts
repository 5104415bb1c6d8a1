// A back-end over answers that a test writes down, and a record of what was asked.
import { readFileSync } from 'node:fs';
import type { Api } from '../../../lib/buffer/backend.ts';
import { type BackendDeps, createBackend } from '../../../lib/buffer/backends.ts';
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

type Replies = (Reply | Error | Response)[];

/** What a back-end needs, over one reply after another, and a record of what it did with it. */
function scriptedDeps(replies: Replies, keep: (request: Request, body: string) => void) {
  const requests: Request[] = [];
  const seen: AnswerSeen[] = [];
  const reserved: Purpose[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    requests.push(request);
    keep(request, await request.clone().text());
    const reply = replies.shift();
    if (!reply) throw new Error('one call more than the test expects');
    if (reply instanceof Error) throw reply;
    if (reply instanceof Response) return reply;
    const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? {});
    return new Response(text, { status: reply.status ?? 200, headers: reply.headers });
  };
  const deps: BackendDeps = {
    fetch,
    now: () => NOW,
    token: async () => 'secret-token',
    observe: (answer) => void seen.push(answer),
    reserve: async (purpose) => void reserved.push(purpose),
  };
  return { deps, fetch, requests, seen, reserved };
}

/** The GraphQL back-end over replies, and the operations that it asked for. */
export function scripted(...replies: Replies) {
  const inputs: { query: string; variables: Record<string, unknown> }[] = [];
  const record = scriptedDeps(replies, (_request, body) => void inputs.push(body ? JSON.parse(body) : {}));
  return { ...record, inputs, backend: createBackend({ api: 'graphql', origin: ORIGIN }, record.deps) };
}

/** The classic back-end over replies; `lines` are its requests: method, address and form. */
export function scriptedRest(...replies: Replies) {
  const lines: string[] = [];
  const record = scriptedDeps(replies, ({ method, url }, body) => {
    lines.push(`${method} ${url.slice(ORIGIN.length)} ${body}`.trim());
  });
  const connection = { api: 'rest', origin: ORIGIN, shorten: false } as const;
  return { ...record, lines, backend: createBackend(connection, record.deps) };
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
export function recorded(name: string, api: Api = 'graphql'): unknown {
  const file = new URL(`../../fixtures/recorded/${api}/${name}.json`, import.meta.url);
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

/** A post as the classic API answers it. */
export function updateRow(change: Record<string, unknown> = {}) {
  return {
    id: 'update-1',
    created_at: 1_321_000_000,
    due_at: 1_321_000_600,
    profile_id: 'channel-1',
    profile_service: 'twitter',
    status: 'buffer',
    text: 'Hello',
    text_formatted: '<b>Hello</b>',
    ...change,
  };
}

export const NEW_POST = {
  channel: { id: 'channel-1', organizationId: 'org-1', network: 'twitter' },
  text: 'Hello',
  attachment: { kind: 'none' },
  mode: 'queue',
  options: {},
} as const;
