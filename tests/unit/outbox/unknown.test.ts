import { describe, expect, test } from 'vitest';
import { failure, HOUR, MINUTE, post, signedAs, submission, T0, to } from './fixtures.ts';
import { createWorld, type Fault, startWorker, type World } from './world.ts';

describe('an unknown outcome', () => {
  test.each<[string, Fault, number]>([
    ['committed, the answer lost', 'cut-after', 1],
    ['cut before it arrived', 'cut-before', 2],
    ['5xx, nothing committed', failure('server', { status: 502 }), 2],
    ['an answer that nobody can read', failure('unreadable'), 2],
  ])('%s: ends with one post', async (_name, fault, creates) => {
    const world = createWorld();
    world.creates = [fault];
    await world.outbox.accept([submission('e1')]);
    await world.run();
    expect(world.posts).toHaveLength(1);
    expect(world.calls.filter((call) => call.startsWith('create'))).toHaveLength(creates);
    expect(await world.states()).toEqual([expect.stringContaining('confirmed')]);
  });

  test.each([-HOUR, HOUR])(
    'is told although the device’s clock is off by %i ms and never was compared',
    async (skew) => {
      const world = createWorld();
      world.skew = skew;
      world.creates = ['cut-after'];
      await world.outbox.accept([submission('e1')]);
      await world.run();
      expect(world.posts).toHaveLength(1);
      expect(await world.states()).toEqual(['confirmed: dropped']);
    },
  );

  test('an older equal post is not taken for it', async () => {
    const world = createWorld();
    world.posts = [post({ id: 'old', createdAt: T0 - HOUR })];
    await world.outbox.observe(new Date(T0).toUTCString());
    world.creates = ['cut-before'];
    await world.outbox.accept([submission('e1')]);
    await world.run();
    expect(world.texts()).toHaveLength(2);
  });

  test('two equal posts become two posts', async () => {
    const world = createWorld();
    world.creates = ['cut-after', 'cut-before'];
    const at = { mode: { at: T0 + 24 * HOUR } };
    await world.outbox.accept([submission('e1', at), submission('e2', at)]);
    await world.run();
    expect(world.posts).toHaveLength(2);
    const { entries } = await world.store.load();
    expect(new Set(entries.map(({ remoteId }) => remoteId)).size).toBe(2);
  });

  test('one read looks for all of an account', async () => {
    const world = createWorld();
    world.creates = ['cut-after', 'cut-before'];
    await world.outbox.accept([submission('e1', to('c1', 'one')), submission('e2', to('c2', 'two'))]);
    await world.run();
    expect(world.calls.filter((call) => call.startsWith('find'))).toEqual([
      'find a1 c1,c2',
      'find a1 c2',
      'find a1 c2',
    ]);
  });

  test('holds up its own channel’s queue posts only', async () => {
    const world = createWorld();
    world.creates = ['cut-before'];
    await world.outbox.accept([
      submission('e1', to('c1', 'first')),
      submission('e2', to('c1', 'second')),
      submission('e3', to('c1', 'at a time', { at: T0 + HOUR })),
      submission('e4', to('c2', 'elsewhere')),
    ]);
    await world.run(4_000);
    expect(world.texts().sort()).toEqual(['at a time', 'elsewhere']);
    await world.run();
    expect(world.texts('c1')).toEqual(['at a time', 'first', 'second']);
  });

  test('something like it asks, and the user’s word is done', async () => {
    const world = createWorld();
    world.creates = ['cut-after'];
    await world.outbox.accept([submission('e1')]);
    await world.outbox.drain();
    world.posts[0] = {
      ...(world.posts[0] as never as ReturnType<typeof post>),
      status: 'draft',
      externalLink: 'https://b/',
    };
    await world.run();
    expect(await world.states()).toEqual(['needs-you: near-match']);
    const { text } = world.posts[0] as never as ReturnType<typeof post>;
    expect((await world.outbox.summary()).entries[0]?.found).toEqual({ text, link: 'https://b/' });
    expect(await world.outbox.resolve('e1', 'there')).toBe('confirmed');
    expect(await world.store.claimed('a1', ['p1'])).toEqual(new Set(['p1']));
    expect(await world.outbox.undo('e1')).toEqual({ ok: true, state: 'cancelled' });
    expect(world.posts).toEqual([]);
  });

  test('a look that fails is tried again and counts for nothing', async () => {
    const world = createWorld();
    world.creates = ['cut-after'];
    world.finds = ['cut-before', failure('rate-limited', { retryAt: T0 + 5 * MINUTE }), failure('server')];
    await world.outbox.accept([submission('e1')]);
    await world.run();
    expect(world.posts).toHaveLength(1);
    expect(await world.states()).toEqual(['confirmed: dropped']);
  });

  test('"share now" is not sent a second time', async () => {
    const world = createWorld();
    world.creates = ['cut-before'];
    await world.outbox.accept([submission('e1', { mode: 'now' })]);
    await world.run();
    expect(await world.states()).toEqual(['needs-you: unclear']);
    await world.outbox.resolve('e1', 'again');
    await world.run();
    expect(world.posts).toHaveLength(1);
  });
});

describe('a duplicate, says Buffer', () => {
  const duplicate = failure('duplicate', { code: 1025, link: 'https://buffer.example/p0' });

  test('it is ours if it was made in our time', async () => {
    const world = createWorld();
    world.creates = [duplicate];
    world.posts = [post({ id: 'p0', createdAt: T0 })];
    await world.outbox.accept([submission('e1')]);
    await world.run();
    expect((await world.store.load()).entries[0]).toMatchObject({ state: 'confirmed', remoteId: 'p0' });
  });

  test('an older one needs the user, with its link', async () => {
    const world = createWorld();
    await world.outbox.observe(new Date(T0).toUTCString());
    world.creates = [duplicate];
    world.posts = [post({ id: 'p0', createdAt: T0 - HOUR })];
    await world.outbox.accept([submission('e1')]);
    await world.run();
    expect((await world.outbox.summary()).entries[0]).toMatchObject({
      reason: 'duplicate',
      error: duplicate,
    });
    expect(await world.outbox.resolve('e1', 'discard')).toBe('cancelled');
  });

  test('two equal posts that Buffer folds into one need the user', async () => {
    const world = createWorld();
    world.outbox = startWorker(world, { current: signedAs({ create: async () => post() }) });
    await world.outbox.accept([submission('e1'), submission('e2')]);
    await world.run();
    expect(await world.states()).toEqual(['confirmed: accepted', 'needs-you: duplicate']);
  });
});

describe('a look whose turn has come beside a send', () => {
  /** One entry whose first look is due, and one that is to be sent in the same turn. */
  async function both(answer: (world: World) => void): Promise<World> {
    const world = createWorld();
    world.creates = ['cut-after'];
    await world.outbox.accept([submission('e1')]);
    await world.outbox.drain();
    world.now += 5_000;
    await world.outbox.accept([submission('e2', to('c2', 'another'))]);
    answer(world);
    await world.outbox.drain();
    return world;
  }

  test('is not made when the send shows that the token is dead', async () => {
    const world = await both(({ creates }) => creates.push(failure('unauthorized')));
    expect(world.calls.filter((call) => call.startsWith('find'))).toEqual([]);
  });

  test('is not made when the person signs out meanwhile', async () => {
    const world = await both((one) => {
      const { push } = one.calls;
      one.calls.push = (...calls) => {
        one.signedOut.add('a1');
        return push.apply(one.calls, calls);
      };
    });
    expect(world.calls.filter((call) => call.startsWith('find'))).toEqual([]);
    expect(await world.states()).toEqual(['checking: dropped', 'confirmed: accepted']);
  });
});

test('where several posts are like it, none is named', async () => {
  const world = createWorld();
  world.creates = ['cut-before'];
  await world.outbox.accept([submission('e1')]);
  const like = { text: `${post().text} edited`, createdAt: T0 + 1 };
  world.posts = [post({ id: 'p1', ...like }), post({ id: 'p2', ...like })];
  await world.run();
  expect((await world.outbox.summary()).entries[0]).toMatchObject({
    reason: 'near-match',
    remoteId: null,
    found: null,
  });
});
