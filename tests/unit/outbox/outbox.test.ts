import { describe, expect, test, vi } from 'vitest';
import { BufferError } from '../../../lib/buffer/errors.ts';
import type { NewPost, ShareMode } from '../../../lib/buffer/types.ts';
import { channel, failure, post, submission, T0 } from './fixtures.ts';
import { createWorld, type Fault, startWorker } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function to(channelId: string, text: string, mode: ShareMode = 'queue') {
  return { channel: channel(channelId), text, mode };
}

test('a post is sent once, confirmed, and shown at each step', async () => {
  const world = createWorld();
  await world.outbox.accept([submission('e1')]);
  await world.run();
  expect(world.calls).toHaveLength(1);
  const states = world.summaries.map(({ entries }) => entries[0]?.state);
  expect(states).toEqual(['waiting', 'sending', 'confirmed']);
  expect(world.summaries.at(-1)?.entries[0]).toMatchObject({ remoteId: 'p1', dueAt: T0 + HOUR });
  expect(world.commits).toEqual([
    [1, 1],
    [1, 2],
    [0, 3],
  ]);
});

test('accepting the same submit twice is one accept', async () => {
  const world = createWorld();
  await Promise.all([
    world.outbox.accept([submission('e1'), submission('e1')]),
    world.outbox.accept([submission('e1')]),
  ]);
  await Promise.all([world.outbox.drain(), world.outbox.drain()]);
  await world.outbox.accept([submission('e1')]);
  await world.run();
  expect(world.posts).toHaveLength(1);
});

test('each channel keeps the order of acceptance, faults or not', async () => {
  const world = createWorld();
  world.creates = ['cut-before', failure('rate-limited'), 'cut-after', failure('server')];
  const submissions = ['c1', 'c2', 'c3', 'c4'].flatMap((id) =>
    [1, 2, 3].map((n) => submission(`${id}-${n}`, to(id, `post ${n} of ${id}`))),
  );
  await world.outbox.accept(submissions);
  await world.run();
  for (const id of ['c1', 'c2', 'c3', 'c4']) {
    expect(world.texts(id)).toEqual([`post 1 of ${id}`, `post 2 of ${id}`, `post 3 of ${id}`]);
  }
});

test('three creates run side by side, no more, and one at a time per channel', async () => {
  const world = createWorld();
  const running = new Set<string>();
  const full = Promise.withResolvers<void>();
  let made = 0;
  let most = 0;
  const create = async (wanted: NewPost) => {
    expect(running).not.toContain(wanted.channel.id);
    running.add(wanted.channel.id);
    most = Math.max(most, running.size);
    if (running.size === 3) full.resolve();
    await full.promise;
    // Time enough for one more to join, were it let in.
    for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
    running.delete(wanted.channel.id);
    made += 1;
    return post({ id: `p${made}` });
  };
  world.outbox = startWorker(world, { backendFor: () => ({ create }) as never });
  const mode = { at: T0 + HOUR };
  await world.outbox.accept(
    ['c1', 'c1', 'c2', 'c3', 'c4', 'c5'].map((id, n) => submission(`e${n}`, to(id, `${n}`, mode))),
  );
  await world.run();
  expect({ made, most }).toEqual({ made: 6, most: 3 });
});

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
    expect((await world.outbox.summary()).entries[0]?.error).toMatchObject({
      kind: 'duplicate',
      link: 'https://b/',
    });
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
    world.outbox = startWorker(world, { backendFor: () => ({ create: async () => post() }) as never });
    await world.outbox.accept([submission('e1'), submission('e2')]);
    await world.run();
    expect(await world.states()).toEqual(['confirmed: accepted', 'needs-you: duplicate']);
  });
});

describe('limits', () => {
  test('429 waits for as long as Buffer says, and tells the budget', async () => {
    const close = vi.fn(async () => {});
    const world = createWorld({ ports: { budget: { reserve: async () => ({ ok: true }), close } } });
    world.creates = [failure('rate-limited', { retryAt: T0 + 7 * MINUTE })];
    await world.outbox.accept([submission('e1')]);
    expect(await world.outbox.drain()).toEqual({ wakeAt: T0 + 7 * MINUTE });
    expect(await world.states()).toEqual(['waiting: rate-limited']);
    expect(close).toHaveBeenCalledWith(T0 + 7 * MINUTE, 'a1');
    await world.run();
    expect(world.posts).toHaveLength(1);
  });

  test('an empty budget sends and looks for nothing', async () => {
    const world = createWorld();
    const until = T0 + 10 * HOUR;
    const purposes: string[] = [];
    const budget = {
      close: async () => {},
      reserve: async (purpose: string) => {
        purposes.push(purpose);
        return world.now < until ? ({ ok: false, until } as const) : ({ ok: true } as const);
      },
    };
    world.creates = ['cut-after'];
    await world.outbox.accept([submission('e1', to('c1', 'one'))]);
    await world.outbox.drain();
    world.outbox = startWorker(world, { budget });
    await world.outbox.accept([submission('e2', to('c2', 'two'))]);
    world.now = T0 + 5_000;
    expect(await world.outbox.drain()).toEqual({ wakeAt: until });
    expect(purposes).toEqual(['post', 'look']);
    expect(await world.states()).toEqual(['checking: dropped', 'waiting: daily-limit']);
    await world.run(24 * HOUR);
    expect(world.texts()).toEqual(['one', 'two']);
  });

  test('after 24 hours the user is asked', async () => {
    const world = createWorld();
    world.creates = ['cut-before'];
    world.finds = Array.from({ length: 2000 }, () => 'cut-before' as const);
    await world.outbox.accept([submission('e1'), submission('e2')]);
    await world.run(25 * HOUR);
    expect(await world.states()).toEqual(['needs-you: unclear', 'needs-you: too-old']);
    expect(world.posts).toEqual([]);
  });

  test('without a connection nothing is called, and with one it goes on at once', async () => {
    const world = createWorld();
    world.online = false;
    await world.outbox.accept([submission('e1')]);
    expect(await world.outbox.drain()).toEqual({ wakeAt: T0 + MINUTE });
    expect(await world.states()).toEqual(['waiting: offline']);
    expect(world.calls).toEqual([]);
    world.online = true;
    world.creates = ['cut-after'];
    await world.outbox.drain();
    world.online = false;
    world.now += 5_000;
    expect(await world.outbox.drain()).toEqual({ wakeAt: world.now + MINUTE });
    world.online = true;
    await world.run();
    expect(await world.states()).toEqual(['confirmed: dropped']);
  });
});

describe('accounts', () => {
  test('401 pauses the account, with no further call until somebody signs in', async () => {
    const world = createWorld();
    world.creates = [failure('unauthorized', { status: 401 })];
    await world.outbox.accept([submission('e1'), submission('e2')]);
    await world.run();
    await world.outbox.accept([
      submission('e3', to('c3', 'later')),
      submission('b1', to('c9', 'of another'), 'a2'),
    ]);
    await world.outbox.cancel('e1');
    await world.outbox.cancel('e2');
    await world.run();
    expect(world.calls.filter((call) => call.includes(' a1 '))).toHaveLength(1);
    expect(world.texts()).toEqual(['of another']);
    await world.outbox.accountReady('a1');
    await world.run();
    expect(world.texts()).toEqual(['of another', 'later']);
  });

  test('a signed-out account is not called, nor another in its place', async () => {
    const world = createWorld();
    world.creates = ['cut-after'];
    await world.outbox.accept([submission('e1'), submission('e2')]);
    await world.outbox.drain();
    world.signedOut.add('a1');
    await world.run(20 * HOUR);
    expect(world.calls).toHaveLength(1);
    expect(await world.states()).toEqual(['checking: dropped', 'waiting: signed-out']);
    world.signedOut.clear();
    await world.run();
    expect(world.posts).toHaveLength(2);
  });

  test('401 while looking pauses too', async () => {
    const world = createWorld();
    world.creates = ['cut-after'];
    world.finds = [failure('unauthorized')];
    await world.outbox.accept([submission('e1')]);
    await world.run(HOUR);
    expect(world.calls).toHaveLength(2);
    await world.outbox.accountReady('a1');
    await world.run();
    expect(await world.states()).toEqual(['confirmed: dropped']);
  });

  test('a late 401 of the old token does not pause the new sign-in', async () => {
    const world = createWorld();
    const create = async () => {
      await world.outbox.accountReady('a1');
      world.signedOut.delete('a1');
      throw new BufferError(failure('unauthorized'));
    };
    const old = { create } as never;
    const fresh = { create: async () => post() } as never;
    world.outbox = startWorker(world, { backendFor: () => (world.signedOut.has('a1') ? old : fresh) });
    world.signedOut.add('a1');
    await world.outbox.accept([submission('e1')]);
    await world.run();
    expect(await world.states()).toEqual(['confirmed: accepted']);
  });
});

describe('cancel and undo', () => {
  test('what waits is never sent', async () => {
    const world = createWorld();
    await world.outbox.accept([submission('e1'), submission('e2')]);
    expect(await world.outbox.cancel('e1')).toBe('cancelled');
    expect(await world.outbox.undo('e2')).toEqual({ ok: true, state: 'cancelled' });
    await world.run();
    expect(world.calls).toEqual([]);
  });

  test('cancelling between the choice and the send stops it', async () => {
    const world = createWorld();
    const budget = {
      close: async () => {},
      reserve: async () => {
        await world.outbox.cancel('e1');
        return { ok: true } as const;
      },
    };
    world.outbox = startWorker(world, { budget });
    await world.outbox.accept([submission('e1')]);
    await world.run();
    expect(world.calls).toEqual([]);
    expect(await world.states()).toEqual(['cancelled: accepted']);
  });

  test('is a wish while nobody knows: what is there stays and can be undone', async () => {
    const world = createWorld();
    world.creates = ['cut-after'];
    await world.outbox.accept([submission('e1')]);
    await world.outbox.drain();
    expect(await world.outbox.cancel('e1')).toBe('checking');
    await world.run();
    expect((await world.outbox.summary()).entries[0]).toMatchObject({
      state: 'confirmed',
      reason: 'cancel-wished',
    });
    expect(await world.outbox.undo('e1')).toEqual({ ok: true, state: 'cancelled' });
    expect(world.posts).toEqual([]);
  });

  test('is a wish while nobody knows: what is not there is not sent again', async () => {
    const world = createWorld();
    world.creates = ['cut-before'];
    await world.outbox.accept([submission('e1')]);
    await world.outbox.drain();
    expect(await world.outbox.undo('e1')).toEqual({ ok: true, state: 'checking' });
    await world.run();
    expect(await world.states()).toEqual(['cancelled: dropped']);
    expect(world.posts).toEqual([]);
  });

  test('undo says why it cannot', async () => {
    const world = createWorld();
    await world.outbox.accept([submission('e1')]);
    await world.run();
    expect(await world.outbox.undo('nobody')).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
    world.signedOut.add('a1');
    expect(await world.outbox.undo('e1')).toMatchObject({ ok: false, failure: { kind: 'unauthorized' } });
    world.signedOut.clear();
    world.creates = [failure('server')];
    expect(await world.outbox.undo('e1')).toMatchObject({ ok: false, failure: { kind: 'server' } });
    const budget = { close: async () => {}, reserve: async () => ({ ok: false, until: T0 + 9 }) as const };
    expect(await startWorker(world, { budget }).undo('e1')).toMatchObject({
      failure: { kind: 'rate-limited', retryAt: T0 + 9 },
    });
    expect(await world.outbox.cancel('e1')).toBe('confirmed');
    expect(await world.outbox.cancel('nobody')).toBeNull();
  });
});

describe('the user’s word', () => {
  test('"it is there" without a candidate, or with one that is another’s, stays without a name', async () => {
    const world = createWorld();
    world.creates = [failure('queue-full'), failure('queue-full')];
    await world.outbox.accept([submission('e1'), submission('e2', to('c2', 'two'))]);
    await world.run();
    await world.store.change('e2', (entry) => ({
      entry: { ...entry, remoteId: 'taken' },
      claim: { accountId: 'a1', remoteId: 'taken', entryId: 'other' },
    }));
    expect(await world.outbox.resolve('e1', 'there')).toBe('confirmed');
    expect(await world.outbox.resolve('e2', 'there')).toBe('confirmed');
    expect((await world.store.load()).entries.map(({ remoteId }) => remoteId)).toEqual([null, null]);
    expect(await world.outbox.undo('e1')).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  });
});

test('recover reports what cannot be read, forgets old receipts, and shows the state', async () => {
  const world = createWorld();
  await world.outbox.accept([submission('e1')]);
  await world.run();
  world.now += 7 * 24 * HOUR + 1;
  const shown = world.summaries.length;
  expect(await world.outbox.recover()).toEqual({ unreadable: [] });
  expect(world.summaries).toHaveLength(shown + 1);
  expect((await world.store.load()).entries).toEqual([]);
});

test('a picture that cannot be shown stops nothing', async () => {
  const world = createWorld();
  world.outbox = startWorker(world, {
    onChange: () => {
      throw new Error('quota');
    },
  });
  await world.outbox.accept([submission('e1')]);
  await world.run();
  expect(world.posts).toHaveLength(1);
});
