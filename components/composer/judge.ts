// What is to be said of the draft as it stands: how much room is left, and what is in its way.
import { computed, type ReadonlySignal } from '@preact/signals';
import { Counting } from '@/components/counting.ts';
import type { Channel } from '@/lib/buffer/types.ts';
import type { Draft } from '@/lib/drafts/draft.ts';
import { problems, tightest } from '@/lib/drafts/limits.ts';
import { chosenChannels } from '@/lib/drafts/split.ts';
import type { When } from './when/when.model.ts';

interface Judged {
  readonly draft: Draft;
  readonly channels: ReadonlySignal<Channel[]>;
  readonly when: Pick<When, 'now' | 'look'>;
}

export class Judge {
  readonly #of: Judged;
  readonly #counting = new Counting();
  /** What counts the texts at this moment. */
  readonly count = this.#counting.count;
  readonly counter = computed(() => tightest(this.#of.draft, this.#of.channels.value, this.count.value));
  readonly problems = computed(() => {
    const { draft, channels } = this.#of;
    return problems(draft, channels.value, { now: this.#of.when.now.value, count: this.count.value });
  });
  readonly blocking = computed(() => this.problems.value.filter((problem) => problem.blocking));

  constructor(of: Judged) {
    this.#of = of;
  }

  /** Judges by the present, and resolves once the text is counted as the chosen networks count it. */
  exactly(): Promise<void> {
    this.#of.when.look();
    const { draft, channels } = this.#of;
    return this.#counting.exact(chosenChannels(draft, channels.value).map(({ network }) => network));
  }
}
