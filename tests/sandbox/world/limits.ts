// How much fits into a post: texts, titles, topics, pictures.
import { assetCount, type Check, type Content } from './content.ts';
import type { Channel, Service } from './model.ts';
import { NETWORK_NAMES } from './network-names.ts';
import { textLength, textLimit } from './text-length.ts';

// The guide to the limits of characters; TikTok's is the network's own.
const TITLES: Partial<Record<Service, number>> = { pinterest: 100, youtube: 100, tiktok: 90 };
const TOPIC_LIMIT = 50;

/** Pictures and films in one post, as the networks' own APIs take them; Buffer's documents name no numbers. */
const FILES: Partial<Record<Service, number>> = {
  twitter: 4,
  bluesky: 4,
  mastodon: 4,
  facebook: 10,
  instagram: 10,
  threads: 20,
  linkedin: 20,
  pinterest: 5,
  tiktok: 35,
  youtube: 1,
  googlebusiness: 1,
};

function textChecks(content: Content, channel: Channel, name: string): Check[] {
  const limit = textLimit(channel, assetCount(content, 'video') > 0);
  const thread = content.details.thread ?? [];
  const isTooLong = [content, ...thread].some(({ text }) => textLength(channel.service, text) > limit);
  return [
    [isTooLong, `${name} posts cannot exceed ${limit} characters.`],
    [
      thread.length > 0 && thread[0]?.text !== content.text,
      `${name} threads require the text to equal the text of the first post in the thread.`,
    ],
  ];
}

/** Whatever is too long or too much for the channel. */
export function limitChecks(content: Content, channel: Channel): Check[] {
  const { title = '', topic = '', thread = [] } = content.details;
  const name = NETWORK_NAMES[channel.service];
  const titles = TITLES[channel.service] ?? Number.POSITIVE_INFINITY;
  const files = FILES[channel.service] ?? Number.POSITIVE_INFINITY;
  return [
    ...textChecks(content, channel, name),
    [title.length > titles, `${name} title cannot exceed ${titles} characters.`],
    [
      channel.service === 'threads' && topic.length > TOPIC_LIMIT,
      `${name} topic cannot exceed ${TOPIC_LIMIT} characters.`,
    ],
    [
      [content, ...thread].some(({ assets }) => assets.length > files),
      files === 1
        ? `${name} posts cannot have more than one image or video.`
        : `${name} posts cannot have more than ${files} images or videos.`,
    ],
  ];
}
