import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BufferError } from '../../../lib/buffer/errors.ts';
import { accepted } from '../../../lib/outbox/entry.ts';
import { PostOffice, type PostOfficePorts } from '../../../lib/outbox/post-office.ts';
import { createMemoryStore } from '../../../lib/outbox/store.memory.ts';
import { caller, channel, failure, HOUR, MINUTE, newPost, submission, T0 } from './fixtures.ts';
import { createWorld, portsOf, type World } from './world.ts';

let world: World;
let alarm: number | null;
let timers: { at: number; run: () => void }[];

beforeEach(() => {
  world = createWorld();
  alarm = null;
  timers = [];
});

function start(ports: Partial<PostOfficePorts> = {}): PostOffice {
  return new PostOffice({
    ...portsOf(world, () => ({ observe: async () => {} })),
    planAlarm: async (at) => {
      alarm = at;
    },
    after: (wait, run) => {
      const timer = { at: world.now + wait, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    ...ports,
  });
}

test('what is accepted is sent without anybody’s asking', async () => {
  const office = start();
  await office.accept([submission('e1')]);
  await office.drain();
  expect(world.texts()).toHaveLength(1);
  expect(alarm).toBeNull();
  expect(timers).toEqual([]);
});

describe('waking again', () => {
  test('soon by a timer, with an alarm in its back', async () => {
    world.creates = ['cut-after'];
    const office = start();
    await office.accept([submission('e1')]);
    await office.drain();
    expect(timers.map(({ at }) => at)).toEqual([T0 + 5_000]);
    expect(alarm).toBe(T0 + 30_000);
    world.now += 5_000;
    timers[0]?.run();
    await office.drain();
    expect(await world.states()).toEqual(['confirmed: dropped']);
    expect({ alarm, timers }).toEqual({ alarm: null, timers: [] });
  });

  test('late by the alarm alone', async () => {
    world.creates = [failure('rate-limited', { retryAt: T0 + 10 * MINUTE })];
    const office = start();
    await office.accept([submission('e1')]);
    await office.drain();
    expect({ alarm, timers }).toEqual({ alarm: T0 + 10 * MINUTE, timers: [] });
  });

  test('an alarm stands from the accept on, and while a call is on its way', async () => {
    const alarms: (number | null)[] = [];
    const office = start({ planAlarm: async (at) => void alarms.push(at) });
    await office.accept([submission('e1')]);
    expect(alarms[0]).toBe(T0 + MINUTE);
    await office.drain();
    expect(alarms.at(-1)).toBeNull();
  });

  test('a drain that ends beside a change, which it cannot know of, leaves an alarm standing by', async () => {
    world.signedOut.add('a1');
    const office = start();
    await office.accept([submission('e1')]);
    await office.drain();
    expect(alarm).toBe(T0 + 24 * HOUR);
    const change = Promise.withResolvers<void>();
    const changing = office.standingBy(() => change.promise);
    await office.drain();
    expect(alarm).toBe(T0 + MINUTE);
    change.resolve();
    await changing;
    await office.drain();
    expect(alarm).toBe(T0 + 24 * HOUR);
  });

  test('nor does one that ends when the change has just been written, with a drain of it still to come', async () => {
    const alarms: (number | null)[] = [];
    const ended = Promise.withResolvers<void>();
    const office = start({
      planAlarm: async (at) => void alarms.push(at),
      // The first drain has found nothing to do, and has yet to hear that it may go.
      lock: async (work) => {
        const result = await work();
        if (alarms.length > 0) await ended.promise;
        return result;
      },
    });
    await office.resolve('nobody', 'there');
    const first = office.drain();
    await office.accept([submission('e1')]);
    ended.resolve();
    await first;
    expect(alarms.slice(0, -1)).not.toContain(null);
    expect(world.texts()).toHaveLength(1);
  });

  test('a drain that is asked for while one runs is done after it', async () => {
    const office = start();
    await Promise.all([office.accept([submission('e1')]), office.drain(), office.drain()]);
    await office.drain();
    expect(world.texts()).toHaveLength(1);
  });
});

describe('a new worker', () => {
  test('looks for what was being sent, before anything else is done', async () => {
    world.store = createMemoryStore();
    const sending = { state: 'sending', attempts: 1, nextAt: null } as const;
    await world.store.accept([{ ...accepted(submission('e1'), T0), ...sending }], 500);
    const office = start();
    await office.accept([submission('e2')]);
    expect(world.summaries[0]?.entries).toMatchObject([{ id: 'e1', state: 'checking' }]);
    await office.drain();
  });

  test('goes on with an account that was left paused', async () => {
    world.creates = [failure('unauthorized')];
    const first = start();
    await first.accept([submission('e1')]);
    await first.drain();
    expect(await world.states()).toEqual(['waiting: signed-out']);
    await start().wake();
    expect(world.texts()).toHaveLength(1);
  });

  test('wakes with nobody signed in', async () => {
    world.signedOut.add('a1');
    const office = start();
    await office.accept([submission('e1')]);
    await start().wake();
    expect(await world.states()).toEqual(['waiting: signed-out']);
    world.signedOut.clear();
    await office.ready('a1');
    await office.drain();
    expect(world.texts()).toHaveLength(1);
  });

  test('tries to recover again when the store could not be opened', async () => {
    const { load } = world.store;
    const refusals = [new Error('locked')];
    world.store = {
      ...world.store,
      load: async () => {
        const refusal = refusals.pop();
        if (refusal) throw refusal;
        return load();
      },
    };
    const office = start();
    await expect(office.accept([submission('e1')])).rejects.toThrow('locked');
    await office.accept([submission('e1')]);
    await office.drain();
    expect(world.texts()).toHaveLength(1);
  });
});

test('a drain that the store refuses is told, and the alarm that stands by tries again', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const refusals = [new Error('disk full')];
  const { changeOpen } = world.store;
  world.store = {
    ...world.store,
    changeOpen: async (step) => {
      const refusal =
        world.posts.length === 0 && (await world.store.load()).entries.length > 0 && refusals.pop();
      if (refusal) throw refusal;
      return changeOpen(step);
    },
  };
  const office = start();
  await office.accept([submission('e1')]);
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
  expect(alarm).toBe(T0 + MINUTE);
  await office.drain();
  expect(world.texts()).toHaveLength(1);
  told.mockRestore();
});

test('takes back what waits and what Buffer holds, and says if one could not be', async () => {
  const office = start();
  await office.accept([submission('e1')]);
  await office.drain();
  expect(await office.undo(['e1', 'nobody'])).toBe(false);
  expect(await office.undo(['e1'])).toBe(true);
  expect(world.posts).toEqual([]);
});

test('does what the person decides', async () => {
  world.creates = [failure('invalid')];
  const office = start();
  await office.accept([submission('e1')]);
  await office.drain();
  await office.resolve('e1', 'again');
  await office.drain();
  expect(world.texts()).toHaveLength(1);
});

test('learns the limits and the clock from answers, and reserves calls that are not the outbox’s own', async () => {
  const office = start();
  const headers = new Headers({ Date: new Date(T0 + MINUTE).toUTCString(), 'Retry-After': '90' });
  await office.reserve('list', caller());
  await office.observe(headers, caller());
  expect(await world.store.value('meta', 'clockOffset')).toBe(MINUTE);
  const refusal = office.reserve('list', caller());
  await expect(refusal).rejects.toThrow(BufferError);
  await expect(refusal).rejects.toMatchObject({
    failure: { kind: 'rate-limited', retryAt: T0 + 90_000, unsent: true },
  });
});

describe('a post to be written anew', () => {
  test('is given and taken back, unless it is in Buffer already', async () => {
    const office = start();
    world.creates = [failure('invalid')];
    await office.accept([submission('e1'), submission('e2', { channel: channel('c2') })]);
    await office.drain();
    expect(await office.post('e1')).toMatchObject({ text: newPost().text });
    expect(await office.post('nobody')).toBeNull();
    expect(await office.withdraw('e1')).toBe(true);
    expect(await office.withdraw('e2')).toBe(false);
    await office.drain();
    expect(await world.states()).toEqual(['cancelled: invalid', 'confirmed: accepted']);
  });

  test('what was lost or cannot be read is forgotten once it was seen', async () => {
    const office = start();
    await office.discardUnreadable('nobody');
    await office.dismissLost();
    expect(await world.outbox.summary()).toMatchObject({ unreadable: [], lost: null });
  });
});
