// Single updates: read, edited, shared, deleted, moved to the top.
import { describe, expect, test } from 'vitest';
import { STRANGERS_POST_ID } from '../../sandbox/world/strangers.ts';
import { around, IDS, NOW_SECONDS, type Update, useClassic } from './classic-sandbox.ts';

const classic = useClassic();
const SENT = '64f0b0570000000000000001';
const edit = (id: string, body: string) => classic.post(`updates/${id}/update.json`, body);
const PICTURE = 'https://pictures.example/a.jpg';

test.each([
  ['GET', ''],
  ['GET', '/interactions'],
  ['POST', '/update'],
  ['POST', '/share'],
  ['POST', '/destroy'],
  ['POST', '/move_to_top'],
  ['POST', '/interactions/create'],
])('unknown and foreign ones: %s updates/:id%s', async (method, rest) => {
  const call = (id: string) =>
    method === 'GET'
      ? classic.get(`updates/${id}${rest}.json`)
      : classic.post(`updates/${id}${rest}.json`, 'text=a&event=comment');
  const unknown = await call('64f0b05700000000000000aa');
  expect([unknown.status, unknown.body]).toEqual([
    404,
    { success: false, message: 'Update could not be found.', code: 1020 },
  ]);
  const foreign = await call(STRANGERS_POST_ID);
  expect([foreign.status, foreign.body]).toEqual([
    403,
    { success: false, message: 'No authorization to access update.', code: 1021 },
  ]);
});

test('a sent one as the documents show it', async () => {
  const { body } = await classic.get(`updates/${SENT}.json`);
  expect(body).toMatchObject({
    id: SENT,
    status: 'sent',
    day: 'Sunday 1st March',
    due_at: around(NOW_SECONDS - 21 * 3600),
    due_time: '1:00 pm',
    sent_at: around(NOW_SECONDS - 21 * 3600),
    service_link: `https://x.com/mara_walks/posts/${SENT}`,
    statistics: expect.objectContaining({ favorites: expect.any(Number), mentions: expect.any(Number) }),
    via: 'bookmarklet',
  });
  expect(body).not.toHaveProperty('client_id');
});

describe('edit', () => {
  test('the text, with the state of the buffer', async () => {
    const { id, due_at } = await classic.created('text=before', 'mastodon');
    const { body } = await edit(id, 'text=This is an edited update');
    expect(body).toMatchObject({
      success: true,
      buffer_count: 2,
      buffer_percentage: 1,
      update: { id, due_at, text: 'This is an edited update', client_id: classic.sandbox.classicClientId },
    });
    expect((await classic.get(`updates/${id}.json`)).body.text).toBe('This is an edited update');
  });

  test('needs a text', async () => {
    const { id } = await classic.created('text=before', 'mastodon');
    for (const body of ['', 'now=1', 'text=', 'text=%20']) {
      const answer = await edit(id, body);
      expect([answer.status, answer.body.code]).toEqual([400, 1004]);
    }
    expect((await classic.get(`updates/${id}.json`)).body).toMatchObject({
      text: 'before',
      status: 'buffer',
    });
  });

  describe('media', () => {
    const media = async (id: string) => (await classic.get(`updates/${id}.json`)).body.media;
    const made = () =>
      classic.created('text=a&media[link]=http://a.example&media[title]=A&media[description]=D', 'facebook');

    test('stay when none are given', async () => {
      const { id } = await made();
      await edit(id, 'text=b');
      expect(await media(id)).toMatchObject({ link: 'http://a.example', title: 'A', description: 'D' });
    });

    test('are replaced whole', async () => {
      const { id } = await made();
      await edit(id, 'text=b&media[link]=http://b.example');
      expect(await media(id)).toMatchObject({
        link: 'http://b.example',
        title: 'b.example',
        description: '',
      });
      await edit(id, `text=b&media[photo]=${PICTURE}`);
      expect(await media(id)).toEqual({ picture: PICTURE, thumbnail: PICTURE });
    });

    test.each(['media=', 'media[link]=', 'media[link]=&media[photo]='])(
      'are taken away by %s',
      async (empty) => {
        const { id } = await made();
        await edit(id, `text=b&${empty}`);
        expect(await media(id)).toEqual([]);
      },
    );

    test('a picture may stand alone then', async () => {
      const { id } = await classic.created(`text=a&media[photo]=${PICTURE}`, 'mastodon');
      expect((await edit(id, 'text=')).body.update).toMatchObject({ text: '', type: 'picture' });
    });
  });

  test('a time of its own, and now', async () => {
    const { id } = await classic.created('text=a', 'mastodon');
    const timed = (await edit(id, 'text=a&now=1&scheduled_at=2026-03-04T10:00')).body.update;
    expect(timed).toMatchObject({ due_at: 1772618400, scheduled_at: 1772618400, status: 'buffer' });
    expect((await edit(id, 'text=a&now=true')).body.update).toMatchObject({ status: 'sent' });
  });

  test('utc changes the words', async () => {
    const { id } = await classic.created('text=a&scheduled_at=2026-03-02T23:30:00Z', 'mastodon');
    expect((await edit(id, 'text=a')).body.update).toMatchObject({ day: 'Tomorrow', due_time: '12:30 am' });
    expect((await edit(id, 'text=a&utc=true')).body.update).toMatchObject({
      day: 'Today',
      due_time: '11:30 pm',
    });
  });

  test.each([
    ['the past', 'text=a&scheduled_at=2020-01-01', 1034],
    ['a twin', 'text=Which pencil%3F', 1025],
    ['too much', `text=${'x'.repeat(1001)}`, 1004],
  ])('refuses %s', async (_, body, code) => {
    await classic.created('text=Which pencil%3F', 'mastodon');
    const { id } = await classic.created('text=before', 'mastodon');
    expect((await edit(id, body)).body.code).toBe(code);
    expect((await classic.get(`updates/${id}.json`)).body.text).toBe('before');
  });

  test('what is out stays as it is: 1022', async () => {
    const { status, body } = await edit(SENT, 'text=other');
    expect([status, body.code]).toEqual([400, 1022]);
  });
});

describe('share', () => {
  test('sends it, and the others move up', async () => {
    const slots = (await classic.pending('twitter')).map(({ due_at }) => due_at);
    const [first, second] = await classic.pending('twitter');
    const { status, body } = await classic.post(`updates/${first?.id}/share.json`);
    expect([status, body]).toEqual([200, { success: true }]);
    expect((await classic.get(`updates/${first?.id}.json`)).body).toMatchObject({
      status: 'sent',
      shared_now: true,
    });
    const [next] = await classic.pending('twitter');
    expect([next?.id, next?.due_at]).toEqual([second?.id, slots[0]]);
  });

  test('leaves those with a time of their own', async () => {
    const own = await classic.created('text=own&scheduled_at=2026-03-02T12:00:00Z', 'twitter');
    const [, first] = await classic.pending('twitter');
    await classic.post(`updates/${first?.id}/share.json`);
    expect((await classic.get(`updates/${own.id}.json`)).body.due_at).toBe(own.due_at);
  });

  test('not twice', async () => {
    expect((await classic.post(`updates/${SENT}/share.json`)).body.code).toBe(1022);
  });
});

describe('destroy', () => {
  test('in the recorded words, and for good', async () => {
    const { id } = await classic.created('text=gone', 'mastodon');
    const { body } = await classic.post(`updates/${id}/destroy.json`);
    expect(body).toEqual({ success: true, message: 'Update deleted successfully' });
    expect((await classic.get(`updates/${id}.json`)).body.code).toBe(1020);
    expect((await classic.post(`updates/${id}/destroy.json`)).body.code).toBe(1020);
  });

  test('not what is out', async () => {
    expect((await classic.post(`updates/${SENT}/destroy.json`)).body.code).toBe(1022);
  });
});

describe('move_to_top', () => {
  const move = (update: Update | undefined) => classic.post(`updates/${update?.id}/move_to_top.json`);

  test('answers the update alone, with its new time', async () => {
    const [first, second] = await classic.pending('twitter');
    const { body } = await move(second);
    expect(body).toMatchObject({ id: second?.id, due_at: first?.due_at, status: 'buffer' });
    expect((await classic.pending('twitter')).map(({ id }) => id)).toEqual([second?.id, first?.id]);
  });

  test.each([
    ['a time of its own', 'text=a&scheduled_at=2026-03-05', 'mastodon'],
    ['a draft', 'text=a&is_draft=1', 'mastodon'],
    ['what is out', 'text=a&now=1', 'mastodon'],
  ] as const)('not %s: 1027', async (_, body, service) => {
    const answer = await move(await classic.created(body, service));
    expect([answer.status, answer.body]).toEqual([
      400,
      {
        success: false,
        message: 'Update must be in buffer and not custom scheduled in order to move to top.',
        code: 1027,
      },
    ]);
  });
});

test('a post of every seeded profile can be read', async () => {
  for (const { id, channelId } of (await classic.client.state()).posts) {
    expect((await classic.get(`updates/${id}.json`)).body).toMatchObject({ id, profile_id: channelId });
  }
  expect(Object.keys(IDS)).toHaveLength(8);
});
