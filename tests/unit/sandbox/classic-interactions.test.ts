// What people did with an update, and comments of one's own.
import { describe, expect, test } from 'vitest';
import { around, NOW_SECONDS, useClassic } from './classic-sandbox.ts';

const classic = useClassic();

interface Interaction extends Record<string, unknown> {
  event: string;
  created_at: number;
  user: Record<string, unknown>;
}

async function interactions(id: string, query = ''): Promise<{ total: number; interactions: Interaction[] }> {
  const { status, body } = await classic.get(`updates/${id}/interactions.json${query}`);
  expect(status).toBe(200);
  return body as unknown as { total: number; interactions: Interaction[] };
}
const comment = (id: string, body: string) => classic.post(`updates/${id}/interactions/create.json`, body);

/** A post that has been out for two days, and that some people liked. */
async function liked(): Promise<string> {
  const out = [];
  // Ids differ from run to run, and who likes a post hangs on its id: among a dozen there is always one.
  for (let at = 0; at < 12; at += 1) out.push(await classic.created(`text=No. ${at}&now=1`, 'bluesky'));
  await classic.client.advance(2 * 86_400);
  for (const { id } of out) if ((await interactions(id)).total >= 5) return id;
  throw new Error('nobody likes these posts');
}

describe('interactions', () => {
  test('none before a post is out', async () => {
    const { id } = await classic.created('text=a', 'mastodon');
    expect(await interactions(id)).toEqual({ total: 0, interactions: [] });
  });

  test('come with time, newest first, and are those that the statistics count', async () => {
    const id = await liked();
    const all = await interactions(id, '?count=100');
    expect(all.interactions).toHaveLength(all.total);
    expect(all.interactions[0]).toMatchObject({
      _id: expect.stringMatching(/^[0-9a-f]{24}$/),
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      interaction_id: expect.stringMatching(/^\d+$/),
      user: {
        username: expect.any(String),
        followers: expect.any(Number),
        avatar: expect.any(String),
        avatar_https: expect.any(String),
        service_id: expect.any(String),
      },
    });
    const times = all.interactions.map(({ created_at }) => created_at);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const { statistics } = (await classic.get(`updates/${id}.json`)).body as {
      statistics?: Record<string, number>;
    };
    for (const event of ['like', 'comment', 'reshare']) {
      const count = all.interactions.filter((one) => one.event === event).length;
      expect(statistics?.[`${event}s`]).toBe(count);
      for (const word of [event, `${event}s`])
        expect((await interactions(id, `?event=${word}`)).total).toBe(count);
    }
    expect(await interactions(id, '?count=100')).toEqual(all);
  });

  test('pages count from zero', async () => {
    const id = await liked();
    const { total, interactions: all } = await interactions(id);
    const first = await interactions(id, '?count=2&page=0');
    const second = await interactions(id, '?count=2&page=1');
    expect([first.total, ...first.interactions, ...second.interactions]).toEqual([total, ...all.slice(0, 4)]);
    expect((await interactions(id, '?page=50')).interactions).toEqual([]);
  });

  test('since and before', async () => {
    const id = await liked();
    const { interactions: all } = await interactions(id);
    const [first, middle] = [all[0]?.created_at ?? 0, all[2]?.created_at ?? 0];
    const later = await interactions(id, `?since=${middle + 1}`);
    expect(later.interactions.every(({ created_at }) => created_at > middle)).toBe(true);
    expect(later.total).toBe(all.filter(({ created_at }) => created_at > middle).length);
    const earlier = await interactions(id, `?before=${first}`);
    expect(earlier.total).toBe(all.filter(({ created_at }) => created_at < first).length);
  });

  test.each([
    ['event=applause', 1029],
    ['count=0', 1006],
    ['count=101', 1006],
    ['page=-1', 1006],
  ])('%s: %d', async (query, code) => {
    const { status, body } = await classic.get(`updates/64f0b0570000000000000001/interactions.json?${query}`);
    expect([status, body.code]).toEqual([400, code]);
  });
});

describe('a comment', () => {
  test('under a post on Facebook, which is listed from then on', async () => {
    const { id } = await classic.created('text=a&now=1', 'facebook');
    const { status, body } = await comment(id, 'text=This%20is%20so%20great%21&event=comment');
    expect([status, body]).toEqual([
      200,
      {
        success: true,
        message: 'Nice work! We successfully posted your comment!',
        update: {
          created_at: around(NOW_SECONDS),
          event: 'comment',
          text: 'This is so great!',
          update_id: id,
          user: {
            username: 'Mara Alder',
            service_id: '17841400000001004',
            avatar: `${classic.sandbox.origin}/media/avatars/mara.jpg`,
            avatar_https: `${classic.sandbox.origin}/media/avatars/mara.jpg`,
          },
        },
      },
    ]);
    expect((await interactions(id, '?event=comments')).interactions).toEqual([
      expect.objectContaining({ event: 'comment', text: 'This is so great!' }),
    ]);
    expect((await classic.get(`updates/${id}.json`)).body.statistics).toMatchObject({ comments: 1 });
    const [line] = await classic.client.arrivals('updates/interactions/create');
    expect(line).toMatchObject({ committed: true, ids: [id] });
  });

  test('no reset leaves one', async () => {
    const before = await classic.created('text=a&now=1', 'facebook');
    await comment(before.id, 'text=b&event=comment');
    await classic.client.reset();
    const { id } = await classic.created('text=a&now=1', 'facebook');
    expect((await classic.get(`updates/${id}.json`)).body.statistics).toMatchObject({ comments: 0 });
  });

  test.each([
    ['mastodon', 'text=a&event=comment', 1033],
    ['facebook', 'text=a&event=like', 1029],
    ['facebook', 'text=a&event=applause', 1029],
    ['facebook', 'event=comment', 1004],
    ['facebook', 'text=a', 1004],
  ] as const)('on %s with %s: %d', async (service, body, code) => {
    const { id } = await classic.created('text=a&now=1', service);
    const answer = await comment(id, body);
    expect([answer.status, answer.body]).toEqual([
      400,
      { success: false, message: expect.any(String), code },
    ]);
  });
});
