// A Buffer that meets the first create as it is told and everything else well; its own record is the judge.
import { vi } from 'vitest';
import type { Outcome, Reply } from './matrix-answers.ts';

interface Row extends Record<string, unknown> {
  id: string;
  channelId: string;
  text: string;
  createdAt: string;
}

export interface ServerState {
  posts: Row[];
  /** The text of every post that ever was committed. */
  commits: string[];
  /** What will be there later: a call that was cut and is still being worked on. */
  late: { at: number; row: Row }[];
  /** What meets the next calls, in order; a call beyond these goes well. */
  creates: Outcome[];
  finds: Outcome[];
  /** Every create that arrived, and whether its answer proves that it did nothing. */
  arrivals: { text: string; harmless: boolean }[];
  version: number;
}

interface CreateInput {
  channelId: string;
  text: string;
  mode: string;
  dueAt?: string;
  saveToDraft?: boolean;
}

/** What of the world a server needs: the virtual clock (ms), and to be told where a worker could die. */
export interface Surroundings {
  now: number;
  point(where: string): void;
}

/** The server's clock is ahead of the device's by this much (ms). */
const SKEW = 300_000;
const TIMEOUT = 20_000;

export function newServer(creates: Outcome[], finds: Outcome[]): ServerState {
  return { posts: [], commits: [], late: [], creates, finds, arrivals: [], version: 0 };
}

export function copyServer(state: ServerState): ServerState {
  const { posts, commits, late, creates, finds, arrivals, version } = state;
  return {
    posts: [...posts],
    commits: [...commits],
    late: [...late],
    creates: [...creates],
    finds: [...finds],
    arrivals: [...arrivals],
    version,
  };
}

/** Brings in what was late, up to a moment of the device's clock (ms). */
export function settle(state: ServerState, now: number): void {
  const due = state.late.filter(({ at }) => at <= now);
  if (due.length === 0) return;
  state.late = state.late.filter(({ at }) => at > now);
  for (const { row } of due) commit(state, row);
  state.version += 1;
}

/** The `fetch` of a worker: a point before the call leaves, when Buffer has it, and when its answer is there. */
export function fetchFrom(state: ServerState, world: Surroundings): typeof globalThis.fetch {
  return async (input, init) => {
    world.point('before a call');
    const { query, variables } = await new Request(input).json();
    settle(state, world.now);
    const reply = arrive(state, world.now, { query, input: variables.input });
    world.point('a call arrived');
    if (reply === 'cut') throw new TypeError('fetch failed');
    if (reply === 'hang') return silence(world, init?.signal);
    world.point('a call was answered');
    const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
    const date = new Date(world.now + SKEW).toUTCString();
    return new Response(body, { status: reply.status ?? 200, headers: { Date: date, ...reply.headers } });
  };
}

function silence(world: Surroundings, signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
    world.now += TIMEOUT;
    vi.advanceTimersByTime(TIMEOUT);
  });
}

interface Call {
  query: string;
  input: unknown;
}

function arrive(state: ServerState, now: number, { query, input }: Call): Reply {
  state.version += 1;
  if (query.includes('mutation CreatePost')) return create(state, now, input as CreateInput);
  if (query.includes('query Posts')) return find(state, input as FindInput);
  if (query.includes('mutation DeletePost')) return remove(state, input as { id: string });
  throw new Error(`the matrix has no answer to ${query}`);
}

function create(state: ServerState, now: number, input: CreateInput): Reply {
  const outcome = state.creates.shift();
  const row = rowOf(input, `p${state.arrivals.length + 1}`, now);
  const harmless = outcome?.tells === 'not now' || outcome?.tells === 'refused';
  state.arrivals.push({ text: input.text, harmless });
  const when = outcome?.commit ?? 'at once';
  if (when === 'at once') commit(state, row);
  else if (when !== 'never') {
    const at = now + when.afterMs;
    state.late.push({ at, row: rowOf(input, row.id, at) });
  }
  const success = { createPost: { __typename: 'PostActionSuccess', post: row } };
  return outcome ? outcome.reply(row) : { body: { data: success } };
}

function commit(state: ServerState, row: Row): void {
  state.posts.push(row);
  state.commits.push(row.text);
}

function remove(state: ServerState, { id }: { id: string }): Reply {
  state.posts = state.posts.filter((post) => post.id !== id);
  return { body: { data: { deletePost: { __typename: 'DeletePostSuccess', id } } } };
}

interface FindInput {
  filter: { channelIds: string[]; createdAt: { start: string } };
}

function find(state: ServerState, { filter }: FindInput): Reply {
  const outcome = state.finds.shift();
  if (outcome) return outcome.reply({});
  const found = state.posts.filter(
    ({ channelId, createdAt }) =>
      filter.channelIds.includes(channelId) && createdAt >= filter.createdAt.start,
  );
  const edges = found.map((node) => ({ node }));
  return { body: { data: { posts: { edges, pageInfo: { hasNextPage: false, endCursor: null } } } } };
}

function rowOf({ channelId, text, mode, dueAt, saveToDraft }: CreateInput, id: string, now: number): Row {
  const moment = (ms: number) => new Date(now + SKEW + ms).toISOString();
  const due = saveToDraft ? null : (dueAt ?? moment(mode === 'shareNow' ? 0 : 3_600_000));
  return {
    id,
    channelId,
    channelService: 'mastodon',
    text,
    status: saveToDraft ? 'draft' : mode === 'shareNow' ? 'sending' : 'scheduled',
    createdAt: moment(0),
    dueAt: due,
    isCustomScheduled: dueAt !== undefined,
  };
}
