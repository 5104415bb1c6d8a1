// From the schema's inputs to what the world takes. The schema has already checked their types.
import type { NewAsset, NewDetails } from '../world/assets.ts';
import type { Details } from '../world/details.ts';
import type { LinkAttachment, Retweet, SchedulingType, Service, ShareMode } from '../world/model.ts';
import type { NewPost, PostChange } from '../world/write.ts';

interface FileInput {
  url: string;
  thumbnailUrl?: string | null;
  title?: string | null;
  description?: string | null;
  metadata?: { altText?: string; title?: string | null; thumbnailOffset?: number | null } | null;
}

type AssetInput = Partial<Record<'image' | 'video' | 'document' | 'link', FileInput>>;

interface LinkInput {
  url: string;
  title?: string | null;
  description?: string | null;
  thumbnail?: { url: string } | null;
}

interface NetworkInput extends Omit<Details, 'thread'> {
  retweet?: { id: string; comment?: string | null } | null;
  linkAttachment?: LinkInput | null;
  thread?: { text?: string | null; assets: AssetInput[] }[] | null;
}

type MetadataInput = Record<string, NetworkInput | null | undefined>;

interface PostFields {
  assets?: AssetInput[] | null;
  dueAt?: number | null;
  metadata?: MetadataInput | null;
  tagIds?: string[] | null;
  text?: string | null;
  saveToDraft?: boolean | null;
}

export interface CreatePostInput extends PostFields {
  channelId: string;
  mode: ShareMode;
  schedulingType: SchedulingType;
  needsApproval: boolean;
  ideaId?: string | null;
}

export interface EditPostInput extends PostFields {
  id: string;
  mode?: ShareMode | null;
  schedulingType?: SchedulingType | null;
  approvalChange?: 'request' | 'revert' | null;
}

function toAssets(inputs: readonly AssetInput[]): NewAsset[] {
  return inputs.flatMap((input) =>
    (['image', 'video', 'document'] as const).flatMap((type) => {
      const file = input[type];
      if (!file) return [];
      const { url, thumbnailUrl, metadata } = file;
      const { altText, thumbnailOffset } = metadata ?? {};
      return [{ type, url, thumbnailUrl, altText, thumbnailOffset, title: file.title ?? metadata?.title }];
    }),
  );
}

function toLink(url: string, link: LinkInput | FileInput): LinkAttachment {
  const picture =
    'thumbnail' in link ? link.thumbnail?.url : 'thumbnailUrl' in link ? link.thumbnailUrl : null;
  return {
    url,
    title: link.title ?? (URL.canParse(url) ? new URL(url).hostname : url),
    text: link.description ?? '',
    thumbnail: picture ?? null,
  };
}

function linkOf(input: PostFields, network: NetworkInput | undefined): LinkAttachment | null {
  const link = network?.linkAttachment ?? input.assets?.find((asset) => asset.link)?.link;
  return link ? toLink(link.url, link) : null;
}

const isGroup = (name: string) => name.startsWith('details');

/** Without nulls, which say no more than what is left out. */
function given<Input extends object>(input: Input): Partial<Input> {
  const filled = Object.entries(input).filter(([, value]) => value !== null);
  const inner = filled.map(([name, value]) => [name, isGroup(name) ? given(value) : value]);
  return Object.fromEntries(inner) as Partial<Input>;
}

function toDetails({ linkAttachment: _, retweet: __, thread, ...plain }: NetworkInput): NewDetails {
  const details = given(plain);
  if (!thread) return details;
  return {
    ...details,
    thread: thread.map((part) => ({ text: part.text ?? '', assets: toAssets(part.assets) })),
  };
}

function retweetOf(network: NetworkInput | undefined): Retweet | null {
  const given = network?.retweet;
  return given ? { tweetId: given.id, comment: given.comment ?? '' } : null;
}

function networkInput(metadata: MetadataInput | null | undefined, service: Service | undefined) {
  return metadata?.[service === 'googlebusiness' ? 'google' : (service ?? '')] ?? undefined;
}

/** `service` is that of the channel; metadata for other networks does not count. */
export function toNewPost(input: CreatePostInput, service: Service | undefined): NewPost {
  const network = networkInput(input.metadata, service);
  return {
    channelId: input.channelId,
    text: input.text ?? '',
    mode: input.mode,
    dueAt: input.dueAt ?? null,
    draft: input.saveToDraft ?? false,
    needsApproval: input.needsApproval,
    schedulingType: input.schedulingType,
    assets: toAssets(input.assets ?? []),
    linkAttachment: linkOf(input, network),
    details: toDetails(network ?? {}),
    tagIds: input.tagIds ?? [],
    ideaId: input.ideaId ?? null,
    retweet: retweetOf(network),
    via: 'api',
  };
}

/** An omitted text or list of assets keeps what is there; null and empty clear it. */
export function toPostChange(input: EditPostInput, service: Service | undefined): PostChange {
  const change: PostChange = {};
  const network = networkInput(input.metadata, service);
  if (input.text !== undefined) change.text = input.text ?? '';
  if (input.mode) change.mode = input.mode;
  if (input.dueAt !== undefined) change.dueAt = input.dueAt;
  if (typeof input.saveToDraft === 'boolean') change.draft = input.saveToDraft;
  if (input.schedulingType) change.schedulingType = input.schedulingType;
  if (input.assets !== undefined) change.assets = toAssets(input.assets ?? []);
  if (network) change.details = toDetails(network);
  if (network || input.assets?.some((asset) => asset.link)) change.linkAttachment = linkOf(input, network);
  if (input.tagIds) change.tagIds = input.tagIds;
  if (input.approvalChange) change.approval = input.approvalChange;
  return change;
}
