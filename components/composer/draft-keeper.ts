// The draft under the person's hands: nothing typed is ever overwritten by what arrives later, or lost.
import { signal } from '@preact/signals';
import { type Draft, emptyDraft, withLink } from '@/lib/drafts/draft.ts';

const SAVE_AFTER_MS = 150;

export type SaveDraft = (key: string, draft: Draft | null) => Promise<void>;

export class DraftKeeper {
  readonly draft = signal<Draft>(emptyDraft());
  /** True while storage refuses the draft: it lives only as long as the composer is open. */
  readonly isUnkept = signal(false);
  readonly #save: SaveDraft;
  readonly #touched = new Set<keyof Draft>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Something was changed that is not written yet. */
  #dirty = false;

  constructor(save: SaveDraft) {
    this.#save = save;
  }

  /** A change by the person: it is kept within moments, and stays whatever the page says later. */
  change(part: Partial<Draft>): void {
    for (const field of Object.keys(part) as (keyof Draft)[]) this.#touched.add(field);
    this.draft.value = { ...this.draft.value, ...part };
    this.keep();
  }

  /** Has the draft written as it stands, in a moment. */
  keep(): void {
    this.#dirty = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), SAVE_AFTER_MS);
  }

  /** The link field and the link inside the text are one thing until the person makes them two. */
  setLink(link: string): void {
    const { text } = withLink(this.draft.value, link);
    this.change(text === this.draft.value.text ? { link } : { link, text });
  }

  toggleChannel(id: string): void {
    const { channelIds } = this.draft.value;
    const without = channelIds.filter((other) => other !== id);
    this.change({ channelIds: without.length < channelIds.length ? without : [...channelIds, id] });
  }

  /** What arrives late fills only the fields that nobody has touched. */
  fill(fresh: Draft): void {
    const kept = Object.fromEntries([...this.#touched].map((field) => [field, this.draft.value[field]]));
    this.draft.value = { ...fresh, ...kept, key: fresh.key, pageUrl: fresh.pageUrl };
    // Words typed before the page was known had no key to be kept under.
    if (this.#dirty) this.keep();
  }

  /** A draft of an earlier visit comes back; words typed before it did are put before its own. */
  restore(stored: Draft): void {
    const typed = this.#touched.has('text') ? this.draft.value.text : '';
    const both = typed && !stored.text.includes(typed) ? `${typed}\n${stored.text}` : stored.text;
    this.#touched.delete('text');
    this.fill({ ...stored, text: both });
  }

  /** Writes what is not written yet, at once: the popup may close at any moment. */
  flush(): void {
    clearTimeout(this.#timer);
    const { key } = this.draft.value;
    if (!this.#dirty || !key) return;
    this.#dirty = false;
    this.#save(key, this.draft.value).then(
      () => {
        this.isUnkept.value = false;
      },
      () => {
        this.#dirty = true;
        this.isUnkept.value = true;
      },
    );
  }

  /** Another draft, which is kept already, takes the place of this one; this one stays kept as it stands. */
  replace(stored: Draft): void {
    this.flush();
    this.#touched.clear();
    this.#dirty = false;
    this.draft.value = stored;
  }

  /** Forgets the stored draft and what was touched; what is shown stays until `fill`. */
  discard(): void {
    clearTimeout(this.#timer);
    this.#dirty = false;
    this.#touched.clear();
    this.isUnkept.value = false;
    const { key } = this.draft.value;
    if (key) void this.#save(key, null);
  }
}
