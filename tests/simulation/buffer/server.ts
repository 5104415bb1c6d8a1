// The simulated Buffer: what arrives, what it commits and what it answers. Its record is what the judge believes.
import type { Api, Caller } from '../../../lib/buffer/backend.ts';
import { budgetOf } from '../../../lib/buffer/backends.ts';
import type { Clock } from '../clock.ts';
import { createRandom, type Random } from '../random.ts';
import { AuthServer } from './auth.ts';
import type { Call } from './call.ts';
import { CLASSIC, SWITCHED_OFF } from './classic-answers.ts';
import { type Fault, LIMITED, REFUSALS, TYPED, UNREADABLE } from './fault.ts';
import { GRAPHQL } from './graphql-answers.ts';
import { type Habits, PLAIN_HABITS, type ServerPost, Shelf, type Wanted } from './posts.ts';
import { nextAt, type Reply, type Speech } from './speech.ts';
import { type Dialect, RateWindows, rateHeaders } from './windows.ts';

export interface Arrival {
  at: number;
  api: Api;
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
  /** The API that its token opens. */
  tokenApi: Api | null;
  /** Whether the API was switched off. */
  off: boolean;
  /** Whether the answer says no, for good. */
  refused: boolean;
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

export interface ClassicHabits {
  random: Random;
  /** How likely a post is to be published just after a list of its channel was read. */
  publishes: number;
  isOff(): boolean;
}

export interface ServerOptions {
  clock: Clock;
  random?: Random;
  /** What only the classic API does: it is switched off at times, and publishes between two reads of its lists. */
  classic?: ClassicHabits;
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
    const { api } = call;
    const owner = this.auth.ownerOf(call.token);
    const client = owner === null ? null : this.#client({ accountId: owner, api });
    const exceeded = client?.count(now) ?? null;
    const off = api === 'rest' && (this.#options.classic?.isOff() ?? false);
    const reply = off
      ? (this.#options.classic as ClassicHabits).random.pick(SWITCHED_OFF)
      : exceeded
        ? speechOf(call).limited('limited-seconds', Math.ceil((exceeded.resetAt - now) / 1000), now)
        : this.#answer(call, fault, now);
    this.arrivals.push({
      at: now,
      api,
      operation: call.operation,
      accountId: owner,
      marker: call.marker,
      channelId: typeof call.input.channelId === 'string' ? call.input.channelId : null,
      status: reply.status,
      over: exceeded ? exceeded.used - exceeded.limit : 0,
      leftAt: call.leftAt,
      tokenApi: this.auth.apiOf(call.token),
      off,
      refused: !off && !exceeded && isOneOf(REFUSALS, fault?.answer),
      nextAt: nextAt(reply, now),
      heardAt: null,
    });
    return this.#dressed(reply, speechOf(call).tellsOfWindows ? client : null, now);
  }

  #answer(call: Call, fault: Fault | null, now: number): Reply {
    const speech = speechOf(call);
    const accountId = this.auth.accountOf(call, now);
    if (accountId === null) return speech.unauthorized();
    if (!fault) return this.#carryOut(call, accountId);
    const { answer } = fault;
    const commit = isOneOf(REFUSALS, answer) ? 'never' : fault.commit;
    if (answer === 'unauthorized') return speech.unauthorized();
    if (isOneOf(LIMITED, answer)) return speech.limited(answer, this.#random.whole(1, 120), now);
    const done =
      commit === 'arrival' ? this.#carryOut(call, accountId) : this.#putOff(call, accountId, commit);
    // Only a Buffer that minds equal posts does not make two of them by itself.
    if (answer === 'repeated' && call.operation === 'createPost' && this.#options.habits?.refusesDuplicates)
      return this.#carryOut(call, accountId);
    if (isOneOf(TYPED, answer)) return call.operation === 'createPost' ? speech.typed(answer) : done;
    // Of a list nobody can tell that it is another channel's.
    const isList = answer === 'other-channel' && call.operation === 'posts';
    if (isOneOf(UNREADABLE, answer)) return speech.spoilt(done, isList ? 'misshapen' : answer);
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
    const speech = speechOf(call);
    const id = String(call.input.id);
    switch (call.operation) {
      case 'createPost':
        return this.#create(call, accountId);
      case 'posts':
        return this.#list(call);
      case 'post':
        return speech.one(this.shelf.find(id));
      case 'deletePost':
        return speech.deleted(id, this.shelf.remove(id, this.#options.clock.now));
      default:
        return speech.unknown();
    }
  }

  #create(call: Call, accountId: string): Reply {
    const { now } = this.#options.clock;
    const wanted = this.#wanted(call.input);
    const twin = this.shelf.repeated(wanted);
    if (twin) return speechOf(call).duplicate(twin);
    const post = this.shelf.create(wanted, { accountId, marker: call.marker }, now);
    this.commits.push({ at: now, marker: call.marker, post });
    return speechOf(call).created(post);
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
      ...(typeof input.shorten === 'boolean' && { shorten: input.shorten }),
    };
  }

  #list(call: Call): Reply {
    const { paging } = call;
    const all = this.#wholeList(call);
    const from = Number(paging.after ?? 0);
    const to = from + (paging.first ?? 50);
    return speechOf(call).listed({ posts: all.slice(from, to), to, total: all.length });
  }

  #wholeList({ api, input }: Call): ServerPost[] {
    const { clock, classic } = this.#options;
    if (api === 'rest') {
      const [channelId, since] = [String(input.channelId), Number(input.since)];
      const posts = this.shelf.listOf(String(input.list), channelId, { since, now: clock.now });
      const copies = posts.map((post) => ({ ...post }));
      if (classic?.random.chance(classic.publishes)) this.shelf.publishOne(channelId, classic.random);
      return copies;
    }
    const { channelIds, createdAt } = input.filter as { channelIds: string[]; createdAt?: { start: string } };
    const since = createdAt ? Date.parse(createdAt.start) : 0;
    return this.shelf.listed(channelIds, since, clock.now);
  }

  #client({ accountId, api }: Caller): RateWindows {
    const key = `${accountId} ${api}`;
    const known = this.#windows.get(key) ?? new RateWindows(budgetOf(api));
    this.#windows.set(key, known);
    return known;
  }

  /** Proxies answer without the API's headers, and some answers lack them anyway. */
  #dressed(reply: Reply, client: RateWindows | null, now: number): Reply {
    const headers: Record<string, string> = { Date: new Date(now).toUTCString(), ...reply.headers };
    const dialect = this.#options.dialect ?? 'none';
    if (client && dialect !== 'none' && reply.status < 500 && this.#random.chance(0.7)) {
      Object.assign(headers, rateHeaders(dialect, client.state(now), now));
    }
    return { ...reply, headers };
  }
}

function speechOf({ api }: Pick<Call, 'api'>): Speech {
  return api === 'rest' ? CLASSIC : GRAPHQL;
}

function isOneOf<const T>(list: readonly T[], item: unknown): item is T {
  return (list as readonly unknown[]).includes(item);
}
