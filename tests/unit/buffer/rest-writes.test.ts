import { describe, expect, test } from 'vitest';
import type { BufferBackend } from '../../../lib/buffer/backend.ts';
import { createBackend } from '../../../lib/buffer/backends.ts';
import { BufferError } from '../../../lib/buffer/errors.ts';
import type { NewPost, PostChange } from '../../../lib/buffer/types.ts';
import { failureOf, NEW_POST, ORIGIN, type Reply, scriptedRest, updateRow } from './scripted.ts';

const PICTURE = { url: 'https://a.example/1.png', alt: '' };
const edited = { body: { success: true, update: updateRow() } };
const done = { body: { success: true } };
const CHANNEL = NEW_POST.channel;

describe('what the API cannot do is refused before anything leaves', () => {
  const create = (change: Partial<NewPost>) => (backend: BufferBackend) =>
    backend.create({ ...NEW_POST, ...change });
  const edit = (change: PostChange) => (backend: BufferBackend) => backend.edit('update-1', change);

  test.each<[string, (backend: BufferBackend) => Promise<unknown>]>([
    ['two pictures', create({ attachment: { kind: 'pictures', pictures: [PICTURE, PICTURE] } })],
    ['no picture among pictures', create({ attachment: { kind: 'pictures', pictures: [] } })],
    [
      'a retweet on another network',
      create({ channel: { ...CHANNEL, network: 'linkedin' }, options: { retweetOf: '1' } }),
    ],
    ['an edit back into the queue', edit({ mode: 'queue' })],
    ['an edit into a draft', edit({ text: 'x', mode: 'draft' })],
    ['an edit to two pictures', edit({ attachment: { kind: 'pictures', pictures: [PICTURE, PICTURE] } })],
    ['no posting times at all', (backend) => backend.setSchedule?.(CHANNEL, []) ?? Promise.resolve()],
    [
      'posting times on paused days alone',
      (backend) =>
        backend.setSchedule?.(CHANNEL, [{ day: 'mon', times: ['08:00'], paused: true }]) ?? Promise.resolve(),
    ],
    ['an id that leads elsewhere', (backend) => backend.post('../user')],
    ['an id of dots', (backend) => backend.delete('..')],
    ['no id', (backend) => backend.shareNow('')],
  ])('%s', async (_name, call) => {
    const { backend, requests } = scriptedRest();
    expect(await failureOf(call(backend))).toMatchObject({ kind: 'invalid', unsent: true });
    expect(requests).toEqual([]);
  });
});

describe('what fails after a write is no failure of the write', () => {
  const AFTER: [string, (backend: BufferBackend) => Promise<unknown>, Reply][] = [
    ['share', (backend) => backend.shareNow('update-1'), done],
    ['edit and move', (backend) => backend.edit('update-1', { text: 'x', mode: 'next' }), edited],
    [
      'schedule',
      (backend) =>
        backend.setSchedule?.(CHANNEL, [{ day: 'mon', times: ['08:00'], paused: false }]) ??
        Promise.resolve(),
      done,
    ],
  ];

  test.each(AFTER)('%s: a refusal', async (_name, call, first) => {
    const { backend } = scriptedRest(first, { status: 400, body: { success: false, code: 1027 } });
    const failure = await failureOf(call(backend));
    expect(failure.kind).toBe('unreadable');
    expect([failure.unsent, failure.code]).toEqual([undefined, undefined]);
  });

  test.each(AFTER)('%s: a budget that is used up', async (_name, call, first) => {
    const { deps } = scriptedRest(first);
    const reserve = async () => {
      throw new BufferError({ kind: 'rate-limited', message: null, retryAt: 5, unsent: true });
    };
    const backend = createBackend({ api: 'rest', origin: ORIGIN, shorten: false }, { ...deps, reserve });
    const failure = await failureOf(call(backend));
    expect([failure.kind, failure.unsent]).toEqual(['unreadable', undefined]);
  });
});

test('an edit without a text whose second call has no budget has changed nothing', async () => {
  const { deps, requests } = scriptedRest({ body: updateRow() });
  const reserve = async () => {
    throw new BufferError({ kind: 'rate-limited', message: null, retryAt: 5, unsent: true });
  };
  const backend = createBackend({ api: 'rest', origin: ORIGIN, shorten: false }, { ...deps, reserve });
  const failure = await failureOf(backend.edit('update-1', { mode: 'now' }));
  expect(failure).toMatchObject({ kind: 'rate-limited', unsent: true });
  expect(requests.map(({ method }) => method)).toEqual(['GET']);
});

test('every call after the first of a method is reserved, for what the method is for', async () => {
  const { backend, reserved } = scriptedRest({ body: updateRow() }, edited, { body: updateRow() });
  await backend.edit('update-1', { mode: 'next', attachment: { kind: 'none' } });
  expect(reserved).toEqual(['post', 'post']);
  const single = scriptedRest({ body: { success: true, updates: [updateRow()] } });
  await single.backend.create(NEW_POST);
  expect(single.reserved).toEqual([]);
});

test('links are shortened where that is set, and the write leaves once', async () => {
  const { deps, lines } = scriptedRest({ body: { success: true, updates: [updateRow()] } });
  const backend = createBackend({ api: 'rest', origin: ORIGIN, shorten: true }, deps);
  await backend.create(NEW_POST);
  expect(lines).toEqual([
    'POST /1/updates/create.json profile_ids[]=channel-1&text=Hello&attachment=false&shorten=true',
  ]);
});

test('an option that the API has no field for is refused before anything leaves', async () => {
  const { backend, lines } = scriptedRest({ body: { success: true, updates: [updateRow()] } });
  const post = { ...NEW_POST, options: { type: 'story', firstComment: 'More' } };
  expect(await failureOf(backend.create(post))).toMatchObject({
    kind: 'invalid',
    unsent: true,
    message: expect.stringContaining('firstComment'),
  });
  expect(lines).toEqual([]);
});

test('letters of any kind survive the form, half of one becomes a sign of it', async () => {
  const { backend, lines } = scriptedRest(edited);
  await backend.edit('update-1', { text: 'a&b=c+d é😀\ud83d\n' });
  const form = lines[0]?.split(' ')[2] ?? '';
  expect(form).toBe('text=a%26b%3Dc%2Bd%20%C3%A9%F0%9F%98%80%EF%BF%BD%0A');
  expect(new URLSearchParams(form).get('text')).toBe('a&b=c+d é😀\ufffd\n');
});

test('a channel’s posting times are sent without doubles, days with the same ones together', async () => {
  const { backend, lines } = scriptedRest(done, { body: [] });
  const schedule = [
    { day: 'mon', times: ['12:00', '08:00', '12:00'], paused: false },
    { day: 'tue', times: [], paused: false },
    { day: 'wed', times: ['08:00', '12:00'], paused: false },
  ];
  const then = await backend.setSchedule?.(CHANNEL, schedule);
  expect(lines[0]?.split(' ')[2]).toBe(
    'schedules[0][days][]=mon&schedules[0][days][]=wed&schedules[0][times][]=08%3A00&schedules[0][times][]=12%3A00',
  );
  expect(then?.map(({ times }) => times)).toEqual([[], [], [], [], [], [], []]);
});
