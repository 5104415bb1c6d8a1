// The draft under the person's hands: nothing typed is ever overwritten by what arrives later, or lost.
import { signal } from '@preact/signals';
import { type Draft, emptyDraft, withLink } from '@/lib/drafts/draft.ts';

const SAVE_AFTER_MS = 150;

export type SaveDraft = (key: string, draft: Draft | null) => Promise<void>;

export class DraftKeeper {
  readonly draft = signal<Draft>(emptyDraft());
  readonly #save: SaveDraft;
  readonly #touched = new Set<keyof Draft>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(save: SaveDraft) {
    this.#save = save;
  }

  /** A change by the person: it is kept within moments, and stays whatever the page says later. */
  change(part: Partial<Draft>): void {
    for (const field of Object.keys(part) as (keyof Draft)[]) this.#touched.add(field);
    this.draft.value = { ...this.draft.value, ...part };
    this.#stopTimer();
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
    if (this.#touched.size > 0 && this.#timer === null) this.#timer = setTimeout(() => this.flush(), 0);
  }

  /** Writes what is not written yet, at once: the popup may close at any moment. */
  flush(): void {
    const { key } = this.draft.value;
    if (this.#timer === null || !key) return;
    this.#stopTimer();
    void this.#save(key, this.draft.value);
  }

  /** Forgets the stored draft and what was touched; what is shown stays until `fill`. */
  discard(): void {
    this.#stopTimer();
    this.#touched.clear();
    void this.#save(this.draft.value.key, null);
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
