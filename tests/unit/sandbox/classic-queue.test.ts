// The order of a queue: by a list, by chance.
import { beforeEach, describe, expect, test } from 'vitest';
import { IDS, type Update, useClassic } from './classic-sandbox.ts';

const classic = useClassic();
const reorder = (body: string) => classic.post(`profiles/${IDS.mastodon}/updates/reorder.json`, body);
const shuffle = (body = '') => classic.post(`profiles/${IDS.mastodon}/updates/shuffle.json`, body);
const names = (updates: Update[]) => updates.map(({ text }) => text.slice(0, 1)).join('');
const order = async () => names(await classic.pending('mastodon'));

/** The queue is R (seeded), A, B, C, D. */
let ids: Record<string, string>;
beforeEach(async () => {
  ids = {};
  for (const text of ['A', 'B', 'C', 'D']) ids[text] = (await classic.created(`text=${text}`, 'mastodon')).id;
  ids.R = (await classic.pending('mastodon'))[0]?.id ?? '';
});
const named = (letters: string) => [...letters].map((letter) => `order[]=${ids[letter]}`).join('&');

describe('reorder', () => {
  test('a full list', async () => {
    const slots = (await classic.pending('mastodon')).map(({ due_at }) => due_at);
    const { status, body } = await reorder(named('DCBAR'));
    expect([status, body.success, names(body.updates)]).toEqual([200, true, 'DCBAR']);
    expect(body.updates.map(({ due_at }) => due_at)).toEqual(slots);
    expect(await order()).toBe('DCBAR');
  });

  test.each([
    ['D', '', 'DRABC'],
    ['DB', '', 'DBRAC'],
    ['D', '&offset=0', 'DRABC'],
    ['D', '&offset=1', 'RDABC'],
    ['RD', '&offset=2', 'ABRDC'],
    ['R', '&offset=99', 'ABCDR'],
  ])('some of them: %s%s', async (letters, offset, expected) => {
    expect(names((await reorder(named(letters) + offset)).body.updates)).toBe(expected);
  });

  test('the list may be the pending one, with times of their own in it', async () => {
    const own = await classic.created('text=X&scheduled_at=2026-03-02T09:30:00Z', 'mastodon');
    expect(await order()).toBe('XRABCD');
    const all = (await classic.pending('mastodon')).map(({ id }) => id).reverse();
    await reorder(all.map((id) => `order[]=${id}`).join('&'));
    expect(await order()).toBe('XDCBAR');
    await reorder(`order[]=${ids.R}&offset=2`);
    expect(await order()).toBe('XDRCBA');
    expect((await classic.get(`updates/${own.id}.json`)).body.due_at).toBe(own.due_at);
  });

  test('strangers in the list are passed over; nobody else in it: 1020', async () => {
    expect(names((await reorder(`${named('D')}&order[]=nobody`)).body.updates)).toBe('DRABC');
    const { status, body } = await reorder('order[]=nobody');
    expect([status, body.code]).toEqual([404, 1020]);
  });

  test.each([
    ['', 1004],
    ['order=', 1004],
    ['order[]=x&offset=-1', 1020],
  ])('refused: %s', async (body, code) => {
    expect((await reorder(body)).body.code).toBe(code);
  });

  test('an offset out of bounds: 1006', async () => {
    expect((await reorder(`${named('D')}&offset=-1`)).body.code).toBe(1006);
    expect((await reorder(`${named('D')}&offset=two`)).body.code).toBe(1006);
    expect(await order()).toBe('RABCD');
  });

  test('utc changes the words', async () => {
    const { body } = await reorder(`${named('RABCD')}&utc=1`);
    // 20:30 in Tokyo is 11:30 UTC and 12:30 in Berlin.
    expect(body.updates[0]).toMatchObject({ due_time: '11:30 am' });
    expect((await classic.pending('mastodon'))[0]).toMatchObject({ due_time: '12:30 pm' });
  });
});

describe('shuffle', () => {
  test('keeps the updates and the slots, and says how many there are', async () => {
    const before = await classic.pending('mastodon');
    const { body } = await shuffle();
    expect(body).toMatchObject({ success: true, total: 5 });
    expect([...names(body.updates)].sort().join('')).toBe('ABCDR');
    expect(body.updates.map(({ due_at }) => due_at)).toEqual(before.map(({ due_at }) => due_at));
    expect(names(body.updates)).toBe(await order());
  });

  test('answers the first ones only, if asked', async () => {
    const { body } = await shuffle('count=2&utc=true');
    expect([body.total, names(body.updates)]).toEqual([5, (await order()).slice(0, 2)]);
    for (const count of ['0', '-2', 'all']) expect((await shuffle(`count=${count}`)).body.code).toBe(1006);
  });

  test('is chance: ten of them are not all alike', async () => {
    const seen = new Set<string>();
    for (let at = 0; at < 10; at += 1) seen.add(names((await shuffle()).body.updates));
    expect(seen.size).toBeGreaterThan(1);
  });

  test('a seed takes the chance out', async () => {
    const again = async (shuffleSeed: number) => {
      await classic.client.behave({ shuffleSeed });
      await reorder(named('RABCD'));
      return names((await shuffle()).body.updates);
    };
    expect(await again(4)).toBe(await again(4));
    expect(new Set([await again(1), await again(2), await again(3), await again(4)]).size).toBeGreaterThan(1);
  });

  test('leaves times of their own', async () => {
    const own = await classic.created('text=X&scheduled_at=2026-03-02T09:30:00Z', 'mastodon');
    await shuffle();
    expect((await classic.pending('mastodon'))[0]).toMatchObject({ id: own.id, due_at: own.due_at });
  });
});
