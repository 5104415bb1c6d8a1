// Another person or device in Buffer's own web app: what they do to posts behind the client's back.
import { z } from 'zod';
import type { Post } from '../world/model.ts';
import { type Refusal, type Result, refuse } from '../world/refusal.ts';
import { writtenPost } from '../world/state.ts';
import type { World } from '../world/world.ts';
import type { NewPost } from '../world/write.ts';
import type { Log } from './log.ts';

const id = z.string().min(1);
const time = z.iso.datetime({ offset: true });

const reorderSchema = z
  .strictObject({
    do: z.literal('reorder'),
    id: id.optional(),
    position: z.enum(['top', 'bottom']).optional(),
    channelId: id.optional(),
    ids: z.array(id).min(1).optional(),
  })
  .refine(
    ({ id: one, position, channelId, ids }) =>
      one && position ? !channelId && !ids : !one && !position && channelId && ids,
    { message: 'give an id with a position, or a channelId with ids' },
  );

export const actSchema = z.discriminatedUnion('do', [
  z
    .strictObject({ do: z.literal('edit'), id, text: z.string().optional(), dueAt: time.optional() })
    .refine(({ text, dueAt }) => text !== undefined || dueAt !== undefined, {
      message: 'give a text, a dueAt or both',
    }),
  z.strictObject({ do: z.literal('delete'), id }),
  z.strictObject({ do: z.literal('publish'), id }),
  reorderSchema,
  z.strictObject({
    do: z.literal('create'),
    channelId: id,
    text: z.string(),
    mode: z.enum(['addToQueue', 'shareNext', 'shareNow', 'customScheduled']).default('addToQueue'),
    dueAt: time.optional(),
    draft: z.boolean().default(false),
  }),
]);

export type Act = z.infer<typeof actSchema>;
type Do<Name extends Act['do']> = Extract<Act, { do: Name }>;

function newPost({ channelId, text, mode, dueAt, draft }: Do<'create'>): NewPost {
  const nothing = { needsApproval: false, assets: [], linkAttachment: null, details: {}, ideaId: null };
  const when = { mode, dueAt: dueAt === undefined ? null : Date.parse(dueAt), draft };
  return { channelId, text, ...when, ...nothing, schedulingType: draft ? null : 'automatic', via: 'buffer' };
}

function edit({ id: post, text, dueAt }: Do<'edit'>, world: World): Result<Post> {
  return world.edit(post, {
    ...(text !== undefined && { text }),
    ...(dueAt !== undefined && { mode: 'customScheduled' as const, dueAt: Date.parse(dueAt) }),
  });
}

function reorder({ id: one, position, channelId, ids }: Do<'reorder'>, world: World): Result<Post[]> {
  if (channelId && ids) return world.reorder(channelId, { ids });
  return one && position ? listed(world.move(one, position)) : refuse('invalid', 'Nothing to reorder');
}

function listed(result: Result<Post>): Result<Post[]> {
  return result.ok ? { ok: true, value: [result.value] } : result;
}

function perform(deed: Act, world: World): Result<Post[]> {
  switch (deed.do) {
    case 'edit':
      return listed(edit(deed, world));
    case 'delete':
      return listed(world.remove(deed.id));
    case 'publish':
      return listed(world.edit(deed.id, { mode: 'shareNow' }));
    case 'reorder':
      return reorder(deed, world);
    case 'create':
      return listed(world.create(newPost(deed)));
  }
}

function statusOf({ kind }: Refusal): number {
  return kind === 'not-found' ? 404 : 409;
}

/** Does it and writes it into the log; answers the posts as they then are, or 404 or 409 with a sentence. */
export function act(deed: Act, { world, log }: { world: World; log: Log }): Response {
  const line = log.open('actor', deed.do);
  const result = perform(deed, world);
  const posts = result.ok ? result.value.map(writtenPost) : [];
  const outcome = { operation: deed.do, committed: result.ok, ids: posts.map((post) => post.id) };
  const caller = { accountId: world.account.id, clientId: 'web-app', scopes: [] };
  line.committed({ outcome, caller, posts });
  const status = result.ok ? 200 : statusOf(result.refusal);
  line.answered(status);
  const sentence = result.ok ? '' : result.refusal.message.replace(/[^.!?]$/, '$&.');
  return Response.json(result.ok ? { posts } : { error: sentence }, { status });
}
