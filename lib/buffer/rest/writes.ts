// Writing posts: each write leaves once, and is believed only if its answer proves it.
import { BufferError } from '../errors.ts';
import type { Fields, Http } from '../http.ts';
import type { NewPost, Post, PostChange } from '../types.ts';
import { addressOf, afterwards, ask, proved, tell } from './call.ts';
import { unreadable } from './errors.ts';
import { changeFields, createFields } from './input.ts';
import { toPost } from './map.ts';
import { createdSchema, doneSchema, editedSchema, idOf, updateSchema } from './schemas.ts';

/** Buffer's code for an update that could not be found. */
const UNKNOWN_UPDATE = 1020;

export async function createPost(http: Http, post: NewPost, shorten: boolean): Promise<Post> {
  const path = addressOf('updates/create');
  const { data, answer } = await tell(http, { path, fields: createFields(post, shorten) }, createdSchema);
  const rows = data.updates.map((row) => updateSchema.safeParse(row));
  const own = rows.find((row) => row.data?.profile_id === post.channel.id)?.data;
  if (own) return toPost(own);
  // One channel was named: an answer that tells of another one is another call's, and says nothing of this.
  const says = data.success === true && rows.length === 0;
  if (!says) throw unreadable('a success without a readable post of ours', answer);
  // The documents: ids of profiles that are not the person's are silently ignored. So nothing was made.
  throw new BufferError({ kind: 'forbidden', message: null, status: answer.status });
}

export async function readPost(http: Http, id: string): Promise<Post> {
  const row = await ask(http, { path: addressOf('updates', id) }, updateSchema);
  if (idOf(row) !== id) throw unreadable('another post');
  return toPost(row);
}

/** Changes a post. The API insists on a text, so a change that names none is sent with the post's own. */
export async function editPost(http: Http, id: string, change: PostChange): Promise<Post> {
  const { text, attachment, mode } = change;
  if (mode === 'next' && text === undefined && !attachment) return moveToTop(http, id);
  const fields = changeFields(change);
  const known = text ?? (await readPost(http, id)).text;
  const edited = await sendEdit(http, id, [['text', known], ...fields]);
  return mode === 'next' ? afterwards(() => moveToTop(http, id)) : edited;
}

async function sendEdit(http: Http, id: string, fields: Fields): Promise<Post> {
  const path = addressOf('updates', id, 'update');
  const { data, answer } = await tell(http, { path, fields }, editedSchema);
  return proved(answer, data.update, id);
}

/** Deletes a post; one that Buffer no longer knows is gone already. */
export async function deletePost(http: Http, id: string): Promise<void> {
  try {
    await tell(http, { path: addressOf('updates', id, 'destroy') }, doneSchema);
  } catch (error) {
    if (error instanceof BufferError && error.failure.code === UNKNOWN_UPDATE) return;
    throw error;
  }
}

/** Publishes a post at once. The answer says only that it was done; the post is then read. */
export async function shareNow(http: Http, id: string): Promise<Post> {
  await tell(http, { path: addressOf('updates', id, 'share') }, doneSchema);
  return afterwards(() => readPost(http, id));
}

export async function moveToTop(http: Http, id: string): Promise<Post> {
  const { data, answer } = await tell(http, { path: addressOf('updates', id, 'move_to_top') }, updateSchema);
  return proved(answer, data, id);
}
