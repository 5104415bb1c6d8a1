// The card of the page's links beside the card of any other: what a page says of itself says nothing about another.
import { type Draft, emptyDraft } from '@/lib/drafts/draft.ts';

type Card = Draft['card'];

const PARTS = ['title', 'description', 'picture'] as const satisfies (keyof Card)[];
const EMPTY: Card = emptyDraft().card;

export class Cards {
  /** Null until the page is known. */
  #links: ReadonlySet<string> | null = null;
  #page = EMPTY;
  #other = EMPTY;
  /** The parts of the page's card that are the person's. */
  #touched = new Set<keyof Card>();

  /** The card that goes with this link. */
  of(link: string): Card {
    return this.#isOther(link) ? this.#other : this.#page;
  }

  change(link: string, card: Card): void {
    if (this.#isOther(link)) {
      this.#other = card;
      return;
    }
    for (const part of PARTS) if (card[part] !== this.#page[part]) this.#touched.add(part);
    this.#page = card;
  }

  /** The page says which addresses are its own, and fills of its card what nobody has touched. */
  arrive(links: readonly string[], card: Card, link: string): void {
    const isFirst = this.#links === null;
    this.#links = new Set(links);
    const typed = Object.fromEntries([...this.#touched].map((part) => [part, this.#page[part]]));
    if (isFirst && this.#isOther(link)) {
      this.#other = { ...EMPTY, ...typed };
      this.#page = card;
      this.#touched.clear();
    } else {
      this.#page = { ...card, ...typed };
    }
  }

  /** From now on all of it is the person's. */
  touch(): void {
    this.#touched = new Set(PARTS);
  }

  /** From now on none of it is. */
  release(): void {
    this.#touched.clear();
  }

  /** Without a link there is no other page. */
  #isOther(link: string): boolean {
    return link !== '' && this.#links?.has(link) === false;
  }
}
