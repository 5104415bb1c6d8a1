// Which known posts the draft would repeat: asked of the background once the hand rests.
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Channel } from '@/lib/buffer/types.ts';
import type { Draft } from '@/lib/drafts/draft.ts';
import { toPosts } from '@/lib/drafts/split.ts';
import type { Outgoing, Repeat } from '@/lib/duplicates/repeats.ts';
import type { Command, Reply } from '@/lib/messages.ts';
import type { OutboxSummary } from '@/lib/outbox/summary.ts';

const STILL_MS = 200;
/** No network takes more, and nobody should wait for it to be compared. */
const MOST_CHARACTERS = 30_000;

interface Of {
  readonly draft: Draft;
  readonly channels: ReadonlySignal<Channel[]>;
  readonly outbox: ReadonlySignal<OutboxSummary>;
}

export class Duplicates {
  readonly repeats = signal<Repeat[]>([]);
  readonly #of: Of;
  readonly #send: (command: Command) => Promise<Reply>;
  #turn = 0;

  constructor(of: Of, send: (command: Command) => Promise<Reply>) {
    this.#of = of;
    this.#send = send;
  }

  /** Asks anew whenever the draft, or what is on its way, has changed, until the function that it gives is called. */
  follow(): () => void {
    return effect(() => {
      const posts = outgoing(this.#of.draft, this.#of.channels.value);
      void this.#of.outbox.value;
      const timer = setTimeout(() => void this.#ask(posts), STILL_MS);
      return () => clearTimeout(timer);
    });
  }

  async #ask(posts: Outgoing[]): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const reply = await this.#send({ type: 'find-repeats', posts }).catch(() => null);
    if (turn === this.#turn && reply?.ok) this.repeats.value = reply.repeats ?? [];
  }
}

/** What would go out; while no channel is chosen, as it stands. */
function outgoing(draft: Draft, channels: Channel[]): Outgoing[] {
  const link = draft.attachment === 'card' || draft.attachment === 'retweet' ? draft.link : null;
  const posts = toPosts(draft, channels).map(({ channel, text }) => ({ channelId: channel.id, text, link }));
  const all = posts.length > 0 ? posts : [{ channelId: null, text: draft.text, link }];
  return all.map((post) => (post.text.length > MOST_CHARACTERS ? { ...post, text: '' } : post));
}
