// What can be changed; a refusal of the world becomes the union member that Buffer answers with.

import type { NewIdea } from '../world/ideas.ts';
import type { Post, Service } from '../world/model.ts';
import type { Refusal, RefusalKind, Result } from '../world/refusal.ts';
import { type Context, failure, field, type RootField, type Scope, wrote } from './context.ts';
import { ideaView } from './idea-view.ts';
import { type CreatePostInput, type EditPostInput, toNewPost, toPostChange } from './inputs.ts';
import { postView } from './post-view.ts';

const DUPLICATE_CODE = 1025;

const ERROR_TYPES: Record<RefusalKind, string> = {
  invalid: 'InvalidInputError',
  'not-found': 'NotFoundError',
  limit: 'LimitReachedError',
  unauthorized: 'UnauthorizedError',
  duplicate: 'RestProxyError',
  'in-the-past': 'InvalidInputError',
  unreachable: 'InvalidInputError',
  'already-sent': 'InvalidInputError',
  'not-in-queue': 'InvalidInputError',
  unexpected: 'UnexpectedError',
};

function errorView({ kind, message }: Refusal) {
  const code = kind === 'duplicate' ? DUPLICATE_CODE : null;
  return { __typename: ERROR_TYPES[kind], message, code, link: null };
}

function voidError(message: string) {
  return { __typename: 'VoidMutationError', message };
}

function success(post: Post, context: Context) {
  wrote(post, context);
  return { __typename: 'PostActionSuccess', post: postView(post, context) };
}

function postAction(result: Result<Post>, context: Context) {
  return result.ok ? success(result.value, context) : errorView(result.refusal);
}

function serviceOf(channelId: string | undefined, { world }: Context): Service | undefined {
  return world.channels().find((channel) => channel.id === channelId)?.service;
}

/** Parts of the API that the sandbox only knows by name, and how each says no. */
const UNSUPPORTED = 'The local Buffer does not offer this.';
const typedFailure = (typename: string) => () => ({
  __typename: typename,
  message: UNSUPPORTED,
  errors: [{ __typename: 'InvalidInputError', message: UNSUPPORTED }],
});

function unsupported(scope: Scope, typename: string): RootField {
  return field(scope, typedFailure(typename));
}

interface IdeaArgs {
  input: { organizationId: string; content: Partial<NewIdea> };
}

function createIdea({ input }: IdeaArgs, context: Context) {
  if (input.organizationId !== context.world.organization.id) {
    return { __typename: 'UnauthorizedError', message: 'Organization not found' };
  }
  const { title = null, text = null, services, date = null, aiAssisted } = input.content;
  const idea = { title, text, services: services ?? [], date, aiAssisted: aiAssisted ?? false };
  const result = context.world.createIdea(idea);
  if (!result.ok) return errorView(result.refusal);
  context.commits.ids.push(result.value.id);
  return ideaView(result.value);
}

export const MUTATIONS: Record<string, RootField> = {
  createPost: field<{ input: CreatePostInput }>('posts:write', ({ input }, context) => {
    const request = toNewPost(input, serviceOf(input.channelId, context));
    return postAction(context.world.create(request), context);
  }),
  editPost: field<{ input: EditPostInput }>('posts:write', ({ input }, context) => {
    const post = context.world.posts().find((candidate) => candidate.id === input.id);
    const change = toPostChange(input, serviceOf(post?.channelId, context));
    return postAction(context.world.edit(input.id, change), context);
  }),
  deletePost: field<{ input: { id: string } }>('posts:write', ({ input }, context) => {
    const removed = context.world.remove(input.id);
    if (!removed.ok) return voidError(removed.refusal.message);
    wrote(removed.value, context);
    return { __typename: 'DeletePostSuccess', id: input.id };
  }),
  movePostInQueue: field<{ input: { id: string; position: 'top' | 'bottom' } }>(
    'posts:write',
    ({ input }, context) => {
      const moved = context.world.move(input.id, input.position);
      return moved.ok ? success(moved.value, context) : voidError(moved.refusal.message);
    },
  ),
  createIdea: field<IdeaArgs>('ideas:write', createIdea),
  createPostTemplate: unsupported('posts:write', 'VoidMutationError'),
  updatePostTemplate: unsupported('posts:write', 'VoidMutationError'),
  deletePostTemplate: unsupported('posts:write', 'VoidMutationError'),
  createContentItem: unsupported('posts:write', 'CreateContentItemFailure'),
  createContentItemDraft: unsupported('posts:write', 'CreateContentItemDraftFailure'),
  updateContentItem: unsupported('posts:write', 'UpdateContentItemFailure'),
  updateContentItemDraft: unsupported('posts:write', 'UpdateContentItemDraftFailure'),
  promoteContentItemDraftToPosts: unsupported('posts:write', 'PromoteContentItemDraftToPostsFailure'),
  addPostToContentItem: unsupported('posts:write', 'InvalidInputError'),
  removePostFromContentItem: unsupported('posts:write', 'InvalidInputError'),
  deleteContentItem: unsupported('posts:write', 'DeleteContentItemFailure'),
  createCollaborationNote: unsupported('notes:write', 'InvalidInputError'),
  updateCollaborationNote: unsupported('notes:write', 'InvalidInputError'),
  deleteCollaborationNote: field('notes:write', () => {
    throw failure('NOT_FOUND', 'Note not found');
  }),
};
