// A channel in the words of the schema.
import { SHORT_DOMAIN } from '../world/behaviour.ts';
import type { Channel } from '../world/model.ts';
import type { World } from '../world/world.ts';

const SCOPES: Record<string, string[]> = {
  instagram: ['instagram_business_basic', 'instagram_business_content_publish'],
  linkedin: ['r_basicprofile', 'w_member_social'],
};

const METADATA: Record<string, (channel: Channel) => object> = {
  twitter: ({ subscriptionType = null }) => ({ __typename: 'TwitterMetadata', subscriptionType }),
  linkedin: () => ({ __typename: 'LinkedInMetadata', shouldShowLinkedinAnalyticsRefreshBanner: false }),
  bluesky: (channel) => ({ __typename: 'BlueskyMetadata', serverUrl: channel.serverUrl }),
  mastodon: (channel) => ({
    __typename: 'MastodonMetadata',
    serverUrl: channel.serverUrl,
    maxCharacters: channel.maxCharacters,
  }),
  facebook: () => ({ __typename: 'FacebookMetadata', locationData: null }),
  instagram: () => ({ __typename: 'InstagramMetadata', defaultToReminders: false }),
  pinterest: (channel) => ({ __typename: 'PinterestMetadata', boards: channel.boards ?? [] }),
  tiktok: () => ({ __typename: 'TiktokMetadata', defaultToReminders: false }),
  youtube: () => ({ __typename: 'YoutubeMetadata', defaultToReminders: false }),
  googlebusiness: () => ({ __typename: 'GoogleBusinessMetadata', locationData: null }),
};

function linkShortening(world: World) {
  const isEnabled = world.behaviour().shortenLinks;
  return { isEnabled, config: isEnabled ? { domain: SHORT_DOMAIN, name: SHORT_DOMAIN } : null };
}

export function channelView(channel: Channel, world: World) {
  return {
    ...channel,
    allowedActions: [],
    hasActiveMemberDevice: false,
    isNew: false,
    linkShortening: linkShortening(world),
    metadata: METADATA[channel.service]?.(channel) ?? null,
    postingGoal: null,
    products: ['publish', 'analyze'],
    scopes: SCOPES[channel.service] ?? [],
    showTrendingTopicSuggestions: true,
    weeklyPostingLimit: null,
  };
}
