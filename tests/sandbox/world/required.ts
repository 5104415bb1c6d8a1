// What a network wants beside a text, in the words of Buffer where they were recorded.
import { assetCount, type Check, type Content } from './content.ts';
import { googleChecks } from './google-rules.ts';
import type { Channel, Service } from './model.ts';
import { YOUTUBE_CATEGORIES } from './youtube.ts';

function typeCheck({ details }: Content, name: string, types: string[]): Check {
  const isKnown = details.type !== undefined && types.includes(details.type);
  return [!isKnown, `${name} posts require a type (post, story, or reel).`];
}

/** A reel is a film, a story one picture or film; both are said by the networks, not by Buffer. */
function kindChecks(content: Content, name: string): Check[] {
  const { type } = content.details;
  const media = assetCount(content, 'image', 'video');
  return [
    [
      type === 'reel' && (media !== 1 || assetCount(content, 'video') !== 1),
      `${name} reels require exactly one video.`,
    ],
    [type === 'story' && media !== 1, `${name} stories require exactly one image or video.`],
  ];
}

const RULES: Partial<Record<Service, (content: Content, channel: Channel) => Check[]>> = {
  instagram: (content) => [
    [assetCount(content, 'image', 'video') === 0, 'Instagram posts require at least one image or video.'],
    typeCheck(content, 'Instagram', ['post', 'story', 'reel', 'carousel']),
    ...(content.assets.length > 0 ? kindChecks(content, 'Instagram') : []),
  ],
  facebook: (content) => [
    typeCheck(content, 'Facebook', ['post', 'story', 'reel']),
    ...kindChecks(content, 'Facebook'),
  ],
  pinterest: (content, { boards }) => {
    const { boardServiceId: board } = content.details;
    const isKnown = boards?.some(({ serviceId }) => serviceId === board);
    return [
      [assetCount(content, 'image', 'video') === 0, 'Pinterest posts require an image.'],
      [!board, 'Pinterest posts require a board.'],
      [Boolean(board) && !isKnown, 'Pinterest board was not found.'],
    ];
  },
  youtube: (content) => {
    const { title, categoryId } = content.details;
    return [
      [assetCount(content, 'video') === 0, 'YouTube posts require a video.'],
      [!title?.trim(), 'YouTube posts require a title.'],
      [!categoryId, 'YouTube posts require a category.'],
      [Boolean(categoryId) && !YOUTUBE_CATEGORIES.has(categoryId ?? ''), 'YouTube category was not found.'],
    ];
  },
  tiktok: (content) => [
    [assetCount(content, 'image', 'video') === 0, 'TikTok posts require at least one image or video.'],
  ],
  googlebusiness: ({ details }) => googleChecks(details),
};

/** What the channel's network misses in the content. */
export function requiredChecks(content: Content, channel: Channel): Check[] {
  return RULES[channel.service]?.(content, channel) ?? [];
}
