// Which of the draft's texts is shown, and what writing in it means: a network follows the text of all until it differs.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Channel } from '@/lib/buffer/types.ts';
import { chosenChannels } from '@/lib/drafts/chosen.ts';
import { type Draft, textOf } from '@/lib/drafts/draft.ts';

/** The composer, as far as words are written here. */
interface Hands {
  readonly draft: Draft;
  readonly channels: ReadonlySignal<Channel[]>;
  change(part: Partial<Draft>): void;
}

/** Whose text it is: a network's by `Channel.network`, or null for that of all. */
export type Whose = string | null;

export class Texts {
  readonly #hands: Hands;
  readonly #asked = signal<Whose>(null);
  /** Those that were shown before stay on the page, so that the browser can still undo in them. */
  readonly opened = signal<Whose[]>([null]);
  #isComposing = false;
  #composing = Promise.withResolvers<void>();
  /** The networks of the chosen channels, each once. */
  readonly networks = computed(() => {
    const { draft, channels } = this.#hands;
    return [...new Set(chosenChannels(draft, channels.value).map(({ network }) => network))];
  });
  /** A network that is chosen no more gives way to all. */
  readonly shown = computed(() =>
    this.networks.value.includes(this.#asked.value ?? '') ? this.#asked.value : null,
  );
  readonly own = computed(() => this.networks.value.filter((network) => this.isOwn(network)));
  /** The draft as if it were only for the networks that the shown text goes to. */
  readonly draft = computed<Draft>(() => {
    const { draft, channels } = this.#hands;
    const shown = this.shown.value;
    const goesTo = chosenChannels(draft, channels.value).filter(({ network }) =>
      shown === null ? !this.isOwn(network) : network === shown,
    );
    return { ...draft, channelIds: goesTo.map(({ id }) => id), text: this.of(shown), texts: {} };
  });

  constructor(hands: Hands) {
    this.#hands = hands;
    this.#composing.resolve();
  }

  of(whose: Whose): string {
    const { draft } = this.#hands;
    return whose === null ? draft.text : textOf(draft, whose);
  }

  isOwn(network: string): boolean {
    return Object.hasOwn(this.#hands.draft.texts, network);
  }

  show(whose: Whose): void {
    this.#asked.value = whose;
    if (!this.opened.value.includes(whose)) this.opened.value = [...this.opened.value, whose];
  }

  /** A network whose text is that of all again follows it again. */
  write(whose: Whose, text: string): void {
    const { draft } = this.#hands;
    if (text === this.of(whose)) return;
    if (whose === null) this.#hands.change({ text });
    else {
      const { [whose]: _, ...others } = draft.texts;
      this.#hands.change({ texts: text === draft.text ? others : { ...others, [whose]: text } });
    }
  }

  /** An input method has begun to build words, or has done so. */
  composing(is: boolean): void {
    this.#isComposing = is;
    this.#composing.resolve();
    if (is) this.#composing = Promise.withResolvers();
  }

  get isComposing(): boolean {
    return this.#isComposing;
  }

  /** Resolves while no input method is at work: what arrives by itself must not change the words under it. */
  composed(): Promise<void> {
    return this.#composing.promise;
  }
}
