// The back-end that speaks with Buffer's classic REST API.
import type { BufferBackend, InteractionPage, InteractionQuery } from '../backend.ts';
import type { Purpose } from '../budget.ts';
import { createHttp, type Http, type HttpDeps, metered } from '../http.ts';
import type { Interaction } from '../types.ts';
import { addressOf, ask, tell } from './call.ts';
import { listChannels, readChannel, reorder, setSchedule, shuffle } from './channels.ts';
import { unreadable } from './errors.ts';
import { toAccount, toConfiguration, toInteraction } from './map.ts';
import { findPosts, listPosts, QUEUE, SENT } from './posts.ts';
import {
  accountSchema,
  configurationSchema,
  doneSchema,
  interactionsSchema,
  repliedSchema,
  sharesSchema,
} from './schemas.ts';
import { createPost, deletePost, editPost, moveToTop, readPost, shareNow } from './writes.ts';

/** Where the API answers: `https://api.bufferapp.com`, or a local Buffer. */
export interface RestConnection {
  api: 'rest';
  origin: string;
  /** Whether Buffer shortens the links of new posts. It makes their text another one than was sent. */
  shorten: boolean;
}

/** A back-end over one connection; see `BufferBackend` for what its methods give and how they fail. */
export function createRestBackend({ origin, shorten }: RestConnection, deps: HttpDeps): BufferBackend {
  const transport = createHttp(origin, deps);
  const on = (purpose: Purpose) => metered(transport, purpose, deps);
  return {
    account: async () => toAccount(await ask(on('list'), { path: addressOf('user') }, accountSchema)),
    channels: () => listChannels(on('list')),
    channel: (ref) => readChannel(on('list'), ref),
    post: (id) => readPost(on('list'), id),
    queue: (query) => listPosts(on('list'), QUEUE, query),
    sent: (query) => listPosts(on('list'), SENT, query),
    find: (query) => findPosts(on('look'), query),
    create: (post) => createPost(on('post'), post, shorten),
    edit: (id, change) => editPost(on('post'), id, change),
    delete: (id) => deletePost(on('post'), id),
    shareNow: (id) => shareNow(on('post'), id),
    moveToTop: (id) => moveToTop(on('post'), id),
    reorder: (channel, ids) => reorder(on('post'), channel, ids),
    shuffle: (channel) => shuffle(on('post'), channel),
    setSchedule: (channel, schedule) => setSchedule(on('post'), channel, schedule),
    interactions: (query) => listInteractions(on('list'), query),
    reply: (postId, text) => reply(on('post'), postId, text),
    shares: async (url) => {
      const query = [['url', url]] as const;
      return (await ask(on('list'), { path: addressOf('links/shares'), query }, sharesSchema)).shares;
    },
    configuration: async () =>
      toConfiguration(await ask(on('list'), { path: addressOf('info/configuration') }, configurationSchema)),
    deauthorize: async () => {
      await tell(on('post'), { path: addressOf('user/deauthorize') }, doneSchema);
    },
  };
}

const LARGEST_PAGE = '100';

async function listInteractions(http: Http, query: InteractionQuery): Promise<InteractionPage> {
  const fields = [
    ['event', query.event],
    ['page', String(query.page ?? 0)],
    ['count', LARGEST_PAGE],
  ] as const;
  const path = addressOf('updates', query.postId, 'interactions');
  const { interactions, total } = await ask(http, { path, query: fields }, interactionsSchema);
  return { interactions: interactions.map(toInteraction), total };
}

async function reply(http: Http, postId: string, text: string): Promise<Interaction> {
  const fields = [
    ['text', text],
    ['event', 'comment'],
  ] as const;
  const path = addressOf('updates', postId, 'interactions/create');
  const { data, answer } = await tell(http, { path, fields }, repliedSchema);
  if (data.update.update_id !== postId) throw unreadable('a comment on another post', answer);
  const comment = toInteraction(data.update);
  // Its own name is not among what the API answers.
  return { ...comment, id: comment.id || `${postId}:${comment.at}` };
}
