// The draft's pictures under the person's hands: chosen ones first, in the order in which they go out.
import { type ReadonlySignal, signal } from '@preact/signals';
import { type PictureOptions, pictureVerdict, safeUrl, type Unusable } from '@/lib/buffer/safe-url.ts';
import type { Channel } from '@/lib/buffer/types.ts';
import type { Capture } from '@/lib/capture/capture.ts';
import { describedPictures } from '@/lib/drafts/attachment-notes.ts';
import type { Draft, DraftPicture } from '@/lib/drafts/draft.ts';
import { mayTakeVideos } from '@/lib/drafts/takes.ts';
import { isVideoFile } from '@/lib/networks/videos.ts';

/** The composer, as far as pictures are changed here. */
interface Hands {
  readonly draft: Draft;
  readonly channels: ReadonlySignal<Channel[]>;
  readonly capture: ReadonlySignal<Capture | null>;
  change(part: Partial<Draft>): void;
}

/** What stands open below the pictures: the words of one of them, or the field for one more. */
export type Opened = { url: string } | 'add' | null;

/** Why an address is nothing for Buffer; `no-address` is none at all, `no-file` that of a page, `no-video` of no use here. */
export type Refusal = Unusable | 'no-address' | 'no-file' | 'no-video';

/** Where a picture has come to stand, from 1. */
export interface Moved {
  url: string;
  place: number;
  of: number;
}

export class Pictures {
  readonly opened = signal<Opened>(null);
  /** The last move, to be said aloud. */
  readonly moved = signal<Moved | null>(null);
  /** Those that the browser could not load. */
  readonly broken = signal<ReadonlySet<string>>(new Set());
  readonly #hands: Hands;
  readonly #options: PictureOptions;

  constructor(hands: Hands, options: PictureOptions) {
    this.#hands = hands;
    this.#options = options;
  }

  /** The chosen ones, then the others: also of a draft in which they are mixed. */
  get all(): DraftPicture[] {
    return [...this.chosen, ...this.#hands.draft.pictures.filter(({ chosen }) => !chosen)];
  }

  get chosen(): DraftPicture[] {
    return this.#hands.draft.pictures.filter(({ chosen }) => chosen);
  }

  /** Those that go out as pictures, with the words that they have. */
  get described(): DraftPicture[] {
    const { draft, channels } = this.#hands;
    return describedPictures(draft, channels.value).map(
      (url) => this.all.find((picture) => picture.url === url) ?? { url, alt: '', chosen: false },
    );
  }

  /** What is open now: no words of a picture that goes out no more. */
  get open(): Opened {
    const opened = this.opened.value;
    if (opened === null || opened === 'add') return opened;
    return this.described.some(({ url }) => url === opened.url) ? opened : null;
  }

  /** Joins the chosen ones at their end, or leaves them for the place right behind. */
  toggle(url: string): void {
    const picture = this.all.find((one) => one.url === url);
    if (!picture) return;
    const others = this.all.filter((one) => one !== picture);
    const end = others.filter(({ chosen }) => chosen).length;
    this.#set(others.toSpliced(end, 0, { ...picture, chosen: !picture.chosen }));
  }

  /** Puts a chosen picture in the place (from 0) of another chosen one; false where it stays. */
  place(url: string, to: number): boolean {
    const { chosen } = this;
    const picture = chosen.find((one) => one.url === url);
    if (!picture || to < 0 || to >= chosen.length || chosen[to] === picture) return false;
    const ordered = chosen.filter((one) => one !== picture).toSpliced(to, 0, picture);
    this.#set([...ordered, ...this.all.filter((one) => !one.chosen)]);
    this.moved.value = { url, place: to + 1, of: chosen.length };
    return true;
  }

  move(url: string, by: 1 | -1): boolean {
    return this.place(url, this.chosen.findIndex((one) => one.url === url) + by);
  }

  describe(url: string, alt: string): void {
    const isKnown = this.all.some((picture) => picture.url === url);
    const all = isKnown ? this.all : [...this.all, { url, alt, chosen: false }];
    this.#set(all.map((picture) => (picture.url === url ? { ...picture, alt } : picture)));
  }

  /** Closes the words of one; what stands around them is no part of them. */
  finish(url: string): void {
    const alt = this.all.find((picture) => picture.url === url)?.alt ?? '';
    if (alt !== alt.trim()) this.describe(url, alt.trim());
    this.opened.value = null;
  }

  /**
   * Takes one from elsewhere, chosen or onto the card, and asks for its words, or a video in the place of what is
   * attached; the reason why not, or null.
   */
  add(address: string, wanted?: 'video'): Refusal | null {
    const url = safeUrl(address.trim())?.replace(/#.*$/s, '');
    const verdict = pictureVerdict(url ?? address.trim(), this.#options);
    if (!url) return verdict === 'inline' ? verdict : 'no-address';
    if (verdict) return verdict;
    if (wanted || isVideoFile(url)) return this.#attachVideo(url);
    if (!this.all.some((picture) => picture.url === url)) {
      this.#set([...this.all, { url, alt: '', chosen: false }]);
    }
    if (this.#hands.draft.attachment !== 'pictures') this.putOnCard(url);
    else if (!this.chosen.some((picture) => picture.url === url)) this.toggle(url);
    this.opened.value = this.described.some((picture) => picture.url === url) ? { url } : null;
    return null;
  }

  /** Whether it is none of the page's, so that it can be taken out again. */
  isAdded(url: string): boolean {
    return !this.#hands.capture.value?.pictures.some((picture) => picture.url === url);
  }

  /** Where it was the card's, the first of the others is. */
  remove(url: string): void {
    const { card } = this.#hands.draft;
    const pictures = this.all.filter((picture) => picture.url !== url);
    const picture = card.picture === url ? (pictures[0]?.url ?? null) : card.picture;
    this.opened.value = null;
    this.#hands.change(picture === card.picture ? { pictures } : { pictures, card: { ...card, picture } });
  }

  putOnCard(url: string): void {
    this.#hands.change({ card: { ...this.#hands.draft.card, picture: url } });
  }

  markBroken(url: string): void {
    this.broken.value = new Set([...this.broken.value, url]);
  }

  #attachVideo(video: string): Refusal | null {
    if (!isVideoFile(video)) return 'no-file';
    if (!mayTakeVideos(this.#hands.channels.value)) return 'no-video';
    this.opened.value = null;
    this.#hands.change({ attachment: 'video', video });
    return null;
  }

  #set(pictures: DraftPicture[]): void {
    this.#hands.change({ pictures });
  }
}
