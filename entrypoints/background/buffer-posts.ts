// Reads Buffer's posts into the lists that are known: a view's next page, or one post afresh.
import type { PageQuery } from '@/lib/buffer/backend.ts';
import type { Channel, Post, PostStatus } from '@/lib/buffer/types.ts';
import type { Reply } from '@/lib/messages.ts';
import type { PostList } from '@/lib/platform/schemas.ts';
import { CHANNELS, read } from '@/lib/platform/storage.ts';
import { callBuffer } from './buffer-call.ts';
import { type CommandOf, type Handlers, OK } from './handlers.ts';
import { changeChannels, countQueued } from './known-channels.ts';
import { ALL, changeQueue, keepList, leaveQueue, listsOf, replaced } from './known-posts.ts';
import type { Background } from './post-office.ts';

const USUAL_PAGE = 50;
const LARGEST_PAGE = 100;
/** How often a list is asked for that was changed from here meanwhile. */
const MOST_READS = 2;
/** A post of these cannot be edited any more. */
const GONE: readonly PostStatus[] = ['sending', 'sent'];

function readPosts(
  background: Background,
  { view, channelId, more }: CommandOf<'read-posts'>,
): Promise<Reply> {
  return callBuffer(background, 'view', async (signed) => {
    const { accountId, backend } = signed;
    const { channels: all } = await read(CHANNELS);
    const channels = channelId === null ? all : all.filter(({ id }) => id === channelId);
    const scope = channelId ?? ALL;
    for (let reads = 0; channels.length > 0 && reads < MOST_READS; reads += 1) {
      if (reads > 0) await background.office.reserve('view', signed);
      const askedAt = Date.now();
      const known = (await listsOf(view, accountId)).lists[scope];
      const page = await backend[view]({ channels, ...(more ? nextOf(known) : againAll(known)) });
      const list = joined(more ? known : undefined, { ...page, fetchedAt: Date.now() });
      if (!(await keepList(view, scope, { accountId, askedAt, list }))) continue;
      if (view === 'queue' && list.after === null) await keepCount(channels, list.posts);
      break;
    }
    return OK;
  });
}

function nextOf(known: PostList | undefined): Partial<PageQuery> {
  return known?.after ? { after: known.after } : {};
}

/** Whoever has loaded more keeps it, as far as one page goes. */
function againAll(known: PostList | undefined): Partial<PageQuery> {
  return { first: Math.min(Math.max(known?.posts.length ?? 0, USUAL_PAGE), LARGEST_PAGE) };
}

/** Whoever has the whole list knows how many there are. */
function keepCount(channels: Channel[], posts: Post[]): Promise<void> {
  const none = Object.fromEntries(channels.map(({ id }) => [id, 0]));
  const counted = { ...none, ...countQueued(posts) };
  return changeChannels(async (known) => ({ ...known, queued: { ...known.queued, ...counted } }));
}

/** A page behind what is known; a post that has moved from one to the other stands where it is now. */
function joined(known: PostList | undefined, page: PostList): PostList {
  const fresh = new Set(page.posts.map(({ id }) => id));
  const before = (known?.posts ?? []).filter(({ id }) => !fresh.has(id));
  return { ...page, posts: [...before, ...page.posts] };
}

/** Answers the words as they are now, so that nobody edits what somebody else has changed. */
function openPost(background: Background, id: string): Promise<Reply> {
  return callBuffer(background, 'view', async ({ accountId, backend }) => {
    const post = await backend.post(id);
    if (GONE.includes(post.status)) {
      await leaveQueue(accountId, id, 'sent');
      return { ok: false, problem: 'too-late' };
    }
    await changeQueue(accountId, replaced(post));
    return { ok: true, text: post.text };
  });
}

export function readingHandlers(background: Background): Pick<Handlers, 'read-posts' | 'open-post'> {
  return {
    'read-posts': (command) => readPosts(background, command),
    'open-post': ({ id }) => openPost(background, id),
  };
}
