// What people do: two windows of the extension, the account page, and somebody else in Buffer itself.
import type { Credentials } from '../../lib/account/credentials.ts';
import type { Api } from '../../lib/buffer/backend.ts';
import type { Submission } from '../../lib/outbox/entry.ts';
import type { Choice } from '../../lib/outbox/outbox.ts';
import { type Book, type Page, page } from './book.ts';
import type { Browser } from './browser.ts';
import type { Pair } from './buffer/auth.ts';
import type { SimulatedBuffer } from './buffer/server.ts';
import type { Clock } from './clock.ts';
import { writePost } from './posts.ts';
import type { Random } from './random.ts';
import type { Setup } from './setup.ts';
import type { Trace } from './trace.ts';

const LONG_LIFE = 1e12;

export interface Stage {
  clock: Clock;
  browser: Browser;
  server: SimulatedBuffer;
  setup: Setup;
  random: Random;
  trace: Trace;
  book: Book;
}

export class People {
  readonly #stage: Stage;
  #groups = 0;
  #api: Api;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#api = stage.setup.api;
  }

  /** Somebody shares something to some channels, and again if no answer comes. */
  async share(): Promise<void> {
    const { browser, random, clock, trace, book } = this.#stage;
    const account = browser.disk.record?.accountId ?? 'ann';
    if (browser.disk.connection === 'expired' && random.chance(0.7)) await this.signIn(account);
    const pages = this.#write(account);
    for (const one of pages) book.set(one.id, one);
    trace.counts.posts += pages.length;
    const submissions = pages.map(({ id, groupId, accountId, post }): Submission => {
      return { id, groupId, accountId, post };
    });
    trace.note(
      'share',
      pages.map(({ id, post }) => `${id}>${post.channel.id}:${modeOf(post.mode)}`).join(' '),
    );
    const twice = random.chance(0.15);
    const once = async () => {
      const told = await browser.send((office) => office.accept(submissions).then(() => true));
      if (!told) return false;
      for (const one of pages) one.accepted = true;
      return true;
    };
    if (twice) {
      trace.counts.repeats += 1;
      void once();
    }
    for (let tries = 0; tries < 6 && !(await once()); tries += 1) {
      if (random.chance(0.15)) return;
      trace.counts.repeats += 1;
      await clock.sleep(random.whole(200, 30_000));
    }
  }

  /** Takes back one or all of a share. */
  async undo(): Promise<void> {
    const { browser, random, trace, book } = this.#stage;
    const known = [...book.values()].filter(({ accepted }) => accepted);
    if (known.length === 0) return;
    const one = random.pick(known);
    const group = random.chance(0.5) ? known.filter(({ groupId }) => groupId === one.groupId) : [one];
    trace.counts.undos += 1;
    trace.note('undo', group.map(({ id }) => id).join(' '));
    for (const each of group) each.cancelled = true;
    await browser.send((office) => office.undo(group.map(({ id }) => id)));
  }

  /** Somebody wants to write one anew, which only takes back what Buffer certainly lacks, or what asks. */
  async withdraw(random: Random): Promise<void> {
    const { browser, trace, book } = this.#stage;
    const known = [...book.values()].filter(({ accepted, cancelled }) => accepted && !cancelled);
    if (known.length === 0) return;
    const one = random.pick(known);
    trace.counts.withdrawals += 1;
    trace.note('withdraw', one.id);
    // Without an answer it may have been written down, or not.
    one.cancelled = true;
    if ((await browser.send((office) => office.withdraw(one.id))) === false) one.cancelled = false;
  }

  /** Somebody sees to what needs them: looks at Buffer, and says what they saw. */
  async seeTo(): Promise<void> {
    const { browser, random, clock } = this.#stage;
    const asking = browser.disk.shown.summary.entries.filter(({ state }) => state === 'needs-you');
    for (const { id } of asking) {
      if (random.chance(0.3)) await clock.sleep(random.whole(1000, 600_000));
      await this.#answer(id);
    }
  }

  async #answer(id: string): Promise<void> {
    const { browser, random, server, trace, book } = this.#stage;
    const one = book.get(id);
    if (!one) return;
    const isThere = server.shelf.posts.some(({ marker, deletedAt }) => marker === id && deletedAt === null);
    const mistaken = random.chance(0.05);
    const choice: Choice = isThere !== mistaken ? 'there' : random.chance(0.7) ? 'again' : 'discard';
    trace.counts.words += 1;
    trace.note('resolve', `${id} ${choice}`);
    await browser.send((office) => {
      this.#noteWord(one, choice);
      return office.resolve(id, choice);
    });
  }

  /** A word counts from when the extension hears it; it may then still die before it has written it down. */
  #noteWord(one: Page, choice: Choice): void {
    const { server } = this.#stage;
    if (choice === 'there') one.saidThere = true;
    if (choice === 'discard') one.cancelled = true;
    if (choice !== 'again') return;
    const held = server.commits.some(({ marker }) => marker === one.id);
    if (held || server.isUnderWay(one.id)) one.excused += 1;
  }

  /** Signs in, by key or by tokens; also the same account anew. */
  async signIn(accountId: string): Promise<void> {
    const { browser, server, setup, trace, clock } = this.#stage;
    const api = this.#api;
    trace.note('sign-in', `${accountId} ${api}`);
    // What the classic API gives lives until it is revoked.
    const tokenLife = api === 'rest' ? null : setup.tokenLife;
    const pair = server.auth.signIn({ accountId, api }, tokenLife ?? LONG_LIFE, clock.now);
    const ready = await browser.send(async (office) => {
      // To sign in is to ask Buffer who it is, and that answer tells the server's time.
      await office.observe(new Headers({ Date: new Date(clock.now).toUTCString() }), {
        accountId,
        api,
      });
      await office.standingBy(async () => {
        browser.disk.record = {
          signedInAt: browser.now(),
          accountId,
          credentials: credentialsOf(pair, { api, tokenLife, now: browser.now() }),
        };
        browser.disk.connection = 'signed-in';
        await office.ready(accountId);
      });
      return true;
    });
    // Whoever signs in looks whether it has worked.
    clock.at(clock.now + 5_000, () => void (ready ? this.hello() : this.signIn(accountId)));
  }

  /** Moves the account to the other API: the same posts, with another token and another budget. */
  async move(): Promise<void> {
    const { browser, trace, server } = this.#stage;
    this.#api = this.#api === 'rest' ? 'graphql' : 'rest';
    trace.counts.moves += 1;
    const accountId = browser.disk.record?.accountId ?? 'ann';
    await this.signIn(accountId);
    const { record } = browser.disk;
    if (record?.accountId === accountId && record.credentials.kind !== 'classic')
      server.auth.revokeAll({ accountId, api: 'rest' });
  }

  signOut(): void {
    const { browser, trace } = this.#stage;
    if (!browser.isRunning) return;
    trace.counts.signOuts += 1;
    trace.note('sign-out');
    browser.disk.record = null;
    browser.disk.connection = 'signed-out';
  }

  /** Opening the popup, which wakes the worker and has it see to what is due. */
  async hello(): Promise<void> {
    this.#stage.trace.note('hello');
    await this.#stage.browser.send((office) => office.drain());
  }

  #write(accountId: string): Page[] {
    const { setup, random, book, browser } = this.#stage;
    this.#groups += 1;
    const before = random.chance(0.25) ? [...book.values()].at(-1)?.post.text : undefined;
    const count = setup.atOnce ? setup.mostChannels : random.whole(1, setup.mostChannels);
    const first = random.whole(0, 5);
    const mode = random.chance(0.65) ? 'queue' : null;
    return Array.from({ length: count }, (_, index) => {
      const id = `e${book.size + 1}.${index}`;
      const channel = `${accountId}-${(first + index) % 6}`;
      const post = writePost(random, { number: this.#groups, channel, marker: id, now: browser.now() });
      const same = before ?? post.text;
      return page({
        id,
        groupId: `g${this.#groups}`,
        accountId,
        post: { ...post, text: same, mode: mode ?? post.mode },
      });
    });
  }
}

function credentialsOf(
  { accessToken, refreshToken }: Pair,
  { api, tokenLife, now }: { api: Api; tokenLife: number | null; now: number },
): Credentials {
  if (api === 'rest') return { kind: 'classic', accessToken, brought: true };
  if (tokenLife === null) return { kind: 'api-key', key: accessToken };
  const expiresAt = now + tokenLife;
  return { kind: 'oauth', clientId: 'client', accessToken, refreshToken, expiresAt, refreshStartedAt: null };
}

function modeOf(mode: unknown): string {
  return typeof mode === 'string' ? mode : 'at';
}
