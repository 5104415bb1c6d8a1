// Where link, title and description come from, and the way through the other choices that there are for each.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Capture, LinkOption, Option, Source } from '@/lib/capture/capture.ts';
import { type Draft, newWords, withTitle } from '@/lib/drafts/draft.ts';

export type Sourced = 'link' | 'title' | 'description';

/** `yours` is what the person typed; `none` is nothing at all. */
export type Origin = Source | 'yours' | 'none';

export interface Stop {
  value: string;
  origin: Origin;
}

/** Where the draft stands among the choices for one of its fields. */
export interface Stops {
  stops: Stop[];
  at: number;
}

/** One press from the link that the page offers to the plain one, and back. */
export interface OtherLink {
  /** What the press does: bring the address back, link to no `words`, or go back to what was offered. */
  does: 'restore' | 'plain' | 'words' | 'clean' | 'offered';
  link: LinkOption;
}

/** The composer, as far as a draft is changed here. */
interface Hands {
  readonly draft: Draft;
  readonly capture: ReadonlySignal<Capture | null>;
  readonly submitting: { readonly phase: ReadonlySignal<'writing' | 'saving' | 'sent'> };
  readonly offer: { remember(link: LinkOption): void; lines(title: string, link: string): string[] };
  change(part: Partial<Draft>): void;
  setLink(link: string): void;
}

export class Sources {
  /** Where the last step has led, to be said aloud. */
  readonly stepped = signal<Stop | null>(null);
  readonly #hands: Hands;
  /** What the person typed, while something else stands in its place. */
  readonly #typed = new Map<Sourced, string>();

  constructor(hands: Hands) {
    this.#hands = hands;
  }

  /** Nothing is known of a draft that is of no page. */
  of(field: Sourced): Stops {
    if (!this.#hands.capture.value) return { stops: [], at: -1 };
    const value = this.#valueOf(field);
    const stops: Stop[] = this.#options(field).map((option) => ({
      value: option.value,
      origin: option.source,
    }));
    const isOffered = (text: string) => stops.some((stop) => stop.value === text);
    const own = isOffered(value) ? this.#typed.get(field) : value;
    if (own !== undefined && !isOffered(own)) stops.push({ value: own, origin: own ? 'yours' : 'none' });
    return { stops, at: stops.findIndex((stop) => stop.value === value) };
  }

  step(field: Sourced, by: 1 | -1): void {
    const { stops, at } = this.of(field);
    const next = stops.at((at + by) % stops.length);
    if (!next || stops.length < 2 || this.#hands.submitting.phase.value !== 'writing') return;
    this.#keepTyped(field);
    this.#take(field, next.value);
    this.stepped.value = next;
  }

  /** Null where there is nothing to go to. */
  otherLink(): OtherLink | null {
    const capture = this.#hands.capture.value;
    const offered = capture?.links[0];
    if (!capture || !offered) return null;
    const { link: current } = this.#hands.draft;
    if (current !== offered.value) return { does: wayBack(capture, current), link: offered };
    const isWords = offered.source === 'selection';
    const link = capture.links.find(({ source, value }) =>
      isWords ? source !== 'selection' : value === capture.address,
    );
    return link && link !== offered ? { does: isWords ? 'plain' : 'restore', link } : null;
  }

  /** One of the page's own; the next page of its site is offered with a link of the same kind. */
  chooseLink(link: LinkOption): void {
    if (this.#hands.submitting.phase.value !== 'writing') return;
    this.#keepTyped('link');
    this.#hands.setLink(link.value);
    this.#hands.offer.remember(link);
    this.stepped.value = { value: link.value, origin: link.source };
  }

  /** What was typed into an earlier draft is none of this one's. */
  reset(): void {
    this.#typed.clear();
    this.stepped.value = null;
  }

  #options(field: Sourced): Option[] {
    const capture = this.#hands.capture.value;
    if (!capture) return [];
    return { link: capture.links, title: capture.titles, description: capture.descriptions }[field];
  }

  #valueOf(field: Sourced): string {
    const { link, card } = this.#hands.draft;
    return field === 'link' ? link : card[field];
  }

  #keepTyped(field: Sourced): void {
    const value = this.#valueOf(field);
    if (value && !this.#options(field).some((option) => option.value === value))
      this.#typed.set(field, value);
  }

  #take(field: Sourced, value: string): void {
    const { draft, capture, offer } = this.#hands;
    const link = capture.value?.links.find((one) => one.value === value);
    if (field === 'title') {
      const changed = withTitle(draft, value, (title) => offer.lines(title, draft.link));
      this.#hands.change({ card: changed.card, ...newWords(draft, changed) });
    } else if (field === 'description') this.#hands.change({ card: { ...draft.card, description: value } });
    else if (link) this.chooseLink(link);
    else this.#hands.setLink(value);
  }
}

function wayBack({ links, address }: Capture, current: string): OtherLink['does'] {
  const [offered] = links;
  if (offered?.source === 'selection') return 'words';
  return current === address && offered?.removed.length ? 'clean' : 'offered';
}
