// What can be read.
import { dailyStanding } from '../world/daily.ts';
import type { Channel } from '../world/model.ts';
import { channelView } from './channel-view.ts';
import { type Context, failure, field, ownOrganization, type RootField } from './context.ts';
import { ideaView } from './idea-view.ts';
import { type PageArgs, page } from './paging.ts';
import { postView } from './post-view.ts';
import { type PostsInput, selectPosts } from './posts-query.ts';

interface ById {
  input: { id: string };
}

interface ByOrganization {
  input: { organizationId: string };
}

function findChannel(id: string, { world }: Context): Channel {
  const channel = world.channels().find((candidate) => candidate.id === id);
  if (!channel) throw failure('NOT_FOUND', 'Channel not found');
  return channel;
}

function organizationView({ world }: Context) {
  const { id, name, limits } = world.organization;
  const owner = { ownerEmail: world.account.email, shouldEnforce2FASetup: false };
  return { id, name, limits, channelCount: world.channels().length, members: { totalCount: 1 }, ...owner };
}

function accountView(context: Context) {
  return {
    ...context.world.account,
    backupEmail: null,
    connectedApps: [],
    organizations: ({ filter }: { filter?: { organizationId: string } | null }) =>
      [organizationView(context)].filter(({ id }) => !filter || filter.organizationId === id),
  };
}

interface MetricsArgs {
  input: { organizationId: string; channelIds?: string[] | null; startDateTime: number; endDateTime: number };
}

function metrics({ input }: MetricsArgs, context: Context) {
  ownOrganization(input.organizationId, context);
  const channels = input.channelIds ?? context.world.channels().map((channel) => channel.id);
  const counted = context.world
    .posts()
    .filter(
      ({ sentAt, channelId }) =>
        sentAt !== null &&
        sentAt >= input.startDateTime &&
        sentAt <= input.endDateTime &&
        channels.includes(channelId),
    );
  const values = { postCount: counted.length, reactions: 0, comments: 0 };
  return {
    metrics: Object.entries(values).map(([type, value]) => ({
      ...{ type, name: type, description: '', unit: 'count', value },
    })),
    metricsUpdatedAt: counted.length > 0 ? Math.max(...counted.map((post) => post.sentAt ?? 0)) : null,
  };
}

const EMPTY_PAGE = { edges: [], totalCount: 0, pageInfo: { hasNextPage: false, hasPreviousPage: false } };

export const QUERIES: Record<string, RootField> = {
  account: field('account:read', (_, context) => accountView(context)),
  channel: field<ById>('account:read', ({ input }, context) =>
    channelView(findChannel(input.id, context), context.world),
  ),
  channels: field<{
    input: { organizationId: string; filter?: { isLocked?: boolean | null; product?: string | null } | null };
  }>('account:read', ({ input }, context) => {
    ownOrganization(input.organizationId, context);
    const { isLocked, product } = input.filter ?? {};
    const views = context.world.channels().map((channel) => channelView(channel, context.world));
    return views.filter(
      (channel) =>
        (isLocked == null || channel.isLocked === isLocked) &&
        (!product || channel.products.includes(product)),
    );
  }),
  post: field<ById>('posts:read', ({ input }, context) => {
    const post = context.world.posts().find((candidate) => candidate.id === input.id);
    if (!post) throw failure('NOT_FOUND', 'Post not found');
    return postView(post, context);
  }),
  posts: field<{ input: PostsInput } & PageArgs>('posts:read', (args, context) => {
    ownOrganization(args.input.organizationId, context);
    const posts = selectPosts(context.world.listedPosts(), args.input);
    return page(posts, args, (post) => postView(post, context));
  }),
  dailyPostingLimits: field<{ input: { channelIds: string[]; date?: number | null } }>(
    'posts:read',
    ({ input }, context) => {
      const date = input.date ?? Date.parse(context.world.state().now);
      const posts = context.world.posts();
      return input.channelIds.map((id) => dailyStanding(findChannel(id, context), posts, date));
    },
  ),
  ideas: field<ByOrganization & PageArgs>('ideas:read', (args, context) => {
    ownOrganization(args.input.organizationId, context);
    return page(context.world.ideas().toReversed(), args, ideaView);
  }),
  ideaGroups: field<ByOrganization>('ideas:read', () => []),
  aggregatedPostMetrics: field<MetricsArgs>('insights:read', metrics),
  postTemplate: field('posts:read', () => null),
  postTemplates: field('posts:read', () => EMPTY_PAGE),
  contentItem: field('posts:read', () => {
    throw failure('NOT_FOUND', 'Content item not found');
  }),
  contentItems: field('posts:read', () => EMPTY_PAGE),
  collaborationNotes: field('notes:read', () => EMPTY_PAGE),
};
