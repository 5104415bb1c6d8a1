import { describe, expect, test, vi } from 'vitest';
import { BufferError } from '../../../lib/buffer/errors.ts';
import { caller, failure, HOUR, MINUTE, post, submission, T0, to } from './fixtures.ts';
import { createWorld, startWorker } from './world.ts';

describe('limits', () => {
  test('429 waits for as long as Buffer says, and tells the budget', async () => {
    const close = vi.fn(async () => {});
    const world = createWorld({ ports: { budget: { reserve: async () => ({ ok: true }), close } } });
    world.creates = [failure('rate-limited', { retryAt: T0 + 7 * MINUTE })];
    await world.outbox.accept([submission('e1')]);
    expect(await world.outbox.drain()).toEqual({ wakeAt: T0 + 7 * MINUTE });
    expect(await world.states()).toEqual(['waiting: rate-limited']);
    expect(close).toHaveBeenCalledWith(T0 + 7 * MINUTE, expect.objectContaining(caller()));
    await world.run();
    expect(world.posts).toHaveLength(1);
  });

  test('a look that its share of the budget stops half-way stops nothing else', async () => {
    const close = vi.fn(async () => {});
    const world = createWorld({ ports: { budget: { reserve: async () => ({ ok: true }), close } } });
    world.creates = ['cut-after'];
    world.finds = [failure('rate-limited', { retryAt: T0 + HOUR, unsent: true })];
    await world.outbox.accept([submission('e1')]);
    await world.run(10 * MINUTE);
    expect(close).not.toHaveBeenCalled();
    expect((await world.store.load()).entries[0]).toMatchObject({ state: 'checking', nextAt: T0 + HOUR });
    await world.run(HOUR);
    expect(await world.states()).toEqual(['confirmed: dropped']);
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
    expect(world.calls).toHaveLength(1);
    world.account = 'a2';
    await world.run();
    expect(world.calls.filter((call) => call.includes(' a1 '))).toHaveLength(1);
    expect(world.texts()).toEqual(['of another']);
    world.account = 'a1';
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
    world.outbox = startWorker(world, {
      current: async () => ({ ...caller(), backend: world.signedOut.has('a1') ? old : fresh }),
    });
    world.signedOut.add('a1');
    await world.outbox.accept([submission('e1')]);
    await world.run();
    expect(await world.states()).toEqual(['confirmed: accepted']);
  });
});
