// Another person in Buffer's own web app, and the log as the judge of who did what.
import { describe, expect, test } from 'vitest';
import type { Act } from '../../e2e/sandbox.ts';
import { useSteeredSandbox } from './steered-sandbox.ts';

const steered = useSteeredSandbox();
const post = async (id: string) => (await steered.client.state()).posts.find((one) => one.id === id);
const lastLine = async () => (await steered.client.log()).at(-1);
const queue = async () => {
  const channelId = await steered.client.channelOn('mastodon');
  const { posts } = await steered.client.state();
  return posts
    .filter((one) => one.channelId === channelId && one.status === 'scheduled')
    .sort((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''));
};

describe('does', () => {
  test('edit a text', async () => {
    const { id, dueAt } = await steered.created('one');
    await steered.client.act({ do: 'edit', id, text: 'One, mended' });
    expect(await post(id)).toMatchObject({ text: 'One, mended', dueAt, shareMode: 'addToQueue' });
  });

  test('edit a time, which then is a time of its own', async () => {
    const { id } = await steered.created('one');
    await steered.client.act({ do: 'edit', id, dueAt: '2026-03-09T12:00:00+01:00' });
    expect(await post(id)).toMatchObject({
      text: 'one',
      dueAt: '2026-03-09T11:00:00.000Z',
      shareMode: 'customScheduled',
    });
  });

  test('delete', async () => {
    const { id, channelId } = await steered.created('one');
    await steered.client.act({ do: 'delete', id });
    expect(await post(id)).toBeUndefined();
    expect(await lastLine()).toMatchObject({
      api: 'actor',
      operation: 'delete',
      status: 200,
      committed: true,
      ids: [id],
      fault: null,
      posts: [{ id, channelId, text: 'one', givenText: 'one' }],
    });
    expect((await steered.client.createdPosts()).map((one) => one.id)).toEqual([id]);
  });

  test('publish', async () => {
    const { id } = await steered.created('one');
    await steered.client.act({ do: 'publish', id });
    expect(await post(id)).toMatchObject({
      status: 'sent',
      sentAt: expect.stringMatching(/^2026-03-02T09:/),
    });
  });

  test('reorder: one post to the top or the bottom', async () => {
    const { id } = await steered.created('one');
    await steered.created('two');
    await steered.client.act({ do: 'reorder', id, position: 'top' });
    expect((await queue())[0]?.id).toBe(id);
    await steered.client.act({ do: 'reorder', id, position: 'bottom' });
    expect((await queue()).at(-1)?.id).toBe(id);
  });

  test('reorder: a whole queue, whose slots stay', async () => {
    const channelId = await steered.client.channelOn('mastodon');
    await steered.created('one');
    await steered.created('two');
    const before = (await queue()).filter(({ shareMode }) => shareMode === 'addToQueue');
    const ids = before.map(({ id }) => id).reverse();
    await steered.client.act({ do: 'reorder', channelId, ids });
    const after = (await queue()).filter(({ shareMode }) => shareMode === 'addToQueue');
    expect(after.map(({ id }) => id)).toEqual(ids);
    expect(after.map(({ dueAt }) => dueAt)).toEqual(before.map(({ dueAt }) => dueAt));
  });

  test.each([
    ['into the queue', {}, 'scheduled'],
    ['as a draft', { draft: true }, 'draft'],
    ['at once', { mode: 'shareNow' }, 'sent'],
    ['at a time', { mode: 'customScheduled', dueAt: '2026-03-09T12:00:00Z' }, 'scheduled'],
  ] as const)('create %s', async (_name, rest, status) => {
    const channelId = await steered.client.channelOn('mastodon');
    const [made] = await steered.client.act({ do: 'create', channelId, text: 'theirs', ...rest });
    expect(await post(made?.id ?? '')).toMatchObject({ status, text: 'theirs', via: 'buffer' });
    expect(await steered.client.arrivals('create')).toEqual([]);
    expect(await steered.client.createdPosts()).toEqual([]);
  });
});

describe('is refused', () => {
  const UNKNOWN = '0'.repeat(24);
  test.each([
    ['edit', { do: 'edit', id: UNKNOWN, text: 'x' }],
    ['delete', { do: 'delete', id: UNKNOWN }],
    ['publish', { do: 'publish', id: UNKNOWN }],
    ['move', { do: 'reorder', id: UNKNOWN, position: 'top' }],
    ['create', { do: 'create', channelId: UNKNOWN, text: 'x' }],
    ['reorder', { do: 'reorder', channelId: UNKNOWN, ids: [UNKNOWN] }],
  ] satisfies [string, Act][])('%s of what is not there', async (_name, deed) => {
    await expect(steered.client.act(deed)).rejects.toThrow(/answered 404: .*(Post|Channel) not found\./);
    expect(await lastLine()).toMatchObject({ api: 'actor', status: 404, committed: false, ids: [] });
  });

  test('what Buffer does not allow, with its sentence', async () => {
    const { id, channelId } = await steered.created('one');
    await steered.client.act({ do: 'publish', id });
    await expect(steered.client.act({ do: 'delete', id })).rejects.toThrow('Sent posts cannot be deleted.');
    await expect(steered.client.act({ do: 'reorder', channelId, ids: [id] })).rejects.toThrow(
      `answered 409: {"error":"Post ${id} is not in the queue of this channel."}`,
    );
  });

  test.each([
    ['an unknown deed', { do: 'hack', id: 'x' }],
    ['an edit of nothing', { do: 'edit', id: 'x' }],
    ['a time that is none', { do: 'edit', id: 'x', dueAt: 'soon' }],
    ['a misspelt field', { do: 'delete', id: 'x', now: true }],
    ['a half order', { do: 'reorder', id: 'x' }],
    ['two orders', { do: 'reorder', id: 'x', position: 'top', channelId: 'y', ids: ['x'] }],
    ['a list', []],
  ])('%s', async (_name, deed) => {
    await expect(steered.client.act(deed as Act)).rejects.toThrow(
      /answered 400: .*The body is not as it should be/,
    );
    expect(await steered.client.log()).toEqual([]);
  });
});

describe('the log', () => {
  test('tells who wrote what, and keeps what is gone', async () => {
    const { id, channelId } = await steered.created('one');
    await steered.ask('mutation ($input: DeletePostInput!) { deletePost(input: $input) { __typename } }', {
      input: { id },
    });
    const [create, remove] = await steered.client.log();
    expect(create).toMatchObject({
      api: 'graphql',
      account: expect.stringMatching(/^[0-9a-f]{24}$/),
      client: expect.any(String),
      committedAt: expect.stringMatching(/^2026-03-02T09:/),
      fault: null,
      posts: [{ id, channelId, status: 'scheduled', text: 'one' }],
    });
    expect(remove).toMatchObject({ operation: 'deletePost', committed: true, posts: [{ id, text: 'one' }] });
  });

  test('is never cut short', async () => {
    for (let round = 0; round < 1500; round += 1) {
      await steered.client.act({ do: 'delete', id: 'none' }).catch(() => undefined);
    }
    expect(await steered.client.log()).toHaveLength(1500);
  });
});
