// What is selected on a page, as plain data: what `read-selection.ts` brings back.

/** A place in the page's words: which block, and how many UTF-16 units into it. */
export interface Place {
  block: number;
  at: number;
}

/** Where the selected words stand: the page's blocks as they are shown, up to the one in which the selection ends. */
export interface Passage {
  blocks: string[];
  from: Place;
  to: Place;
}

export interface SelectionReading {
  /** At most 10,000 characters; empty if nothing is selected, or nothing that may be read. */
  text: string;
  /** It stands in a field for passwords, cards or one-time codes: nothing of it may be taken. */
  secret: boolean;
  /** Null where no link can lead to it, as in fields and frames, and where the page is too large to look at. */
  passage: Passage | null;
}
