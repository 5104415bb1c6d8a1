import { beforeEach, describe, expect, test } from 'vitest';
import { type LocalApi, localApi, newPost } from './local-api.ts';

let api: LocalApi;
beforeEach(() => {
  api = localApi();
});

const EDIT = `mutation ($input: EditPostInput!) { editPost(input: $input) {
  __typename ... on PostActionSuccess { post { id text status dueAt shareMode assets { source } } } ... on MutationError { message } } }`;
const DELETE = `mutation ($id: PostId!) { deletePost(input: { id: $id }) { __typename ... on MutationError { message } } }`;
const edit = async (id: string, input: object) =>
  (await api.ask<{ editPost: object }>(EDIT, { input: { id, ...input } })).body.data.editPost;
const remove = async (id: string) =>
  (await api.ask<{ deletePost: object }>(DELETE, { id })).body.data.deletePost;

describe('editing', () => {
  test('keeps what is omitted and clears what is empty', async () => {
    const assets = [{ image: { url: 'https://example.com/a.png' } }];
    const { post } = await api.create(newPost('twitter', 'Before', { assets }));
    expect(await edit(post.id, { text: 'After' })).toMatchObject({
      post: { text: 'After', dueAt: post.dueAt, assets: [{ source: 'https://example.com/a.png' }] },
    });
    expect(await edit(post.id, { assets: [] })).toMatchObject({ post: { text: 'After', assets: [] } });
    expect(await edit(post.id, { text: null })).toEqual({
      __typename: 'InvalidInputError',
      message: 'Text is required',
    });
  });

  test('changes nothing when it is refused', async () => {
    const { post } = await api.create(newPost('twitter', 'Before'));
    const input = { text: 'After', mode: 'customScheduled', dueAt: '2020-01-01T00:00:00Z' };
    expect(await edit(post.id, input)).toMatchObject({ message: 'dueAt must be in the future' });
    expect(api.world.posts().find(({ id }) => id === post.id)).toMatchObject({
      text: 'Before',
      shareMode: 'addToQueue',
    });
  });

  test('moves a post between draft, queue, its own time and now', async () => {
    const { post } = await api.create(newPost('twitter', 'On its way', { saveToDraft: true }));
    const dueAt = '2026-04-01T00:00:00.000Z';
    expect(await edit(post.id, { mode: 'addToQueue' })).toMatchObject({ post: { status: 'scheduled' } });
    expect(await edit(post.id, { mode: 'customScheduled', dueAt })).toMatchObject({ post: { dueAt } });
    expect(await edit(post.id, { saveToDraft: true })).toMatchObject({
      post: { status: 'draft', dueAt: null },
    });
    expect(await edit(post.id, { mode: 'shareNow' })).toMatchObject({ post: { status: 'sent' } });
    expect(await edit(post.id, { text: 'Too late' })).toMatchObject({ __typename: 'InvalidInputError' });
  });

  test('of a post that is not there is not found', async () => {
    expect(await edit('0'.repeat(24), {})).toEqual({
      __typename: 'NotFoundError',
      message: 'Post not found',
    });
  });
});

describe('deleting', () => {
  test('works once', async () => {
    const { post } = await api.create(newPost('twitter', 'Short-lived'));
    expect(await remove(post.id)).toEqual({ __typename: 'DeletePostSuccess' });
    expect(await remove(post.id)).toEqual({ __typename: 'VoidMutationError', message: 'Post not found' });
  });

  test('is too late for a sent post', async () => {
    const { post } = await api.create(newPost('twitter', 'Out', { mode: 'shareNow' }));
    expect(await remove(post.id)).toMatchObject({ __typename: 'VoidMutationError' });
  });
});
