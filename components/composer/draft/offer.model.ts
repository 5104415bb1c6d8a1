// What the page offers for the draft: when it is read, when it is read again, and when the draft begins anew.
import { batch, signal } from '@preact/signals';
import type { Choice, ComposerPorts } from '@/components/composer/composer.ports.ts';
import type { Capture, LinkOption } from '@/lib/capture/capture.ts';
import { type LinkChoice, withChosenLink, withLinkChoice } from '@/lib/capture/link-choices.ts';
import { draftFrom, draftKey } from '@/lib/capture/to-draft.ts';
import type { Draft } from '@/lib/drafts/draft.ts';
import type { DraftKeeper, PageDraft } from './draft-keeper.ts';

/** With the local time that a draft begins with, where it has one. */
type DraftChoice = Choice & { at?: string | null };

export class Offer {
  readonly capture = signal<Capture | null>(null);
  /** True while the draft of an earlier visit stands there. */
  readonly restored = signal(false);
  /** The channels that were chosen when the composer opened. */
  readonly first = signal<readonly string[]>([]);
  readonly #keeper: DraftKeeper;
  readonly #ports: Pick<ComposerPorts, 'rememberLink'>;
  #choice: DraftChoice = { channelIds: null, when: 'queue' };
  #linkChoices: LinkChoice[] = [];

  constructor(keeper: DraftKeeper, ports: Pick<ComposerPorts, 'rememberLink'>) {
    this.#keeper = keeper;
    this.#ports = ports;
  }

  /** What was chosen the last time. */
  begin(choice: DraftChoice, linkChoices: LinkChoice[]): void {
    this.#choice = choice;
    this.#linkChoices = linkChoices;
    this.#keeper.begin(this.#defaults());
    this.first.value = this.#keeper.draft.value.channelIds;
  }

  choose(choice: Choice): void {
    this.#choice = choice;
  }

  /** The draft with what was chosen last in the fields of channels that it says nothing of. */
  withChoices(draft: Draft): Draft {
    return { ...draft, options: { ...this.#choice.options, ...draft.options } };
  }

  open(capture: Capture, stored: Draft | null): void {
    batch(() => {
      this.capture.value = capture;
      this.restored.value = stored !== null;
      const page = this.#pageDraft(capture);
      if (stored) this.#keeper.restore(this.withChoices(stored), page);
      else this.#keeper.fill(page);
    });
  }

  /** Whether a later reading is of the same page, and knows as much as the one before. */
  isRefinedBy(capture: Capture): boolean {
    const known = this.capture.value;
    return known !== null && draftKey(known) === draftKey(capture) && knownOf(capture) >= knownOf(known);
  }

  refine(capture: Capture): void {
    batch(() => {
      this.capture.value = capture;
      this.#keeper.fill(this.#pageDraft(capture));
    });
  }

  /** Throws the draft away and begins again with what the page offers. */
  startOver(capture: Capture): void {
    batch(() => {
      this.restored.value = false;
      this.#keeper.startOver(this.#pageDraft(capture));
    });
  }

  /** The person wants this one of the page's links: on the next page of the site it is the first one. */
  remember({ value, source }: LinkOption): void {
    const capture = this.capture.value;
    if (!capture) return;
    const wanted = value === capture.links[0]?.value ? null : source;
    this.#linkChoices = withLinkChoice(this.#linkChoices, capture.address, wanted);
    void this.#ports.rememberLink(capture.address, wanted);
  }

  #defaults(): Pick<Draft, 'channelIds' | 'when' | 'at' | 'options'> {
    const { channelIds, when, at = null, options = {} } = this.#choice;
    return { channelIds: channelIds ?? [], when, at, options };
  }

  #pageDraft(capture: Capture): PageDraft {
    const links = capture.links.map(({ value }) => value);
    return { draft: draftFrom(withChosenLink(capture, this.#linkChoices), this.#defaults()), links };
  }
}

function knownOf({ links, titles, descriptions, pictures }: Capture): number {
  return links.length + titles.length + descriptions.length + pictures.length;
}
