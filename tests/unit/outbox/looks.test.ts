// What one look reads, and for whom: few calls have to do for many entries.
import { expect, test } from 'vitest';
import { BufferError } from '../../../lib/buffer/errors.ts';
import { failure, MINUTE, signedAs, submission, to } from './fixtures.ts';
import { createWorld, startWorker } from './world.ts';

test('a look that fails is one for all that are checked, however short ago they were sent', async () => {
  const world = createWorld();
  world.creates = ['cut-before', 'cut-before'];
  world.finds = Array.from({ length: 12 }, () => failure('server'));
  await world.outbox.accept([submission('e1')]);
  await world.run(20 * MINUTE);
  const looks = () => world.calls.filter((call) => call.startsWith('find')).length;
  const before = looks();
  await world.outbox.accept([submission('e2', to('c2', 'another'))]);
  const { wakeAt } = await world.outbox.drain();
  expect(wakeAt).toBe(world.now + 5_000);
  world.now += 5_000;
  const next = await world.outbox.drain();
  expect(looks()).toBe(before + 1);
  const { entries } = await world.outbox.summary();
  expect(entries.map(({ nextAt }) => nextAt)).toEqual([next.wakeAt, next.wakeAt]);
});

test('drafts are looked for only while one of them is in doubt', async () => {
  const world = createWorld();
  const asked: (boolean | undefined)[] = [];
  const dropped = async () => {
    throw new BufferError(failure('unreachable'));
  };
  world.outbox = startWorker(world, {
    current: signedAs({
      create: dropped,
      find: async ({ drafts }) => {
        asked.push(drafts);
        return [];
      },
    }),
  });
  await world.outbox.accept([submission('e1')]);
  await world.run(5_000);
  await world.outbox.accept([submission('d1', to('c2', 'a draft', 'draft'))]);
  await world.run(5_000);
  expect(asked).toEqual([false, true]);
});

test('of many channels a few are looked at at once, and all of them in the end', async () => {
  const world = createWorld();
  const channels = Array.from({ length: 20 }, (_, n) => `c${n}`);
  world.creates = channels.map(() => 'cut-after' as const);
  world.finds = [failure('server')];
  await world.outbox.accept(channels.map((id) => submission(id, to(id, `for ${id}`))));
  await world.run();
  const looks = world.calls.filter((call) => call.startsWith('find')).map((call) => call.split(',').length);
  expect(looks).toEqual([8, 8, 8, 4]);
  expect(new Set(await world.states())).toEqual(new Set(['confirmed: dropped']));
});
