// The back-end that speaks with Buffer's GraphQL API.
import type { BufferBackend } from '../backend.ts';
import type { Purpose } from '../budget.ts';
import { BufferError, type Failure } from '../errors.ts';
import { createHttp, type Http, type HttpDeps, metered } from '../http.ts';
import type { Account, Channel, ChannelRef, NewPost, Post, PostChange } from '../types.ts';
import { ask, mutateDelete, mutatePost } from './call.ts';
import { dailyLimits } from './daily-limits.ts';
import { createInput, editInput } from './input.ts';
import { toAccount, toChannel, toPost } from './map.ts';
import {
  ACCOUNT,
  CHANNEL,
  CHANNELS,
  CREATE_POST,
  DELETE_POST,
  EDIT_POST,
  MOVE_POST,
  POST,
} from './operations.ts';
import { findPosts, listPosts, QUEUE, SENT } from './posts.ts';
import { accountSchema, channelSchema, channelsSchema, type PostRow, postSchema } from './schemas.ts';

/** Where the API answers: `https://api.buffer.com`, or a local Buffer. */
export interface GraphqlConnection {
  api: 'graphql';
  origin: string;
}

/** A back-end over one connection; see `BufferBackend` for what its methods give and how they fail. */
export function createGraphqlBackend(connection: GraphqlConnection, deps: HttpDeps): BufferBackend {
  const transport = createHttp(connection.origin, deps);
  const on = (purpose: Purpose) => metered(transport, purpose, deps);
  return {
    account: async () => toAccount((await ask(on('list'), { query: ACCOUNT }, accountSchema)).account),
    channels: (account) => listChannels(on('list'), account),
    channel: (ref) => readChannel(on('list'), ref),
    dailyLimits: (channels) => dailyLimits(on('list'), channels),
    post: async (id) => toPost(await readPost(on('list'), id)),
    queue: (query) => listPosts(on('list'), QUEUE, query),
    sent: (query) => listPosts(on('list'), SENT, query),
    find: (query) => findPosts(on('look'), query),
    create: (post) => createPost(on('post'), post),
    edit: (id, change) => editPost(on('post'), id, change),
    delete: (id) => deletePost(on('post'), id),
    shareNow: (id) => editPost(on('post'), id, { mode: 'now' }),
    moveToTop: (id) => moveToTop(on('post'), id),
  };
}

async function moveToTop(http: Http, id: string): Promise<Post> {
  const input = { id, position: 'top' };
  return toPost(
    await mutatePost(http, { query: MOVE_POST, input, field: 'movePostInQueue', expect: { id } }),
  );
}

async function listChannels(http: Http, account: Account): Promise<Channel[]> {
  const channels: Channel[] = [];
  for (const { id: organizationId } of account.organizations) {
    const request = { query: CHANNELS, input: { organizationId } };
    const { channels: rows } = await ask(http, request, channelsSchema);
    channels.push(...rows.map((row) => toChannel(row, organizationId)));
  }
  return channels;
}

async function readChannel(http: Http, { id, organizationId }: ChannelRef): Promise<Channel> {
  const { channel } = await ask(http, { query: CHANNEL, input: { id } }, channelSchema);
  return toChannel(channel, channel.organizationId || organizationId);
}

const ONLY_ON_X: Failure = { kind: 'invalid', message: 'only X has retweets', unsent: true };

async function createPost(http: Http, post: NewPost): Promise<Post> {
  // The comment alone would be a post that nobody has written.
  if (post.options.retweetOf !== undefined && post.channel.network !== 'twitter')
    throw new BufferError(ONLY_ON_X);
  const expect = { channelId: post.channel.id };
  const input = createInput(post);
  return toPost(await mutatePost(http, { query: CREATE_POST, input, field: 'createPost', expect }));
}

async function editPost(http: Http, id: string, change: PostChange): Promise<Post> {
  // A card stands among what its network was told, which only the post itself knows.
  const input = editInput(id, change, change.attachment ? await readPost(http, id) : null);
  return toPost(await mutatePost(http, { query: EDIT_POST, input, field: 'editPost', expect: { id } }));
}

async function readPost(http: Http, id: string): Promise<PostRow> {
  return (await ask(http, { query: POST, input: { id } }, postSchema)).post;
}

async function deletePost(http: Http, id: string): Promise<void> {
  try {
    await mutateDelete(http, { query: DELETE_POST, input: { id } }, id);
  } catch (error) {
    if (saysNotFound(error)) return;
    // A refused delete has words but no code: whether the post is gone already is asked, not read from them.
    if (error instanceof BufferError && error.failure.kind === 'invalid' && (await isGone(http, id))) return;
    throw error;
  }
}

async function isGone(http: Http, id: string): Promise<boolean> {
  try {
    await readPost(http, id);
    return false;
  } catch (error) {
    return saysNotFound(error);
  }
}

/** Whether Buffer itself does not know the post; a plain HTTP 404 speaks of the address, not of the post. */
function saysNotFound(error: unknown): boolean {
  return error instanceof BufferError && error.failure.kind === 'not-found' && error.failure.status === 200;
}
