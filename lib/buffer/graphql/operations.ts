// What is asked of the GraphQL API; each text is checked against Buffer's schema by a test.

const POST_ROW = `fragment PostRow on Post {
  id channelId channelService text status createdAt dueAt sentAt isCustomScheduled externalLink
  error { message }
  tags { id name color }
  assets { type source ... on ImageAsset { image { altText } } }
  metadata {
    ... on TwitterPostMetadata { retweet { id } }
    ... on BlueskyPostMetadata { linkAttachment { url } }
    ... on FacebookPostMetadata { linkAttachment { url } }
    ... on LinkedInPostMetadata { linkAttachment { url } }
    ... on ThreadsPostMetadata { linkAttachment { url } }
  }
}`;

// Only members of a union may be spread (else HTTP 400); MutationError is the interface of all errors.
const POST_OUTCOME = `{
    __typename
    ... on PostActionSuccess { post { ...PostRow } }
    ... on RestProxyError { code link }
    ... on MutationError { message }
  }`;

export const ACCOUNT = `query Account {
  account {
    id name email avatar timezone organizations { id name }
    preferences { timeFormat startOfWeek defaultScheduleOption }
  }
}`;

const CHANNEL_ROW = `fragment ChannelRow on Channel {
  id organizationId name displayName service type avatar timezone isDisconnected isLocked isQueuePaused
  postingSchedule { day times paused }
  metadata {
    ... on MastodonMetadata { maxCharacters }
    ... on TwitterMetadata { subscriptionType }
    ... on PinterestMetadata { boards { serviceId name } }
  }
}`;

export const CHANNELS = `query Channels($input: ChannelsInput!) {
  channels(input: $input) { ...ChannelRow }
}
${CHANNEL_ROW}`;

export const CHANNEL = `query Channel($input: ChannelInput!) {
  channel(input: $input) { ...ChannelRow }
}
${CHANNEL_ROW}`;

export const DAILY_LIMITS = `query DailyPostingLimits($input: DailyPostingLimitsInput!) {
  dailyPostingLimits(input: $input) { channelId isAtLimit limit scheduled sent }
}`;

export const POSTS = `query Posts($input: PostsInput!, $first: Int, $after: String) {
  posts(input: $input, first: $first, after: $after) {
    edges { node { ...PostRow } }
    pageInfo { hasNextPage endCursor }
  }
}
${POST_ROW}`;

/** With what an edit of the attachment has to say again. */
export const POST = `query Post($input: PostInput!) {
  post(input: $input) {
    ...PostRow
    metadata {
      ... on FacebookPostMetadata { type firstComment }
      ... on LinkedInPostMetadata { firstComment }
      ... on ThreadsPostMetadata { topic }
    }
  }
}
${POST_ROW}`;

export const CREATE_POST = `mutation CreatePost($input: CreatePostInput!) {
  createPost(input: $input) ${POST_OUTCOME}
}
${POST_ROW}`;

export const EDIT_POST = `mutation EditPost($input: EditPostInput!) {
  editPost(input: $input) ${POST_OUTCOME}
}
${POST_ROW}`;

export const MOVE_POST = `mutation MovePostInQueue($input: MovePostInQueueInput!) {
  movePostInQueue(input: $input) {
    __typename
    ... on PostActionSuccess { post { ...PostRow } }
    ... on MutationError { message }
  }
}
${POST_ROW}`;

export const DELETE_POST = `mutation DeletePost($input: DeletePostInput!) {
  deletePost(input: $input) {
    __typename
    ... on DeletePostSuccess { id }
    ... on MutationError { message }
  }
}`;
