// The draft under the person's hands: nothing typed is ever overwritten by what arrives later, or lost.
import { signal } from '@preact/signals';
import { type Draft, type DraftPicture, emptyDraft, newWords, withLink } from '@/lib/drafts/draft.ts';
import { Cards } from './cards.ts';

const SAVE_AFTER_MS = 150;

/** What the names begin with of drafts whose page was not known; no page's address does. */
const EARLY = 'early ';

/** What was kept under `oldKey` is gone with it, in the same moment. */
export type SaveDraft = (key: string, draft: Draft | null, oldKey?: string) => Promise<void>;

interface Ports {
  saveDraft: SaveDraft;
  newId(): string;
}

/** A draft of what the page offers, and the addresses that all mean this page. */
export interface PageDraft {
  draft: Draft;
  links: readonly string[];
}

export class DraftKeeper {
  readonly draft = signal<Draft>(emptyDraft());
  /** True while storage refuses the draft: it lives only as long as the composer is open. */
  readonly isUnkept = signal(false);
  readonly #ports: Ports;
  readonly #touched = new Set<keyof Draft>();
  #cards = new Cards();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Something was changed that is not written yet. */
  #dirty = false;
  /** The name for words that are typed before the page is known; empty while there are none. */
  #early = '';
  /** The name under which this draft was written last. */
  #keptAs = '';

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Under which name it is kept; empty while it is not. */
  get key(): string {
    return this.draft.value.key || this.#early;
  }

  /** Whether the draft that is kept under this name is the one that stands here. */
  isOwn(key: string): boolean {
    return key === this.draft.value.key || key === this.#early;
  }

  get isTouched(): boolean {
    return this.#touched.size > 0;
  }

  hasTouched(field: keyof Draft): boolean {
    return this.#touched.has(field);
  }

  /** A change by the person: it is kept within moments, and stays whatever the page says later. */
  change(part: Partial<Draft>): void {
    for (const field of Object.keys(part) as (keyof Draft)[]) this.#touched.add(field);
    this.draft.value = { ...this.draft.value, ...part };
    if (part.card) this.#cards.change(this.draft.value.link, part.card);
    this.keep();
  }

  /** Has the draft written as it stands, in a moment. */
  keep(): void {
    this.#dirty = true;
    // The first unwritten change sets the time: a person who never stops typing would else never be kept.
    this.#timer ??= setTimeout(() => this.flush(), SAVE_AFTER_MS);
  }

  /** The link field and the link inside the text are one thing until the person makes them two; the card is its own. */
  setLink(link: string): void {
    const { text, texts } = withLink(this.draft.value, link);
    const card = this.#cards.of(link);
    this.change({ link, card, ...newWords(this.draft.value, { text, texts }) });
  }

  toggleChannel(id: string): void {
    const { channelIds } = this.draft.value;
    const without = channelIds.filter((other) => other !== id);
    this.change({ channelIds: without.length < channelIds.length ? without : [...channelIds, id] });
  }

  /** What was chosen before, for whoever has not chosen yet. */
  begin(defaults: Partial<Draft>): void {
    this.draft.value = this.#withTouched({ ...this.draft.value, ...defaults });
  }

  /** What arrives late fills only the fields that nobody has touched. */
  fill({ draft, links }: PageDraft): void {
    const filled = this.#withTouched(draft);
    this.#cards.arrive(links, draft.card, filled.link);
    const text = this.#touched.has('text') ? filled.text : withLink(draft, filled.link).text;
    this.#show({ ...filled, text, pictures: withMore(filled.pictures, draft.pictures) });
  }

  /** A draft of an earlier visit comes back; words typed before it did are put before its own. */
  restore(stored: Draft, page: PageDraft): void {
    const typed = this.draft.value;
    const text = this.#touched.has('text') ? joined(typed.text, stored.text) : stored.text;
    const texts = { ...stored.texts };
    for (const [network, own] of Object.entries(typed.texts))
      texts[network] = joined(own, texts[network] ?? '');
    this.#touched.delete('text');
    this.#touched.delete('texts');
    const draft = this.#withTouched({ ...stored, text, texts, utm: page.draft.utm });
    this.#cards.arrive(page.links, page.draft.card, draft.link);
    this.#cards.change(stored.link, stored.card);
    this.#show(draft);
    this.#touchAll();
  }

  /** What is shown is written anew: it is the person's as it stands. */
  takeUp(): void {
    this.#touchAll();
    this.keep();
  }

  /** Writes what is not written yet, at once: the popup may close at any moment. */
  flush(): void {
    this.#stopTimer();
    if (!this.#dirty) return;
    this.#dirty = false;
    if (!this.key) this.#early = EARLY + this.#ports.newId();
    const { key } = this;
    const before = this.#keptAs;
    this.#keptAs = key;
    const saved = this.#ports.saveDraft(key, { ...this.draft.value, key }, before === key ? '' : before);
    saved.then(
      () => {
        this.isUnkept.value = false;
      },
      () => {
        if (this.#keptAs === key) this.#keptAs = before;
        this.#dirty = true;
        this.isUnkept.value = true;
      },
    );
  }

  /** This draft stays kept as it stands, and gives way to what is filled in next. */
  leave(): void {
    this.flush();
    this.#dirty = false;
    this.#early = '';
    this.#keptAs = '';
    this.#release();
    this.#cards = new Cards();
  }

  /** Another draft, which is kept already, takes the place of this one. */
  replace(stored: Draft): void {
    this.leave();
    this.#cards.arrive([stored.link], stored.card, stored.link);
    this.draft.value = { ...stored, utm: this.draft.value.utm };
  }

  /** Forgets the stored draft and what was touched; what is shown stays until `fill`. */
  discard(): void {
    this.#stopTimer();
    this.#dirty = false;
    this.#release();
    this.isUnkept.value = false;
    const { key } = this;
    if (key) void this.#ports.saveDraft(key, null, this.#keptAs);
    this.#keptAs = '';
  }

  /** Throws everything away and begins with what the page offers. */
  startOver(page: PageDraft): void {
    this.discard();
    this.#cards = new Cards();
    this.fill(page);
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #withTouched(fresh: Draft): Draft {
    const kept = Object.fromEntries([...this.#touched].map((field) => [field, this.draft.value[field]]));
    return { ...fresh, ...kept, key: fresh.key, pageUrl: fresh.pageUrl };
  }

  #show(draft: Draft): void {
    this.draft.value = { ...draft, card: this.#cards.of(draft.link) };
    // Words typed before the page was known are kept under another name, or not yet.
    if (this.#dirty || (this.#keptAs && this.#keptAs !== draft.key)) this.keep();
  }

  #touchAll(): void {
    for (const field of Object.keys(this.draft.value) as (keyof Draft)[]) this.#touched.add(field);
    this.#cards.touch();
  }

  #release(): void {
    this.#touched.clear();
    this.#cards.release();
  }
}

/** What was typed is put before what was kept, unless it stands there. */
function joined(typed: string, kept: string): string {
  return typed && !kept.includes(typed) ? [typed, kept].filter(Boolean).join('\n') : kept;
}

/** The pictures as the person has left them, and those that have come since. */
function withMore(pictures: DraftPicture[], fresh: DraftPicture[]): DraftPicture[] {
  const known = new Set(pictures.map(({ url }) => url));
  const more = fresh.filter(({ url }) => !known.has(url)).map((picture) => ({ ...picture, chosen: false }));
  return more.length > 0 ? [...pictures, ...more] : pictures;
}
