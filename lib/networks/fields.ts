// What single networks ask of a post beside its text and media: one row per field, so that adding one is adding a row.
// Sources: https://developers.buffer.com/types/ (`…PostMetadataInput`) and its guide to character limits; `without`: the
// YouTube Data API (`snippet.title`) and the Threads API (`topic_tag`).

export type FieldId =
  | 'type'
  | 'boardId'
  | 'title'
  | 'categoryId'
  | 'privacy'
  | 'spoilerText'
  | 'topic'
  | 'allDay'
  | 'start'
  | 'end'
  | 'code'
  | 'terms'
  | 'button';

export interface Field {
  id: FieldId;
  /** A `moment` is a date with a time, or without one where `isDateOnly` says so. */
  kind: 'choice' | 'board' | 'text' | 'moment' | 'checkbox';
  /** Of a `choice`, in Buffer's words; the first is taken where nothing is chosen. */
  choices?: readonly string[];
  /** Those that there are only where a video goes out. */
  videoChoices?: readonly string[];
  /** What must go out with the post for the field to count. */
  only?: 'pictures';
  /** The types of post that have it; all of them where it is left out. */
  types?: readonly string[];
  isRequired?: true;
  /** Asked for only once somebody wants it. */
  isExtra?: true;
  /** Begins with the title of the page's card. */
  fromCard?: true;
  /** UTF-16 units, as Buffer counts. */
  limit?: number;
  /** Signs that the network itself refuses, once the post goes out. */
  without?: string;
}

const DATED = ['event', 'offer'];
/** A reel is a video, whatever else it is called. */
const KIND: Field = { id: 'type', kind: 'choice', choices: ['post', 'story'], videoChoices: ['reel'] };
/** YouTube's own ids, and first what it takes a video for itself (People & Blogs). */
const CATEGORIES = '22 1 2 10 15 17 19 20 23 24 25 26 27 28 29'.split(' ');

const FIELDS: Readonly<Record<string, readonly Field[]>> = {
  facebook: [KIND],
  instagram: [KIND],
  pinterest: [
    { id: 'boardId', kind: 'board', isRequired: true },
    { id: 'title', kind: 'text', limit: 100, fromCard: true },
  ],
  youtube: [
    { id: 'categoryId', kind: 'choice', choices: CATEGORIES, isRequired: true },
    { id: 'title', kind: 'text', isRequired: true, limit: 100, fromCard: true, without: '<>' },
    { id: 'privacy', kind: 'choice', choices: ['public', 'unlisted', 'private'] },
  ],
  // The limit is TikTok's own; its videos have no title in Buffer.
  tiktok: [{ id: 'title', kind: 'text', only: 'pictures', isExtra: true, limit: 90 }],
  mastodon: [{ id: 'spoilerText', kind: 'text', isExtra: true }],
  threads: [{ id: 'topic', kind: 'text', isExtra: true, limit: 50, without: '.&' }],
  // Buffer names no limits here: 58 characters is what Google takes of a title and of a code.
  googlebusiness: [
    { id: 'type', kind: 'choice', choices: ['whats_new', 'event', 'offer'] },
    { id: 'title', kind: 'text', types: DATED, isRequired: true, limit: 58, fromCard: true },
    { id: 'allDay', kind: 'checkbox', types: ['event'] },
    { id: 'start', kind: 'moment', types: DATED, isRequired: true },
    { id: 'end', kind: 'moment', types: DATED, isRequired: true },
    { id: 'code', kind: 'text', types: ['offer'], limit: 58 },
    { id: 'terms', kind: 'text', types: ['offer'], limit: 5000 },
    {
      id: 'button',
      kind: 'choice',
      types: ['whats_new', 'event'],
      choices: ['none', 'learn_more', 'book', 'order', 'shop', 'signup', 'call'],
    },
  ],
};

/** Characters (UTF-16 units); other networks have no first comment in Buffer. */
const FIRST_COMMENTS: Readonly<Record<string, number>> = { facebook: 5000, instagram: 2200, linkedin: 1250 };

/** The fields of a network (Buffer's `service`), in the order in which they are asked for. */
export function networkFields(service: string): readonly Field[] {
  return Object.hasOwn(FIELDS, service) ? (FIELDS[service] ?? []) : [];
}

/** How many UTF-16 units a first comment may have there; null where there is none. */
export function firstCommentLimit(service: string): number | null {
  return Object.hasOwn(FIRST_COMMENTS, service) ? (FIRST_COMMENTS[service] ?? null) : null;
}

/** Whether such a post is one picture or video and nothing else: no text, no card, no comment. */
export function isBare(type: string | undefined): boolean {
  return type === 'story';
}

/** Whether a `moment` is a day: an offer begins and ends with one, and so does an event that lasts all day. */
export function isDateOnly({ type, allDay }: Partial<Record<FieldId, string>>): boolean {
  return type === 'offer' || allDay === 'true';
}

/** Whether a button leads to an address; the others lead to the business itself, or there is none. */
export function hasAddress(button: string | undefined): boolean {
  return button !== undefined && button !== 'none' && button !== 'call';
}
