// POST /1/updates/create.json: its answer, for whom, when, and what becomes of links.
import { describe, expect, test } from 'vitest';
import { STRANGERS_CHANNEL_ID } from '../../sandbox/world/strangers.ts';
import { around, IDS, NOW_SECONDS, useClassic } from './classic-sandbox.ts';

const classic = useClassic();
const create = (body: string) => classic.post('updates/create.json', body);
const to = (...services: (keyof typeof IDS)[]) =>
  services.map((one) => `profile_ids[]=${IDS[one]}`).join('&');
const LINK = 'https://example.org/long?a=1&b=2';
const encoded = encodeURIComponent;

describe('the answer', () => {
  test('one update per profile, a message, and how full the buffer is', async () => {
    const { status, body } = await create(`text=This is an example update&${to('twitter', 'mastodon')}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      success: true,
      message: 'One more post in your Buffer. Keep it topped up!',
      code: false,
      buffer_count: 3,
      buffer_percentage: 1,
    });
    expect(body.updates.map((update) => update.profile_service)).toEqual(['twitter', 'mastodon']);
    expect(body.updates[0]).toEqual({
      _id: body.updates[0]?.id,
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      client_id: classic.sandbox.classicClientId,
      created_at: around(NOW_SECONDS),
      updated_at: around(NOW_SECONDS),
      day: 'Today',
      due_at: NOW_SECONDS + 13 * 3600 + 300,
      due_time: '11:05 pm',
      is_video_processing: false,
      library_update_id: '',
      media: [],
      needs_approval: false,
      organization_id: expect.any(String),
      pinned: false,
      profile_id: IDS.twitter,
      profile_service: 'twitter',
      retweeted_tweet_id: '',
      service_link: '',
      shared_now: false,
      status: 'buffer',
      text: 'This is an example update',
      text_formatted: 'This is an example update',
      text_md5: '87fedd3ae159ecd98db3ad5be6fefde2',
      type: 'text',
      user_id: expect.any(String),
      via: 'api',
    });
  });

  test('the percentage is that of the limit', async () => {
    await classic.client.behave({ queueLimit: 6 });
    expect((await create(`text=third&${to('twitter')}`)).body).toMatchObject({
      buffer_count: 3,
      buffer_percentage: 50,
    });
  });
});

describe('profile_ids', () => {
  test('unknown and foreign ones are ignored', async () => {
    const { body } = await create(
      `text=a&profile_ids[]=nonsense&${to('mastodon')}&profile_ids[]=${STRANGERS_CHANNEL_ID}&${to('mastodon')}`,
    );
    expect(body.updates.map((update) => update.profile_id)).toEqual([IDS.mastodon]);
  });

  test.each(['nonsense', STRANGERS_CHANNEL_ID])(
    'none that is one’s own: 1011 in the recorded words',
    async (id) => {
      const { status, body } = await create(`text=a&profile_ids[]=${id}`);
      expect([status, body]).toEqual([
        400,
        {
          success: false,
          message: "You do not have permission to post to any of the profile_id's provided",
          code: 1011,
        },
      ]);
    },
  );

  test('none at all: 1004', async () => {
    expect((await create('text=a')).body.code).toBe(1004);
  });
});

describe('when', () => {
  test('now', async () => {
    const update = await classic.created('text=at once&now=true', 'mastodon');
    expect(update).toMatchObject({ status: 'sent', shared_now: true, sent_at: around(NOW_SECONDS) });
  });

  test('top', async () => {
    const [first] = await classic.pending('twitter');
    const update = await classic.created('text=on top&top=1', 'twitter');
    expect(update.due_at).toBe(first?.due_at);
    expect((await classic.pending('twitter'))[0]?.id).toBe(update.id);
  });

  test.each([
    ['unix', '1772532000'],
    ['ISO in UTC', '2026-03-03T10:00:00Z'],
    ['ISO with an offset', '2026-03-03T12:00:00%2B02:00'],
    ['ISO with a bare plus', '2026-03-03T12:00:00+02:00'],
    ['ISO with a short offset', '2026-03-03T05:00:00.000-0500'],
    ['ISO without an offset is UTC', '2026-03-03T10:00:00'],
    ['with a space', '2026-03-03 10:00'],
  ])('scheduled_at: %s', async (_, at) => {
    const update = await classic.created(`text=a&scheduled_at=${at}&now=true&top=true`, 'mastodon');
    expect(update).toMatchObject({ due_at: 1772532000, scheduled_at: 1772532000, status: 'buffer' });
  });

  test.each([
    ['now', 'false'],
    ['now', '0'],
    ['now', ''],
    ['top', 'False'],
    ['scheduled_at', ''],
  ])('%s=%s is none', async (name, value) => {
    const update = await classic.created(`text=a&${name}=${value}`, 'twitter');
    expect((await classic.pending('twitter')).at(-1)).toMatchObject({ id: update.id, shared_now: false });
  });

  test.each(['true', "'true'", '1', 'True'])('now=%s is now', async (value) => {
    expect((await classic.created(`text=a&now=${value}`, 'mastodon')).status).toBe('sent');
  });

  test('is_draft waits for nothing', async () => {
    const draft = await classic.created(`text=a&is_draft=1&now=1`, 'mastodon');
    expect(draft).toMatchObject({ status: 'draft', shared_now: false });
    expect(draft).not.toHaveProperty('due_at');
  });
});

describe('shorten', () => {
  const text = `text=${encoded(`See ${LINK}, and http://b.example/x.`)}`;

  test('links in the text become short unless it is false', async () => {
    const short = await classic.created(text, 'mastodon');
    expect(short.text).toMatch(/^See http:\/\/buff\.ly\/\w{7}, and http:\/\/buff\.ly\/\w{7}\.$/);
    const long = await classic.created(`${text}&shorten=false`, 'twitter');
    expect(long.text).toBe(`See ${LINK}, and http://b.example/x.`);
  });

  test('whatever the account does with links otherwise, and an edit keeps the choice', async () => {
    await classic.client.behave({ shortenLinks: true });
    const { id } = await classic.created(`${text}&shorten=false`, 'mastodon');
    const edit = (body: string) => classic.post(`updates/${id}/update.json`, body);
    expect((await edit(`text=${encoded(LINK)}`)).body.update.text).toBe(LINK);
    expect((await edit(`text=${encoded(LINK)}&shorten=true`)).body.update.text).toMatch(/^http:\/\/buff\.ly/);
  });

  test('a card keeps its address, and what had arrived is known', async () => {
    const update = await classic.created(`text=${encoded(LINK)}`, 'facebook');
    expect(update.media).toMatchObject({ link: LINK });
    const post = (await classic.client.state()).posts.find(({ id }) => id === update.id);
    expect(post?.givenText).toBe(LINK);
  });
});
