// From this product's words to the inputs of the GraphQL API's mutations.
import type { Attachment, LinkCard, NewPost, Picture, PostChange, ShareMode } from '../types.ts';
import { chosen, filled, required } from './metadata.ts';
import type { PostRow } from './schemas.ts';

/** Networks whose metadata takes a link card; on others the address stands in the text. */
const CARD_NETWORKS: ReadonlySet<string> = new Set(['facebook', 'linkedin', 'threads', 'bluesky']);

const MODES = { queue: 'addToQueue', next: 'shareNext', now: 'shareNow', draft: 'addToQueue' } as const;

/** Where a post comes from, as Buffer's own statistics show it. */
const SOURCE = 'quick-queue';

type Told = Pick<PostRow, 'channelService' | 'metadata'>;

function schedule(mode: ShareMode): Record<string, unknown> {
  if (typeof mode === 'object') return { mode: 'customScheduled', dueAt: new Date(mode.at).toISOString() };
  return { mode: MODES[mode] };
}

function assets(attachment: Attachment): unknown[] {
  // Of a video no still is sent: the API refuses any.
  if (attachment.kind === 'video') return [{ video: { url: attachment.url } }];
  return attachment.kind === 'pictures' ? attachment.pictures.map(image) : [];
}

function image({ url, alt }: Picture): unknown {
  return { image: { url, metadata: { altText: alt } } };
}

function linkAttachment(card: LinkCard): Record<string, unknown> {
  return {
    url: card.url,
    ...(card.title && { title: card.title }),
    ...(card.description && { description: card.description }),
    ...(card.picture && { thumbnail: { url: card.picture } }),
  };
}

/** Metadata stands under the network's name; nothing to say is said by leaving it out. */
function metadata(network: string, fields: Record<string, unknown>): Record<string, unknown> {
  if (Object.keys(fields).length === 0) return {};
  return { metadata: { [network === 'googlebusiness' ? 'google' : network]: fields } };
}

function card(network: string, attachment: Attachment): Record<string, unknown> {
  if (attachment.kind !== 'card' || !CARD_NETWORKS.has(network)) return {};
  return { linkAttachment: linkAttachment(attachment.card) };
}

/** `CreatePostInput` of a post. */
export function createInput(post: NewPost): Record<string, unknown> {
  const { id: channelId, network } = post.channel;
  return {
    channelId,
    text: post.text,
    schedulingType: 'automatic',
    ...schedule(post.mode),
    ...(post.mode === 'draft' && { saveToDraft: true }),
    assets: assets(post.attachment),
    ...metadata(network, { ...required(network), ...chosen(post), ...card(network, post.attachment) }),
    ...(post.options.tagIds && { tagIds: post.options.tagIds }),
    source: SOURCE,
  };
}

/** `EditPostInput` of a change; the post as it `was` is asked for only when the attachment changes. */
export function editInput(id: string, change: PostChange, was: Told | null): Record<string, unknown> {
  return {
    id,
    ...(change.text !== undefined && { text: change.text }),
    ...(change.mode !== undefined && { ...schedule(change.mode), saveToDraft: change.mode === 'draft' }),
    ...(change.attachment && was && editedAttachment(change.attachment, was)),
    source: SOURCE,
  };
}

/** Whoever tells a network anything replaces all that it was told: what this product says of a post is said again. */
function editedAttachment(attachment: Attachment, { channelService: network, metadata: told }: Told) {
  const { type, firstComment, topic, linkAttachment } = told ?? {};
  const fresh = card(network, attachment);
  if (!linkAttachment && !fresh.linkAttachment) return { assets: assets(attachment) };
  const kept = filled({ type: network === 'facebook' ? type : null, firstComment, topic });
  // Only an explicit null takes a card away, and Buffer refuses a card together with assets.
  const fields = { ...required(network), ...kept, linkAttachment: null, ...fresh };
  return { assets: assets(attachment), ...metadata(network, fields) };
}
