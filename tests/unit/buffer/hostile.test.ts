// Answers that are broken in any place: always a typed outcome, and never a post that was not proved.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BufferBackend } from '../../../lib/buffer/backend.ts';
import { junk, mutated, outcome } from './hostile.ts';
import { created, NEW_POST, postNode, scripted, scriptedRest, updateRow } from './scripted.ts';

test('a create is confirmed only by its own channel and an id', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(60), junk, async (place, value) => {
      const { backend } = scripted({ body: mutated(created(), place, value) });
      const result = await outcome(backend.create(NEW_POST));
      if (typeof result === 'object' && result !== null && 'kind' in result) return;
      expect(result).toMatchObject({ channelId: 'channel-1', id: expect.stringMatching(/./) });
    }),
    { numRuns: 500 },
  );
});

test('a list is read or it fails', async () => {
  const posts = { edges: [{ node: postNode() }], pageInfo: { hasNextPage: false, endCursor: null } };
  await fc.assert(
    fc.asyncProperty(fc.nat(60), junk, async (place, value) => {
      const { backend } = scripted({ body: mutated({ data: { posts } }, place, value), headers: {} });
      await outcome(backend.queue({ channels: [NEW_POST.channel] }));
    }),
    { numRuns: 300 },
  );
});

describe('the classic API', () => {
  const row = () => updateRow({ media: { picture: 'https://a.example/1.png' }, error: { text: 'x' } });
  const isFailure = (result: unknown) => typeof result === 'object' && result !== null && 'kind' in result;

  async function holds(answer: unknown, call: (backend: BufferBackend) => Promise<unknown>, proof: object) {
    await fc.assert(
      fc.asyncProperty(fc.nat(60), junk, async (place, value) => {
        const body = mutated(answer, place, value);
        const { backend } = scriptedRest({ body });
        const result = await outcome(call(backend));
        if (!isFailure(result)) expect(result).toMatchObject(proof);
      }),
      { numRuns: 400 },
    );
  }

  test('a create is confirmed only by its own channel and an id', async () => {
    const body = { success: true, code: false, message: 'x', updates: [row()] };
    await holds(body, (backend) => backend.create(NEW_POST), {
      channelId: 'channel-1',
      id: expect.stringMatching(/./),
    });
  });

  test('an edit and a move are confirmed only by their own post', async () => {
    const body = { success: true, code: false, update: row() };
    await holds(body, (backend) => backend.edit('update-1', { text: 'x' }), { id: 'update-1' });
    await holds(row(), (backend) => backend.moveToTop('update-1'), { id: 'update-1' });
  });

  test('what says only that it was done says so in full', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(junk, fc.record({ success: junk, code: junk })), async (body) => {
        const { backend } = scriptedRest({ body: JSON.stringify(body) ?? '' });
        const result = await outcome(backend.delete('update-1'));
        if (isFailure(result) && (result as { code?: number }).code !== 1020) return;
        expect(body).toMatchObject({ success: true });
      }),
      { numRuns: 300 },
    );
  });

  test('lists are read or they fail', async () => {
    const body = { total: 1, updates: [row()] };
    const channels = [NEW_POST.channel];
    await holds(body, (backend) => backend.queue({ channels }), { posts: expect.any(Array) });
    await holds(
      [{ id: 'channel-1', service: 'twitter', schedules: [{ days: ['mon'], times: ['08:00'] }] }],
      channelsOf,
      {},
    );
    await holds(
      { services: { twitter: { types: { profile: { character_limit: 9 } } } } },
      configurationOf,
      {},
    );
    const interaction = { id: 'i', created_at: 1, event: 'like', user: { username: 'x', followers: 2 } };
    await holds({ total: 1, interactions: [interaction] }, interactionsOf, { total: expect.any(Number) });
  });

  const NOBODY = {
    id: 'p',
    name: null,
    email: null,
    avatar: null,
    timezone: null,
    organizations: [],
    preferences: { when: null, hours: null, weekStart: null },
  };
  const channelsOf = (backend: BufferBackend) => backend.channels(NOBODY);
  const configurationOf = async (backend: BufferBackend) => backend.configuration?.();
  const interactionsOf = async (backend: BufferBackend) =>
    backend.interactions?.({ postId: 'update-1', event: 'like' });
});
