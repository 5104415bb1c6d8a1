// The drafts that wait while another one is written: of other pages, and of posts that were taken back.
import { computed, signal } from '@preact/signals';
import type { Draft } from '@/lib/drafts/draft.ts';
import { follow, type Source } from '@/lib/follow.ts';
import type { SaveDraft } from './draft-keeper.ts';

export interface KeptDrafts {
  /** The latest first. */
  drafts: Draft[];
}

/** The composer, as far as its draft gives way to another one. */
interface Hands {
  readonly keeper: { isOwn(key: string): boolean };
  take(key: string): Promise<boolean>;
}

interface Ports {
  kept: Source<KeptDrafts>;
  saveDraft: SaveDraft;
}

export class Waiting {
  readonly #hands: Hands;
  readonly #ports: Ports;
  readonly #kept = signal<Draft[]>([]);
  readonly drafts = computed(() => this.#kept.value.filter(({ key }) => !this.#hands.keeper.isOwn(key)));

  constructor(hands: Hands, ports: Ports) {
    this.#hands = hands;
    this.#ports = ports;
  }

  async start(): Promise<void> {
    const show = ({ drafts }: Partial<KeptDrafts>) => {
      if (drafts) this.#kept.value = drafts;
    };
    show(await follow(this.#ports.kept, show));
  }

  /** Goes on with one of them; the one that was being written waits in its place. */
  async open(key: string): Promise<void> {
    await this.#hands.take(key);
  }

  async discard(key: string): Promise<void> {
    await this.#ports.saveDraft(key, null);
  }
}
