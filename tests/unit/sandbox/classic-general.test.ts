// The person, shares of a link, the configuration, and the words in which updates speak.
import { describe, expect, test } from 'vitest';
import { around, IDS, NOW_SECONDS, useClassic } from './classic-sandbox.ts';

const classic = useClassic();

test('the user as recorded', async () => {
  const { body } = await classic.get('user.json?includes=avatar');
  expect(body).toEqual({
    _id: body.id,
    id: expect.stringMatching(/^[0-9a-f]{24}$/),
    name: 'Mara Alder',
    email: 'mara@example.com',
    activity_at: around(NOW_SECONDS),
    created_at: 1709973000,
    plan: 'small',
    timezone: 'Europe/Berlin',
    language: 'en',
    twentyfour_hour_time: true,
    week_starts_monday: true,
    profile_groups: [],
    pablo_preferences: null,
    features: [],
    messages: [],
    tags: [],
    avatar: `${classic.sandbox.origin}/media/avatars/mara.jpg`,
  });
  expect((await classic.get('user.json')).body).not.toHaveProperty('avatar');
});

describe('shares of a link', () => {
  const shares = async (url: string) =>
    (await classic.get(`links/shares.json?url=${encodeURIComponent(url)}`)).body;

  test('are the posts that carry it, in their text or as their card', async () => {
    const url = 'https://www.example.org/a?b=1';
    expect(await shares(url)).toEqual({ shares: 0 });
    await classic.created(`text=${encodeURIComponent(`Read ${url}`)}`, 'mastodon', 'twitter');
    await classic.created(`text=card&media[link]=${encodeURIComponent(url)}`, 'facebook');
    for (const same of [url, 'http://example.org/a?b=1', 'https://example.org/a?b=1/']) {
      expect(await shares(same)).toEqual({ shares: 3 });
    }
    for (const other of ['https://blog.example.org/a?b=1', 'https://example.org/a']) {
      expect(await shares(other)).toEqual({ shares: 0 });
    }
  });

  test('a demo page has been shared before', async () => {
    const page = classic.client.at('/pages/walk.html');
    const { shares: before } = (await shares(page)) as unknown as { shares: number };
    expect(before).toBeGreaterThan(0);
    await classic.created(`text=card&media[link]=${encodeURIComponent(page)}`, 'facebook');
    expect(await shares(page)).toEqual({ shares: before + 1 });
  });

  test('of nothing: 1004', async () => {
    expect((await classic.get('links/shares.json')).body.code).toBe(1004);
  });
});

test('the configuration in its recorded shape, with today’s limits', async () => {
  const { body } = await classic.get('info/configuration.json');
  const { services, media } = body as unknown as {
    services: Record<string, { types: Record<string, unknown>; urls: object }>;
    media: object;
  };
  expect(Object.keys(services)).toEqual(Object.keys(IDS));
  expect(services.twitter).toMatchObject({
    types: {
      profile: {
        name: 'Twitter',
        character_limit: 280,
        schedule_limit: 730,
        icons: { 16: expect.any(String), 32: expect.any(String), 64: expect.any(String) },
        supported_interactions: ['favorites', 'favorite', 'mentions', 'mention', 'retweets', 'retweet'],
      },
    },
    urls: {
      user: expect.stringMatching(/^https:/),
      hashtag: expect.any(String),
      cashtag: expect.any(String),
    },
  });
  expect(services.facebook?.types.page).toMatchObject({
    name: 'Facebook Page',
    character_limit: 5000,
    schedule_limit: 25,
    supported_interactions: ['likes', 'like', 'comments', 'comment'],
  });
  expect(services.mastodon?.types.profile).toMatchObject({ character_limit: 1000 });
  expect(media).toMatchObject({ picture_size_min: 0, picture_size_max: 5_242_880 });
});

describe('words', () => {
  test.each([
    ['2026-03-02T22:59', '', 'Today', '11:59 pm'],
    ['2026-03-02T23:00', '', 'Tomorrow', '12:00 am'],
    ['2026-03-02T23:00', '?utc=true', 'Today', '11:00 pm'],
    ['2026-03-03T12:05', '?utc=1', 'Tomorrow', '12:05 pm'],
    ['2026-03-04T05:07', '', 'Wednesday 4th March', '6:07 am'],
    ['2026-04-01T05:07', '', 'Wednesday 1st April', '7:07 am'],
    ['2026-05-22T10:00', '', 'Friday 22nd May', '12:00 pm'],
    ['2026-06-23T10:00', '', 'Tuesday 23rd June', '12:00 pm'],
    ['2026-07-11T10:00', '', 'Saturday 11th July', '12:00 pm'],
    ['2026-08-12T10:00', '', 'Wednesday 12th August', '12:00 pm'],
    ['2026-09-13T10:00', '', 'Sunday 13th September', '12:00 pm'],
    ['2026-10-31T10:00', '', 'Saturday 31st October', '11:00 am'],
  ])('%s%s is %s, %s', async (at, query, day, time) => {
    const { id } = await classic.created(`text=a&scheduled_at=${at}`, 'mastodon');
    expect((await classic.get(`updates/${id}.json${query}`)).body).toMatchObject({ day, due_time: time });
  });

  const anchor = (kind: string, address: string, words: string) =>
    `<a class="${kind}" href="${address}" rel="external nofollow" target="_blank">${words}</a>`;

  test.each([
    ['see http://a.example/b.', `see ${anchor('url', 'http://a.example/b', 'http://a.example/b')}.`],
    [
      'https://a.example/?a=1&b="2"',
      `${anchor('url', 'https://a.example/?a=1&amp;b=', 'https://a.example/?a=1&amp;b=')}&quot;2&quot;`,
    ],
    ['hi @mara_walks!', `hi ${anchor('username', 'https://twitter.com/mara_walks', '@mara_walks')}!`],
    [
      '#walking, #größe',
      `${anchor('hashtag', 'https://twitter.com/hashtag/walking', '#walking')}, ${anchor('hashtag', 'https://twitter.com/hashtag/gr%C3%B6%C3%9Fe', '#größe')}`,
    ],
    ['$BFR for $5', `${anchor('cashtag', 'https://twitter.com/search?q=%24BFR', '$BFR')} for $5`],
    ['a@b.example & #1', 'a@b.example &amp; #1'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['it\'s "so"', 'it&#39;s &quot;so&quot;'],
  ])('text_formatted of %s', async (text, html) => {
    const update = await classic.created(`text=${encodeURIComponent(text)}&shorten=false`, 'twitter');
    expect(update).toMatchObject({ text, text_formatted: html });
  });

  test('names are no links where the network has no address for them', async () => {
    expect((await classic.created('text=%40a %23b', 'mastodon')).text_formatted).toBe(
      `@a ${anchor('hashtag', 'https://mastodon.social/tags/b', '#b')}`,
    );
  });
});
