// A channel in the words of the schema.
import type { Channel } from '../world/model.ts';

const SCOPES: Record<string, string[]> = {
  instagram: ['instagram_business_basic', 'instagram_business_content_publish'],
  linkedin: ['r_basicprofile', 'w_member_social'],
};

const METADATA: Record<string, (channel: Channel) => object> = {
  twitter: () => ({ __typename: 'TwitterMetadata', subscriptionType: null }),
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

export function channelView(channel: Channel) {
  return {
    ...channel,
    allowedActions: [],
    hasActiveMemberDevice: false,
    isNew: false,
    linkShortening: { isEnabled: false, config: null },
    metadata: METADATA[channel.service]?.(channel) ?? null,
    postingGoal: null,
    products: ['publish', 'analyze'],
    scopes: SCOPES[channel.service] ?? [],
    showTrendingTopicSuggestions: true,
    weeklyPostingLimit: null,
  };
}
