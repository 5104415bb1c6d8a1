import { describe, expect, test } from 'vitest';
import type { Caller } from '../../../lib/buffer/backend.ts';
import { failure, submission, T0, to } from './fixtures.ts';
import { createWorld, startWorker } from './world.ts';

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

  test('an undo that Buffer puts off closes the budget until then', async () => {
    const closed: [number, string][] = [];
    const budget = {
      reserve: async () => ({ ok: true }) as const,
      close: async (until: number, { accountId }: Caller) => void closed.push([until, accountId]),
    };
    const world = createWorld({ ports: { budget } });
    await world.outbox.accept([submission('e1')]);
    await world.run();
    world.creates = [{ kind: 'rate-limited', message: null, retryAt: T0 + 90_000 }];
    expect(await world.outbox.undo('e1')).toMatchObject({ ok: false, failure: { kind: 'rate-limited' } });
    expect(closed).toEqual([[T0 + 90_000, 'a1']]);
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

describe('taking back to write anew', () => {
  test('takes what waits and what needs the person, whose post stays known', async () => {
    const world = createWorld();
    world.creates = [failure('invalid')];
    await world.outbox.accept([submission('e1', to('c1', 'refused')), submission('e2', to('c1', 'waits'))]);
    expect(await world.outbox.withdraw('e2')).toBe('cancelled');
    await world.run();
    expect(await world.outbox.withdraw('e1')).toBe('cancelled');
    expect(await world.outbox.post('e1')).toMatchObject({ text: 'refused' });
    expect(await world.outbox.withdraw('e1')).toBe('cancelled');
    expect(await world.outbox.withdraw('nobody')).toBeNull();
  });

  test('leaves what may be in Buffer as it is, without a wish that could lose it', async () => {
    const world = createWorld();
    world.creates = ['cut-before'];
    await world.outbox.accept([submission('e1')]);
    await world.outbox.drain();
    expect(await world.outbox.withdraw('e1')).toBe('checking');
    await world.run();
    expect(await world.states()).toEqual(['confirmed: not-found-there']);
    expect(await world.outbox.withdraw('e1')).toBe('confirmed');
    expect(world.posts).toHaveLength(1);
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
