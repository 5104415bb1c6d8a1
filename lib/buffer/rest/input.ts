// From this product's words to the fields of `updates/create.json` and `updates/:id/update.json`.
import type { Fields } from '../http.ts';
import type { Attachment, NewPost, PostChange, ShareMode } from '../types.ts';
import { refused } from './errors.ts';

type Field = Fields[number];

const CREATE_OPTIONS: Readonly<Record<string, string[]>> = {
  pinterest: ['boardId', 'linkUrl', 'title'],
  twitter: ['retweetOf'],
};

/** The options that a create has fields for on a network. */
export function createOptions(network: string): string[] {
  return CREATE_OPTIONS[network] ?? [];
}

/** The fields of a new post. Rejects what the API has no field for, before anything leaves. */
export function createFields(post: NewPost, shorten: boolean): Fields {
  const known = Object.values(CREATE_OPTIONS).flat();
  const unknown = Object.keys(post.options).filter((option) => !known.includes(option));
  if (unknown.length > 0) throw refused(`there is no ${unknown.join(', no ')}`);
  return [
    ['profile_ids[]', post.channel.id],
    ...(post.options.retweetOf === undefined ? said(post) : retweet(post, post.options.retweetOf)),
    ['shorten', String(shorten)],
    ...modeFields(post.mode),
  ];
}

function said(post: NewPost): Field[] {
  return [['text', post.text], ...mediaFields(post.attachment, 'photo'), ...pinFields(post)];
}

/** Of these only the title is documented; Buffer's own apps send the others. */
function pinFields({ channel, options, attachment }: NewPost): Field[] {
  if (channel.network !== 'pinterest') return [];
  return [
    ...(attachment.kind === 'pictures' ? filled('media[title]', options.title) : []),
    // Where the pin leads to: `media[link]` beside a photo would put a link in the photo's place.
    ...filled('source_url', options.linkUrl),
    ...filled('subprofile_ids[]', options.boardId),
  ];
}

/** The API ignores a retweet anywhere else, which would leave an empty post. */
function retweet({ channel, text }: NewPost, id: string): Field[] {
  if (channel.network !== 'twitter') throw refused('only X has retweets');
  return [['retweet[tweet_id]', id], ...filled('retweet[comment]', text)];
}

function modeFields(mode: ShareMode): Field[] {
  if (typeof mode === 'object') return [['scheduled_at', String(Math.floor(mode.at / 1000))]];
  if (mode === 'queue') return [];
  return [[{ now: 'now', next: 'top', draft: 'is_draft' }[mode], 'true']];
}

/** Pictures go out as `photo` with a new post; an edit takes them only as the `picture` that they come back as. */
function mediaFields(attachment: Attachment, name: 'photo' | 'picture'): Field[] {
  // Said in so many words: else Buffer makes a card of the first link in the text.
  if (attachment.kind === 'none') return [['attachment', 'false']];
  if (attachment.kind === 'pictures') return pictureFields(attachment.pictures, name);
  // The documents know a video that was uploaded in Buffer, and no way to send one.
  if (attachment.kind === 'video') throw refused('there are no videos by address');
  const { url, title, description, picture } = attachment.card;
  return [
    ['media[link]', url],
    ...filled('media[title]', title),
    ...filled('media[description]', description),
    ...filled('media[picture]', picture),
  ];
}

function pictureFields(pictures: { url: string; alt: string }[], name: string): Field[] {
  const [picture, ...more] = pictures;
  if (!picture || more.length > 0) throw refused('one picture, no more and no less');
  return [[`media[${name}]`, picture.url], ...filled('media[alt_text]', picture.alt)];
}

/** The fields of a change besides its text. Rejects what an edit cannot do, before anything leaves. */
export function changeFields({ attachment, mode }: PostChange): Fields {
  return [...editedAttachment(attachment), ...editedMode(mode)];
}

function editedAttachment(attachment: Attachment | undefined): Field[] {
  if (!attachment) return [];
  // Inferred: no document says how media are taken away; an empty map is what a form has for it.
  return attachment.kind === 'none' ? [['media', '']] : mediaFields(attachment, 'picture');
}

function editedMode(mode: ShareMode | undefined): Field[] {
  // `next` is a call of its own, after the edit.
  if (mode === undefined || mode === 'next') return [];
  if (mode === 'queue' || mode === 'draft') throw refused(`an edit cannot change a post to "${mode}"`);
  return modeFields(mode);
}

function filled(name: string, value: string | null | undefined): Field[] {
  return value ? [[name, value]] : [];
}
