// The rules of the networks over the draft as it stands: how much room is left, and what is in its way.
import { computed, type ReadonlySignal } from '@preact/signals';
import { Counting } from '@/components/counting.ts';
import type { Channel, NewPost } from '@/lib/buffer/types.ts';
import { chosenChannels } from '@/lib/drafts/chosen.ts';
import type { Draft } from '@/lib/drafts/draft.ts';
import { problems, type Tightest, tightest } from '@/lib/drafts/limits.ts';
import { toPosts } from '@/lib/drafts/split.ts';
import type { When } from './when/when.model.ts';

export interface Judged {
  readonly draft: Draft;
  readonly channels: ReadonlySignal<Channel[]>;
  readonly when: Pick<When, 'now' | 'look'>;
  /** The draft as if it were only for the networks that the shown text goes to. */
  readonly texts: { readonly draft: ReadonlySignal<Draft> };
}

export class Rules {
  readonly #of: Judged;
  readonly #counting = new Counting();
  /** What counts the texts at this moment. */
  readonly count = this.#counting.count;
  /** The tightest of the channels that the shown text goes to. */
  readonly counter = computed(() =>
    tightest(this.#of.texts.draft.value, this.#of.channels.value, this.count.value),
  );
  readonly problems = computed(() => {
    const { draft, channels } = this.#of;
    return problems(draft, channels.value, { now: this.#of.when.now.value, count: this.count.value });
  });

  constructor(of: Judged) {
    this.#of = of;
  }

  /** The tightest channel of every chosen network, with the text that goes there. */
  counters(): Tightest[] {
    const { draft, channels } = this.#of;
    const byNetwork = Map.groupBy(chosenChannels(draft, channels.value), ({ network }) => network);
    return [...byNetwork.values()].flatMap((group) => {
      const channelIds = group.map(({ id }) => id);
      return tightest({ ...draft, channelIds }, channels.value, this.count.value) ?? [];
    });
  }

  /** Judges by the present, and resolves once the text is counted as the chosen networks count it. */
  exactly(): Promise<void> {
    this.#of.when.look();
    const { draft, channels } = this.#of;
    return this.#counting.exact(chosenChannels(draft, channels.value).map(({ network }) => network));
  }

  /** What will be sent. */
  posts(): NewPost[] {
    return toPosts(this.#of.draft, this.#of.channels.value);
  }
}
