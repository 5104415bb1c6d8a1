// What the page offers for the draft: when it is read, when it is read again, and when the draft begins anew.
import { batch, signal } from '@preact/signals';
import type { Choice, ComposerPorts, Loaded } from '@/components/composer/composer.ports.ts';
import type { Capture, LinkOption } from '@/lib/capture/capture.ts';
import { withChosenLink, withLinkChoice } from '@/lib/capture/link-choices.ts';
import { channelsFor, siteOf, withSite } from '@/lib/capture/sites.ts';
import { draftFrom, draftKey, firstText } from '@/lib/capture/to-draft.ts';
import type { Draft } from '@/lib/drafts/draft.ts';
import { DEFAULT_SETTINGS } from '@/lib/settings.ts';
import type { DraftKeeper, PageDraft } from './draft-keeper.ts';

/** With the local time that a draft begins with, where it has one. */
type DraftChoice = Choice & { at?: string | null };
type Ports = Pick<ComposerPorts, 'rememberLink' | 'rememberSite' | 'saveChoice'>;
/** What the person has chosen before. */
type Chosen = Pick<Loaded, 'linkChoices' | 'sites' | 'settings'> & { choice: DraftChoice };

export class Offer {
  readonly capture = signal<Capture | null>(null);
  /** True while the draft of an earlier visit stands there. */
  readonly restored = signal(false);
  /** The channels that were chosen when the composer opened. */
  readonly first = signal<readonly string[]>([]);
  readonly #keeper: DraftKeeper;
  readonly #ports: Ports;
  #chosen: Chosen = {
    choice: { channelIds: null, when: 'queue' },
    linkChoices: [],
    sites: [],
    settings: DEFAULT_SETTINGS,
  };

  constructor(keeper: DraftKeeper, ports: Ports) {
    this.#keeper = keeper;
    this.#ports = ports;
  }

  begin({ choice, linkChoices, sites, settings }: Chosen): void {
    this.#chosen = { choice, linkChoices, sites, settings };
    // A draft that was taken up meanwhile has its own.
    if (!this.#keeper.draft.value.key) this.#keeper.begin(this.#defaults(''));
    this.first.value = this.#keeper.draft.value.channelIds;
  }

  /** Where the last post went is where the next one goes, or, if the person wants it so, the next one on this site. */
  choose(choice: Choice): void {
    const { sites, settings } = this.#chosen;
    const host = siteOf(this.capture.value?.address ?? '');
    const channelIds = choice.channelIds ?? [];
    this.#chosen = { ...this.#chosen, choice };
    void this.#ports.saveChoice(choice);
    if (settings.channelMemory === 'last' || !host) return;
    this.#chosen.sites = withSite(sites, { host, channelIds });
    void this.#ports.rememberSite({ host, channelIds });
  }

  /** The draft with what was chosen last in the fields of channels that it says nothing of. */
  withChoices(draft: Draft): Draft {
    return { ...draft, options: { ...this.#chosen.choice.options, ...draft.options } };
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
    const usual = withChosenLink(capture, [], this.#chosen.settings.cleanLinks).links[0];
    const wanted = value === usual?.value ? null : source;
    this.#chosen.linkChoices = withLinkChoice(this.#chosen.linkChoices, capture.address, wanted);
    void this.#ports.rememberLink(capture.address, wanted);
  }

  /** The lines of the text that the page offers, had it this title and this link. */
  lines(title: string, link: string): string[] {
    const capture = this.capture.value;
    return capture ? firstText(capture, this.#chosen.settings.templates, { title, link }).split('\n') : [];
  }

  #defaults(address: string) {
    const { choice, sites, settings } = this.#chosen;
    const { when, at = null, options = {} } = choice;
    const channelIds = channelsFor(address, sites) ?? choice.channelIds ?? [];
    return { channelIds, when, at, options, utm: settings.utm.on ? settings.utm : undefined };
  }

  #pageDraft(capture: Capture): PageDraft {
    const { linkChoices, settings } = this.#chosen;
    const chosen = withChosenLink(capture, linkChoices, settings.cleanLinks);
    const defaults = { ...this.#defaults(capture.address), templates: settings.templates };
    return { draft: draftFrom(chosen, defaults), links: capture.links.map(({ value }) => value) };
  }
}

function knownOf({ links, titles, descriptions, pictures }: Capture): number {
  return links.length + titles.length + descriptions.length + pictures.length;
}
