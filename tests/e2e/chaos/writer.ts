// Makes up posts and hands them to the background as the composer does.
import { randomUUID } from 'node:crypto';
import type { ShareMode } from '../../../lib/buffer/types.ts';
import type { Submission } from '../../../lib/outbox/entry.ts';
import type { Extension } from '../browser.ts';
import type { Chance } from './random.ts';

/** No answer for this long means that the worker has died with it. */
const ANSWER_MS = 4_000;
const MOST_OFFERS = 20;
/** Networks that take a post of words alone. */
const NETWORKS = ['twitter', 'linkedin', 'bluesky', 'mastodon', 'facebook'];
const FORTY_DAYS_MS = 40 * 86_400_000;
const WORDS =
  'amber birch cellar drift ember fallow gravel harbour inlet juniper kettle lantern meadow needle orchard pebble quarry ripple sorrel thicket umber velvet willow yarrow zephyr anchor basalt candle dapple elder'.split(
    ' ',
  );

export interface Author {
  accountId: string;
  channels: Submission['post']['channel'][];
}

/** Who is signed in, and the channels that words alone can go to. */
export async function author(extension: Extension): Promise<Author> {
  const stored = (await extension.evaluate(
    () => chrome.storage.local.get(['connection', 'channels']),
    undefined,
  )) as { connection: { account: { id: string } }; channels: { channels: Author['channels'] } };
  const channels = stored.channels.channels
    .filter(({ network }) => NETWORKS.includes(network))
    .map(({ id, organizationId, network }) => ({ id, organizationId, network }));
  return { accountId: stored.connection.account.id, channels };
}

/** Drafts are many: Buffer refuses a post that equals a scheduled one, and a second draft it would just take. */
function mode(chance: Chance, now: number): ShareMode {
  const drawn = chance.below(100);
  if (drawn < 50) return 'draft';
  if (drawn < 85) return 'queue';
  if (drawn < 90) return 'next';
  if (drawn < 97) return { at: now + FORTY_DAYS_MS + Math.floor(chance.below(FORTY_DAYS_MS)) };
  return 'now';
}

/** Words that are like no other post's, with some of what Buffer may touch: white space, a link, an emoji. */
function text(chance: Chance, mark: string): string {
  const words = chance.some(WORDS, 9).join(' ');
  const extra = chance.one([
    '',
    ' 🌿',
    '\n\nAnd on.',
    ' https://example.com/walks/',
    '  with  room ',
    ' ümlaut',
  ]);
  return `${words} ${mark}${extra}`;
}

/** One submit: a post to one channel, a group to several, or a deliberate pair of equal drafts. */
export function submit(chance: Chance, { accountId, channels }: Author, at: { mark: string; now: number }) {
  const kind = chance.below(10);
  const isPair = kind < 1.5;
  const count = isPair || kind < 6.5 ? 1 : chance.whole(2, 3);
  const targets = chance.some(channels, count);
  const groupId = randomUUID();
  const post = { text: text(chance, at.mark), mode: isPair ? ('draft' as const) : mode(chance, at.now) };
  return (isPair ? [...targets, ...targets] : targets).map(
    (channel): Submission => ({
      id: randomUUID(),
      groupId,
      accountId,
      post: { channel, ...post, attachment: { kind: 'none' }, options: {} },
    }),
  );
}

/** Offers posts until each was answered by ok, always with the same ids. */
export class Writer {
  /** Accepted entries by id. */
  readonly accepted = new Map<string, Submission>();
  /** How many submits there were. */
  made = 0;
  /** How many accepts were repeated because no answer came. */
  repeated = 0;
  readonly #extension: Extension;
  readonly #open = new Set<Submission[]>();
  readonly #underWay = new Set<Promise<void>>();

  constructor(extension: Extension) {
    this.#extension = extension;
  }

  /** True while an accept is without its answer. */
  get waits(): boolean {
    return this.#underWay.size > 0;
  }

  /** Begins an accept; its answer is not waited for. */
  offer(submissions: Submission[]): void {
    if (!this.#open.has(submissions)) this.made += 1;
    this.#open.add(submissions);
    const answered = this.#ask({ type: 'accept', submissions }).then((ok) => {
      this.#underWay.delete(answered);
      if (!ok) return;
      this.#open.delete(submissions);
      for (const one of submissions) this.accepted.set(one.id, one);
    });
    this.#underWay.add(answered);
  }

  /** Offers again what has no answer, until all has one. */
  async finish(): Promise<void> {
    for (let round = 0; round < MOST_OFFERS; round += 1) {
      await Promise.all(this.#underWay);
      if (this.#open.size === 0) return;
      for (const submissions of [...this.#open]) {
        this.repeated += 1;
        this.offer(submissions);
      }
    }
    throw new Error(`The background accepts nothing: ${JSON.stringify([...this.#open][0])}`);
  }

  /** Wakes the background as opening the popup does; its answer is not waited for. */
  wake(): void {
    void this.#ask({ type: 'hello' });
  }

  /** False if the background did not say ok: it refused, or it died. */
  async #ask(command: unknown): Promise<boolean> {
    const ask = async ([message, wait]: readonly [unknown, number]) => {
      const answer = chrome.runtime.sendMessage(message).catch(() => null);
      const silence = new Promise((resolve) => setTimeout(resolve, wait, null));
      return ((await Promise.race([answer, silence])) as { ok: boolean } | null)?.ok === true;
    };
    // The page goes with the browser when that is killed.
    return this.#extension.evaluate(ask, [command, ANSWER_MS] as const).catch(() => false);
  }

  async tell(command: unknown): Promise<boolean> {
    return this.#ask(command);
  }
}
