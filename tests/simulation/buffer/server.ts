// The simulated Buffer: what arrives, what it commits and what it answers. Its record is what the judge believes.
import type { BudgetProfile } from '../../../lib/buffer/budget.ts';
import type { Clock } from '../clock.ts';
import { createRandom, type Random } from '../random.ts';
import { created, duplicate, ok, type Reply, refusal, row, spoilt, typed } from './answers.ts';
import { AuthServer } from './auth.ts';
import { type Fault, LIMITED, REFUSALS, TYPED, UNREADABLE } from './fault.ts';
import { type Habits, PLAIN_HABITS, type ServerPost, Shelf, type Wanted } from './posts.ts';
import { type Dialect, RateWindows, rateHeaders } from './windows.ts';

export interface Arrival {
  at: number;
  operation: string;
  /** Whose token came with it; null for none, or one that nobody knows. */
  accountId: string | null;
  marker: string | null;
  channelId: string | null;
  status: number;
  /** The calls in a window beyond what it holds, or 0. */
  over: number;
  /** When it was decided on, before its token was there. */
  leftAt: number;
  /** When the answer, in seconds, allowed the next call of the account; null if it did not say. */
  nextAt: number | null;
  /** When a worker that lived on for long enough to write it down got the answer; null if none did. */
  heardAt: number | null;
}

export interface Commit {
  at: number;
  marker: string | null;
  post: ServerPost;
}

export interface Call {
  operation: string;
  token: string;
  marker: string | null;
  input: Record<string, unknown>;
  paging: { first?: number; after?: string | null };
  leftAt: number;
}

export interface ServerOptions {
  clock: Clock;
  random?: Random;
  limits: Pick<BudgetProfile, 'windows'>;
  habits?: Habits;
  dialect?: Dialect;
  /** Networks of the channels, by channel. */
  networks?: Record<string, string>;
}

export class SimulatedBuffer {
  readonly arrivals: Arrival[] = [];
  readonly commits: Commit[] = [];
  readonly auth = new AuthServer();
  readonly shelf: Shelf;
  readonly #options: ServerOptions;
  readonly #random: Random;
  readonly #windows = new Map<string, RateWindows>();
  /** Calls that have left and not arrived yet, and writes that were cut and will commit yet, by marker. */
  readonly #underWay = new Map<string, number>();

  constructor(options: ServerOptions) {
    this.#options = options;
    this.#random = options.random ?? createRandom(0);
    this.shelf = new Shelf(this.#random.fork(), options.habits ?? PLAIN_HABITS);
  }

  /** How full the windows of an account's client are now. */
  windows(accountId: string) {
    return this.#client(accountId).state(this.#options.clock.now);
  }

  /** Whether an entry's post may still be committed by a call that was made already. */
  isUnderWay(marker: string): boolean {
    return (this.#underWay.get(marker) ?? 0) > 0;
  }

  /** One call more, or less, may yet commit. */
  expect(marker: string | null, change: 1 | -1): void {
    if (marker !== null) this.#underWay.set(marker, (this.#underWay.get(marker) ?? 0) + change);
  }

  /** A call arrives. Gives the answer, which the fault may yet keep from its way back. */
  receive(call: Call, fault: Fault | null): Reply {
    const { now } = this.#options.clock;
    const owner = this.auth.ownerOf(call.token);
    const exceeded = owner === null ? null : this.#client(owner).count(now);
    const reply = exceeded
      ? limited('limited-seconds', Math.ceil((exceeded.resetAt - now) / 1000), now)
      : this.#answer(call, fault, now);
    this.arrivals.push({
      at: now,
      operation: call.operation,
      accountId: owner,
      marker: call.marker,
      channelId: typeof call.input.channelId === 'string' ? call.input.channelId : null,
      status: reply.status,
      over: exceeded ? exceeded.used - exceeded.limit : 0,
      leftAt: call.leftAt,
      nextAt: nextAt(reply, now),
      heardAt: null,
    });
    return this.#dressed(reply, owner, now);
  }

  #answer(call: Call, fault: Fault | null, now: number): Reply {
    const accountId = this.auth.accountOf(call.token, now);
    if (accountId === null) return refusal(401, 'UNAUTHENTICATED');
    if (!fault) return this.#carryOut(call, accountId);
    const { answer } = fault;
    const commit = isOneOf(REFUSALS, answer) ? 'never' : fault.commit;
    if (answer === 'unauthorized') return refusal(401, 'UNAUTHENTICATED');
    if (isOneOf(LIMITED, answer)) return limited(answer, this.#random.whole(1, 120), now);
    const done =
      commit === 'arrival' ? this.#carryOut(call, accountId) : this.#putOff(call, accountId, commit);
    // Only a Buffer that minds equal posts does not make two of them by itself.
    if (answer === 'repeated' && call.operation === 'createPost' && this.#options.habits?.refusesDuplicates)
      return this.#carryOut(call, accountId);
    if (isOneOf(TYPED, answer)) return call.operation === 'createPost' ? typed('createPost', answer) : done;
    // Of a list nobody can tell that it is another channel's.
    const isList = answer === 'other-channel' && call.operation === 'posts';
    if (isOneOf(UNREADABLE, answer)) return spoilt(done, isList ? 'misshapen' : answer);
    return typeof answer === 'number' ? { status: answer, body: 'upstream error' } : done;
  }

  #putOff(call: Call, accountId: string, commit: 'never' | number): Reply {
    if (call.operation === 'posts') return this.#carryOut(call, accountId);
    if (commit !== 'never') {
      this.expect(call.marker, 1);
      this.#options.clock.at(this.#options.clock.now + commit, () => {
        this.expect(call.marker, -1);
        this.#carryOut(call, accountId);
      });
    }
    return { status: 503, body: 'upstream error' };
  }

  #carryOut(call: Call, accountId: string): Reply {
    switch (call.operation) {
      case 'createPost':
        return this.#create(call, accountId);
      case 'posts':
        return this.#list(call);
      case 'post': {
        const post = this.shelf.find(String(call.input.id));
        return post ? ok({ post: row(post) }) : refusal(200, 'NOT_FOUND');
      }
      case 'deletePost':
        return this.#delete(String(call.input.id));
      default:
        return refusal(400, 'GRAPHQL_VALIDATION_FAILED');
    }
  }

  #create({ input, marker }: Call, accountId: string): Reply {
    const { now } = this.#options.clock;
    const wanted = this.#wanted(input);
    const twin = this.shelf.repeated(wanted);
    if (twin) return duplicate(twin);
    const post = this.shelf.create(wanted, { accountId, marker }, now);
    this.commits.push({ at: now, marker, post });
    return created(post);
  }

  #wanted(input: Record<string, unknown>): Wanted {
    const channelId = String(input.channelId);
    return {
      channelId,
      network: this.#options.networks?.[channelId] ?? 'mastodon',
      text: String(input.text),
      mode: String(input.mode),
      dueAt: typeof input.dueAt === 'string' ? input.dueAt : null,
      draft: input.saveToDraft === true,
    };
  }

  #list({ input, paging }: Call): Reply {
    const { channelIds, createdAt } = input.filter as { channelIds: string[]; createdAt?: { start: string } };
    const since = createdAt ? Date.parse(createdAt.start) : 0;
    const all = this.shelf.listed(channelIds, since, this.#options.clock.now);
    const from = Number(paging.after ?? 0);
    const to = from + (paging.first ?? 50);
    const edges = all.slice(from, to).map((post) => ({ node: row(post) }));
    const hasNextPage = to < all.length;
    return ok({ posts: { edges, pageInfo: { hasNextPage, endCursor: hasNextPage ? `${to}` : null } } });
  }

  #delete(id: string): Reply {
    const post = this.shelf.find(id);
    if (!post) return ok({ deletePost: { __typename: 'NotFoundError', message: 'No such post' } });
    post.deletedAt = this.#options.clock.now;
    return ok({ deletePost: { __typename: 'DeletePostSuccess', id } });
  }

  #client(accountId: string): RateWindows {
    const known = this.#windows.get(accountId) ?? new RateWindows(this.#options.limits);
    this.#windows.set(accountId, known);
    return known;
  }

  /** Proxies answer without the API's headers, and some answers lack them anyway. */
  #dressed(reply: Reply, owner: string | null, now: number): Reply {
    const headers: Record<string, string> = { Date: new Date(now).toUTCString(), ...reply.headers };
    const dialect = this.#options.dialect ?? 'none';
    if (owner !== null && dialect !== 'none' && reply.status < 500 && this.#random.chance(0.7)) {
      Object.assign(headers, rateHeaders(dialect, this.windows(owner), now));
    }
    return { ...reply, headers };
  }
}

function limited(how: (typeof LIMITED)[number], seconds: number, now: number): Reply {
  const plain = { status: 429, body: 'Too many requests' };
  switch (how) {
    case 'limited-seconds':
      return { ...plain, headers: { 'Retry-After': `${seconds}` } };
    case 'limited-date':
      return { ...plain, headers: { 'Retry-After': new Date(now + seconds * 1000 + 999).toUTCString() } };
    case 'limited-body':
      return refusal(429, 'RATE_LIMIT_EXCEEDED', { retryAfter: seconds, window: '15m' });
    case 'limited-silent':
      return plain;
  }
}

/** A moment (ms) that is told in seconds from now, in the head or in the body. */
function nextAt({ status, headers, body }: Reply, now: number): number | null {
  if (status !== 429) return null;
  const seconds = headers?.['Retry-After'] ?? /"retryAfter":(\d+)/.exec(body)?.[1];
  return seconds && /^\d+$/.test(seconds) ? now + Number(seconds) * 1000 : null;
}

function isOneOf<const T>(list: readonly T[], item: unknown): item is T {
  return (list as readonly unknown[]).includes(item);
}
