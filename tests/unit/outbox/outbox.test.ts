import { expect, test } from 'vitest';
import type { NewPost } from '../../../lib/buffer/types.ts';
import { failure, HOUR, post, signedAs, submission, T0, to } from './fixtures.ts';
import { createWorld, startWorker } from './world.ts';

test('a post is sent once, confirmed, and shown at each step', async () => {
  const world = createWorld();
  await world.outbox.accept([submission('e1')]);
  await world.run();
  expect(world.calls).toHaveLength(1);
  const states = world.summaries.map(({ entries }) => entries[0]?.state);
  expect(states).toEqual(['waiting', 'sending', 'confirmed']);
  expect(world.summaries.at(-1)?.entries[0]).toMatchObject({ remoteId: 'p1', dueAt: T0 + HOUR });
  expect(world.mirrors).toEqual([
    { count: 1, generation: 1 },
    { count: 1, generation: 2 },
    { count: 0, generation: 3 },
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
  world.outbox = startWorker(world, { current: signedAs({ create }) });
  const mode = { at: T0 + HOUR };
  await world.outbox.accept(
    ['c1', 'c1', 'c2', 'c3', 'c4', 'c5'].map((id, n) => submission(`e${n}`, to(id, `${n}`, mode))),
  );
  await world.run();
  expect({ made, most }).toEqual({ made: 6, most: 3 });
});

test('recover forgets old receipts, and shows the state', async () => {
  const world = createWorld();
  await world.outbox.accept([submission('e1')]);
  await world.run();
  world.now += 7 * 24 * HOUR + 1;
  const shown = world.summaries.length;
  await world.outbox.recover();
  expect(world.summaries).toHaveLength(shown + 1);
  expect((await world.store.load()).entries).toEqual([]);
});

test('a sign-in resumes the entries of its own account alone', async () => {
  const world = createWorld();
  world.signedOut.add('a1').add('a2');
  await world.outbox.accept([submission('e1'), submission('e2', {}, 'a2')]);
  await world.run();
  await world.outbox.accountReady('a2');
  expect(await world.states()).toEqual(['waiting: signed-out', 'waiting: accepted']);
});

test('a word of the person that cannot be stored is not taken for given', async () => {
  const world = createWorld();
  world.creates = [failure('invalid')];
  await world.outbox.accept([submission('e1')]);
  await world.run();
  const refusing = { ...world.store, change: () => Promise.reject(new Error('disk full')) };
  const outbox = startWorker(world, { store: refusing });
  await expect(outbox.resolve('e1', 'there')).rejects.toThrow('disk full');
});

test('the latest fifty receipts of seven days are shown', async () => {
  const world = createWorld();
  await world.outbox.accept(Array.from({ length: 60 }, (_, n) => submission(`e${n}`, to('c1', `${n}`))));
  await world.run();
  world.now += 6 * 24 * HOUR;
  await world.outbox.recover();
  const { entries } = await world.outbox.summary();
  expect(entries).toHaveLength(50);
  expect(entries[0]?.id).toBe('e59');
});

test('gives an entry’s post to be written anew', async () => {
  const world = createWorld();
  await world.outbox.accept([submission('e1')]);
  expect(await world.outbox.post('e1')).toEqual(submission('e1').post);
  expect(await world.outbox.post('nobody')).toBeNull();
});

test('a picture that cannot be shown stops nothing', async () => {
  const world = createWorld();
  world.outbox = startWorker(world, {
    show: async () => {
      throw new Error('quota');
    },
  });
  await world.outbox.accept([submission('e1')]);
  await world.run();
  expect(world.posts).toHaveLength(1);
});
