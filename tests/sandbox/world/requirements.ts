// What each network asks of a post, in the words of Buffer where they were recorded.
import type { Channel, Details, Post, Service } from './model.ts';
import type { Plan } from './plans.ts';
import { textLength, textLimit } from './text-length.ts';

export type Content = Pick<Post, 'text' | 'assets' | 'linkAttachment' | 'details' | 'retweet'>;

export const NETWORK_NAMES: Record<Service, string> = {
  twitter: 'X',
  linkedin: 'LinkedIn',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  facebook: 'Facebook',
  instagram: 'Instagram',
  threads: 'Threads',
  pinterest: 'Pinterest',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  googlebusiness: 'Google Business',
  startPage: 'Start Page',
};

const LINK_ATTACHMENTS: readonly Service[] = ['facebook', 'linkedin', 'threads', 'bluesky'];
const FIRST_COMMENTS: readonly Service[] = ['facebook', 'instagram', 'linkedin'];

type Check = [wrong: boolean, message: string];

function hasAsset(content: Content, ...types: string[]): boolean {
  return content.assets.some((asset) => types.includes(asset.type));
}

function hasType(details: Details, ...types: string[]): boolean {
  return details.type !== undefined && types.includes(details.type);
}

const REQUIRED: Partial<Record<Service, (content: Content) => Check[]>> = {
  instagram: (content) => [
    [!hasAsset(content, 'image', 'video'), 'Instagram posts require at least one image or video.'],
    [
      !hasType(content.details, 'post', 'story', 'reel', 'carousel'),
      'Instagram posts require a type (post, story, or reel).',
    ],
  ],
  facebook: (content) => [
    [
      !hasType(content.details, 'post', 'story', 'reel'),
      'Facebook posts require a type (post, story, or reel).',
    ],
  ],
  pinterest: (content) => [
    [!hasAsset(content, 'image', 'video'), 'Pinterest posts require an image.'],
    [!content.details.boardServiceId, 'Pinterest posts require a board.'],
  ],
  youtube: (content) => [
    [!hasAsset(content, 'video'), 'YouTube posts require a video.'],
    [!content.details.title, 'YouTube posts require a title.'],
    [!content.details.categoryId, 'YouTube posts require a category.'],
  ],
  tiktok: (content) => [
    [!hasAsset(content, 'image', 'video'), 'TikTok posts require at least one image or video.'],
  ],
  googlebusiness: (content) => [
    [
      !hasType(content.details, 'whats_new', 'offer', 'event'),
      'Google Business posts require a type (whats_new, offer, or event).',
    ],
  ],
};

function textChecks(content: Content, channel: Channel): Check[] {
  const name = NETWORK_NAMES[channel.service];
  const limit = textLimit(channel);
  const parts = [content.text, ...(content.details.thread ?? []).map((part) => part.text)];
  return [
    [
      parts.some((part) => textLength(channel.service, part) > limit),
      `${name} posts cannot be longer than ${limit} characters.`,
    ],
    [
      content.details.thread !== undefined &&
        content.details.thread.length > 0 &&
        content.details.thread[0]?.text !== content.text,
      `${name} threads require the text to equal the text of the first post in the thread.`,
    ],
  ];
}

function attachmentChecks(content: Content, channel: Channel): Check[] {
  const name = NETWORK_NAMES[channel.service];
  const board = content.details.boardServiceId;
  return [
    [
      content.linkAttachment !== null && !URL.canParse(content.linkAttachment.url),
      'Link attachments require a valid URL.',
    ],
    [
      content.linkAttachment !== null && content.assets.length > 0,
      'Link attachments cannot be combined with assets.',
    ],
    [
      content.linkAttachment !== null && !LINK_ATTACHMENTS.includes(channel.service),
      `${name} posts do not support link attachments.`,
    ],
    [
      channel.service === 'pinterest' &&
        board !== undefined &&
        !channel.boards?.some((candidate) => candidate.serviceId === board),
      'Pinterest board was not found.',
    ],
  ];
}

/** What is wrong with the content for this channel; empty when it may be posted. */
export function problems(content: Content, channel: Channel, plan: Plan): string[] {
  const checks: Check[] = [
    ...(REQUIRED[channel.service]?.(content) ?? []),
    ...textChecks(content, channel),
    ...attachmentChecks(content, channel),
    [
      plan === 'free' && FIRST_COMMENTS.includes(channel.service) && Boolean(content.details.firstComment),
      'First comment requires a paid plan. Please upgrade to use this feature.',
    ],
  ];
  return checks.filter(([wrong]) => wrong).map(([, message]) => message);
}

/** Whether there is nothing at all to post. */
export function isEmpty(content: Content): boolean {
  return (
    content.text.trim() === '' &&
    content.assets.length === 0 &&
    content.linkAttachment === null &&
    content.retweet === null
  );
}
