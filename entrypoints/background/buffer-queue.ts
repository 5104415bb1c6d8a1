// What a person does with the posts in Buffer's queue: each answer goes into the lists that are known, at once.
import type { BufferBackend, Signed } from '@/lib/buffer/backend.ts';
import type { ChannelRef, Post } from '@/lib/buffer/types.ts';
import type { Reply } from '@/lib/messages.ts';
import { OUTBOX, read } from '@/lib/platform/storage.ts';
import { callBuffer } from './buffer-call.ts';
import { type Handlers, OK } from './handlers.ts';
import { knownChannel } from './known-channels.ts';
import { changeQueue, inQueueOrder, leaveQueue, replaced, without } from './known-posts.ts';
import type { Background } from './post-office.ts';

function editPost(background: Background, id: string, text: string): Promise<Reply> {
  return callBuffer(background, 'post', async ({ accountId, backend }) => {
    await changeQueue(accountId, replaced(await backend.edit(id, { text })));
    return OK;
  });
}

function sharePost(background: Background, id: string): Promise<Reply> {
  return callBuffer(background, 'post', async ({ accountId, backend }) => {
    await backend.shareNow(id);
    await leaveQueue(accountId, id, 'sent');
    return OK;
  });
}

function movePost(background: Background, id: string): Promise<Reply> {
  return callBuffer(background, 'post', async ({ accountId, backend }) => {
    const moved = await backend.moveToTop(id);
    await changeQueue(accountId, (posts) =>
      posts.some((post) => post.id === id) ? inQueueOrder([moved, ...without(id)(posts)]) : posts,
    );
    return OK;
  });
}

/** What this browser has sent is taken back there, so that its receipt stays true. */
async function deletePost(background: Background, id: string): Promise<Reply> {
  const { entries } = await read(OUTBOX);
  const entry = entries.find(({ remoteId, state }) => remoteId === id && state === 'confirmed');
  return entry ? takeBack(background, entry.id, id) : deleteThere(background, id);
}

async function takeBack({ office, session }: Background, entryId: string, id: string): Promise<Reply> {
  if (!(await office.undo([entryId]))) return { ok: false, problem: 'not-undone' };
  const signed = await session.current();
  if (signed) await changeQueue(signed.accountId, without(id));
  return OK;
}

function deleteThere(background: Background, id: string): Promise<Reply> {
  return callBuffer(background, 'post', async ({ accountId, backend }) => {
    await backend.delete(id);
    await leaveQueue(accountId, id, 'deleted');
    return OK;
  });
}

type Arrange = (backend: BufferBackend, channel: ChannelRef) => Promise<Post[]> | undefined;

async function keepArranged({ accountId, backend }: Signed, channelId: string, arrange: Arrange) {
  const arranged = await arrange(backend, await knownChannel(channelId));
  // No page offers what the back-end cannot do.
  if (!arranged) throw new Error('this API cannot arrange a queue');
  const fresh = new Map(arranged.map((post) => [post.id, post]));
  await changeQueue(accountId, (posts) => inQueueOrder(posts.map((post) => fresh.get(post.id) ?? post)));
  return OK;
}

type Subject = 'edit-post' | 'share-post' | 'move-post' | 'delete-post' | 'reorder' | 'shuffle';

export function queueHandlers(background: Background): Pick<Handlers, Subject> {
  const arranged = (channelId: string, arrange: Arrange) =>
    callBuffer(background, 'post', (signed) => keepArranged(signed, channelId, arrange));
  return {
    'edit-post': ({ id, text }) => editPost(background, id, text),
    'share-post': ({ id }) => sharePost(background, id),
    'move-post': ({ id }) => movePost(background, id),
    'delete-post': ({ id }) => deletePost(background, id),
    reorder: ({ channelId, ids }) => arranged(channelId, (backend, ref) => backend.reorder?.(ref, ids)),
    shuffle: ({ channelId }) => arranged(channelId, (backend, ref) => backend.shuffle?.(ref)),
  };
}
