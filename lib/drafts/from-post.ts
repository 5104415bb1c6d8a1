// The way back: a post that is to be written anew becomes a draft again.
import type { Attachment, NewPost, PostOptions, ShareMode } from '../buffer/types.ts';
import { xPostAddress } from '../buffer/x-post.ts';
import { networkFields } from '../networks/fields.ts';
import { type ChannelOptions, type Draft, emptyDraft } from './draft.ts';
import { localTime } from './local-time.ts';

/** What the names of such drafts begin with; no page's address does. */
export const ENTRY_DRAFT = 'entry ';

/** The name under which the draft of an entry's post is kept. */
export function entryDraftKey(entryId: string): string {
  return ENTRY_DRAFT + entryId;
}

/** The draft whose only post is this one again. */
export function draftFromPost(post: NewPost, key: string): Draft {
  const { channel, text, attachment, mode, options } = post;
  const draft: Draft = {
    ...emptyDraft(),
    ...{ key, text, channelIds: [channel.id], ...whenOf(mode) },
    options: { [channel.id]: chosenIn(channel.network, options) },
    firstComment: options.firstComment ?? '',
    tagIds: options.tagIds ? { [channel.organizationId]: options.tagIds } : {},
  };
  if (options.retweetOf) return { ...draft, attachment: 'retweet', link: xPostAddress(options.retweetOf) };
  const link = options.linkUrl ?? '';
  const title = options.title ?? '';
  return { ...draft, link, card: { ...draft.card, title }, ...attached(attachment) };
}

/** Clocks are read as they are at the business: the offset is put back when the post is made. */
function chosenIn(network: string, options: PostOptions): ChannelOptions {
  const entries = networkFields(network).map(({ id, kind }) => {
    const value = String(options[id] ?? '');
    return [id, kind === 'moment' ? value.slice(0, 16) : value];
  });
  return Object.fromEntries(entries);
}

function attached(attachment: Attachment): Partial<Draft> {
  switch (attachment.kind) {
    case 'none':
      return { attachment: 'none' };
    case 'pictures':
      return {
        attachment: 'pictures',
        pictures: attachment.pictures.map((picture) => ({ ...picture, chosen: true })),
      };
    case 'video':
      return { attachment: 'video', video: attachment.url };
    case 'card': {
      const { url, ...card } = attachment.card;
      const pictures = card.picture ? [{ url: card.picture, alt: '', chosen: false }] : [];
      return { attachment: 'card', link: url, card, pictures };
    }
  }
}

function whenOf(mode: ShareMode): Pick<Draft, 'when' | 'at'> {
  return typeof mode === 'string' ? { when: mode, at: null } : { when: 'at', at: localTime(mode.at) };
}
