// A composer that stays open is handed other pages while a draft is being written: they are offered, never put over it.
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { addedTo } from '@/lib/capture/add-to-draft.ts';
import type { Capture } from '@/lib/capture/capture.ts';
import { draftKey } from '@/lib/capture/to-draft.ts';
import type { Draft } from '@/lib/drafts/draft.ts';
import type { Handoff } from '@/lib/platform/schemas.ts';

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

interface Ports {
  /** Calls back with what is handed over from now on. */
  watchHandoff(handed: (handoff: Handoff) => void): void;
  capture(handoff: Handoff | null): Promise<Capture>;
}

export class Turning {
  /** What was captured last, while words stand here that are of another page. */
  readonly offered = signal<Capture | null>(null);
  readonly #hands: Hands;
  readonly #ports: Ports;

  constructor(hands: Hands, ports: Ports) {
    this.#hands = hands;
    this.#ports = ports;
  }

  start(): void {
    this.#ports.watchHandoff((handoff) => void this.#receive(handoff));
  }

  async #receive(handoff: Handoff): Promise<void> {
    if ('draftKey' in handoff) return void (await this.#hands.take(handoff.draftKey));
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
