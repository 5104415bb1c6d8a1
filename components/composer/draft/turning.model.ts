// A composer that stays open is handed other pages while a draft is being written: they are offered, never put over it.
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { addedTo } from '@/lib/capture/add-to-draft.ts';
import type { Capture } from '@/lib/capture/capture.ts';
import { draftKey } from '@/lib/capture/to-draft.ts';
import type { Draft } from '@/lib/drafts/draft.ts';
import type { Handoff } from '@/lib/platform/schemas.ts';
import type { TabAddress } from '@/lib/platform/tabs.ts';

/** The composer, as far as it turns to another page. */
interface Hands {
  readonly draft: Draft;
  readonly keeper: { readonly isTouched: boolean };
  readonly submitting: { readonly phase: ReadonlySignal<'writing' | 'saving' | 'sent'> };
  take(key: string): Promise<boolean>;
  turn(capture: Capture): Promise<void>;
  again(capture: Capture): Promise<void>;
  change(part: Partial<Draft>): void;
}

/** What the person looks at: still the page that was read, another one that may be read, or one that may not yet. */
export type SeenTab = 'same' | 'closed' | TabAddress;

interface Ports {
  /** Calls back with what is handed over from now on. */
  watchHandoff(handed: (handoff: Handoff) => void): void;
  /** Calls back with the tab that is looked at whenever that is another one, or on another page, than before; in a composer that stays open. */
  watchTab(seen: (tab: SeenTab) => void): void;
  capture(handoff: Handoff | null): Promise<Capture>;
}

export class Turning {
  /** What was captured last, while words stand here that are of another page. */
  readonly offered = signal<Capture | null>(null);
  /** The person looks at another page now, which is read only when they ask for it. */
  readonly isAway = signal(false);
  readonly #hands: Hands;
  readonly #ports: Ports;

  constructor(hands: Hands, ports: Ports) {
    this.#hands = hands;
    this.#ports = ports;
  }

  start(): void {
    this.#ports.watchHandoff((handoff) => void this.#receive(handoff));
    this.#ports.watchTab((tab) => this.#see(tab));
  }

  /** A page is followed for as long as nobody has written about the one before. */
  #see(tab: SeenTab): void {
    const { keeper, submitting } = this.#hands;
    const isFree = submitting.phase.value === 'writing' && !keeper.isTouched;
    if (typeof tab !== 'string' && isFree) void this.#receive({ tab });
    else this.isAway.value = tab !== 'same';
  }

  async #receive(handoff: Handoff): Promise<void> {
    if ('draftKey' in handoff) return void (await this.#hands.take(handoff.draftKey));
    this.isAway.value = false;
    const capture = await this.#ports.capture(handoff);
    const { draft, keeper, submitting } = this.#hands;
    if (submitting.phase.value === 'writing' && draftKey(capture) === draft.key)
      return this.#hands.again(capture);
    if (submitting.phase.value === 'saving' || (submitting.phase.value === 'writing' && keeper.isTouched))
      this.offered.value = capture;
    else await this.#hands.turn(capture);
  }

  /** A new post from it; the draft that stood here is kept. */
  async take(): Promise<void> {
    const capture = this.offered.value;
    this.offered.value = null;
    if (capture) await this.#hands.turn(capture);
  }

  add(): void {
    const capture = this.offered.value;
    if (!capture) return;
    batch(() => {
      this.offered.value = null;
      this.#hands.change(addedTo(this.#hands.draft, capture));
    });
  }

  dismiss(): void {
    this.offered.value = null;
  }
}
