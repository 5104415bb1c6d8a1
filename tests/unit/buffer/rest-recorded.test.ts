import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { errorOf } from '../../../lib/buffer/rest/errors.ts';
import { toAccount, toChannel, toPost } from '../../../lib/buffer/rest/map.ts';
import * as schemas from '../../../lib/buffer/rest/schemas.ts';
import { NOW, recorded, scriptedRest, updateRow } from './scripted.ts';

const real = (name: string) => recorded(name, 'rest');
const PICTURE = 'https://a.example/1.png';

/** Which schema reads each recorded answer. */
const READ_BY = {
  'error-1025-duplicate-2014': schemas.envelopeSchema,
  'error-404-endpoint': schemas.envelopeSchema,
  'info-configuration-2013': schemas.configurationSchema,
  'links-shares': schemas.sharesSchema,
  'profile-by-id-2013': schemas.profileSchema,
  'profile-schedules-2013': schemas.schedulesSchema,
  'profiles-list-2012': schemas.profilesSchema,
  'profiles-list-2013': schemas.profilesSchema,
  'update-by-id-docs': schemas.updateSchema,
  'update-destroy-2013': schemas.doneSchema,
  'updates-pending-2013': schemas.updatesSchema,
  'updates-sent-2012': schemas.updatesSchema,
  'updates-sent-docs': schemas.updatesSchema,
  'user-docs-2012': schemas.accountSchema,
};

test.each(Object.entries(READ_BY))('%s is read', (name, schema) => {
  expect(schema.safeParse(real(name)).error).toBeUndefined();
});

test('no recorded answer is left out', () => {
  const files = readdirSync(new URL('../../fixtures/recorded/rest/', import.meta.url));
  // Its body was empty: see the failures.
  const names = files.map((file) => file.replace('.json', '')).filter((name) => !name.includes('empty-body'));
  expect(names.sort()).toEqual(Object.keys(READ_BY).sort());
});

test.each(['error-1025-duplicate-2014', 'error-404-endpoint'])('%s is a failure under any status', (name) => {
  const said = schemas.envelopeSchema.parse(real(name));
  for (const status of [200, 400, 404]) {
    const answer = {
      status,
      headers: new Headers(),
      sentAt: NOW,
      receivedAt: NOW,
      body: real(name),
      instead: null,
    };
    expect(errorOf(answer, said, true)?.failure.message).toMatch(/^(Whoops|The endpoint)/);
  }
});

test('the recorded profiles are channels', () => {
  const [row] = schemas.profilesSchema.parse(real('profiles-list-2013'));
  expect(row && toChannel(row)).toMatchObject({
    id: '5160746d13d04a5e3a00000f',
    organizationId: '',
    network: 'twitter',
    name: '@example',
    type: 'profile',
    avatar: 'https://twimg0-a.akamaihd.net/profile_images/3604112130.jpeg',
    timezone: 'America/New_York',
    isPaused: false,
    isDisconnected: false,
    isLocked: false,
    maxCharacters: null,
    maxPictures: 1,
    boards: [],
  });
  const times = ['06:13', '09:10', '11:58', '12:17', '13:49', '18:07', '21:04', '22:13'];
  expect(row && toChannel(row).schedule).toEqual(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => ({ day, times, paused: false })),
  );
});

test('the recorded updates are posts, their seconds milliseconds', () => {
  const [row] = schemas.updatesSchema.parse(real('updates-sent-2012')).updates;
  expect(row && toPost(row)).toEqual({
    id: '5031b4a1dd81259407000010',
    channelId: '4f13b938512f7e2427000002',
    network: 'twitter',
    text: expect.stringMatching(/http:\/\/tcrn.ch\/PxJVef$/),
    status: 'sent',
    createdAt: 1_345_434_785_000,
    dueAt: 1_345_516_500_000,
    sentAt: 1_345_516_509_000,
    isCustomTime: false,
    pictures: [],
    link: null,
    externalLink: null,
    retweetOf: null,
    error: null,
    statistics: { clicks: 1, favorites: 0, mentions: 0, reach: 259, retweets: 0 },
  });
});

describe('what recorded updates vary in', () => {
  test.each<[string, object, object]>([
    ['no text', { text: '' }, { text: '' }],
    ['a text of null', { text: null }, { text: '' }],
    ['only `_id`', { id: undefined, _id: 'own' }, { id: 'own' }],
    ['no slot', { due_at: 0, due_time: '-', day: 'No scheduled days or times' }, { dueAt: null }],
    ['a draft without a time', { status: 'draft', due_at: undefined }, { status: 'draft', dueAt: null }],
    ['a time of its own', { scheduled_at: 1_321_000_600 }, { isCustomTime: true }],
    ['a pin that stays', { pinned: true }, { isCustomTime: false }],
    ['an approval that is missing', { status: 'draft', needs_approval: true }, { status: 'needs-approval' }],
    ['shared a moment ago', { shared_now: true }, { status: 'sending' }],
    ['sent by hand', { status: 'service' }, { status: 'sent' }],
    ['an answer', { status: 'service_reply' }, { status: 'sent' }],
    ['a reminder', { status: 'notified' }, { status: 'unknown' }],
    ['an error', { status: 'error', error: 'Too <b>long</b>' }, { status: 'error', error: 'Too long' }],
    ['an error with a link', { error: { text: 'No', link: 'https://x.example' } }, { error: 'No' }],
    ['media of nothing', { media: [] }, { pictures: [] }],
    ['media of null', { media: null }, { pictures: [] }],
    [
      'a link with a picture',
      { media: { link: 'https://a.example/', picture: PICTURE } },
      { pictures: [], link: 'https://a.example/' },
    ],
    ['a link that is none', { media: { link: 'javascript:alert(1)' } }, { link: null }],
    [
      'pictures',
      { media: { picture: PICTURE, thumbnail: 'x', alt_text: 'One', extra_media: [{ photo: PICTURE }] } },
      {
        pictures: [
          { url: PICTURE, alt: 'One' },
          { url: PICTURE, alt: '' },
        ],
      },
    ],
    [
      'pictures that are none',
      { media: { picture: 'javascript:alert(1)', extra_media: [] } },
      { pictures: [] },
    ],
    ['a film', { media: { video: { details: {} }, thumbnail: PICTURE } }, { pictures: [] }],
    [
      'a film that says where it is',
      { media: { video: { details: { location: 'https://a.example/1.mp4' }, thumbnails: [] } } },
      { pictures: [], video: 'https://a.example/1.mp4' },
    ],
    ['a film of a strange shape', { media: { video: 'https://a.example/1.mp4' } }, { pictures: [] }],
    ['an address', { service_link: 'https://x.example/1' }, { externalLink: 'https://x.example/1' }],
    ['no address', { service_link: '' }, { externalLink: null }],
    ['a bad address', { service_link: 'data:text/html,x' }, { externalLink: null }],
    ['a retweet', { text: 'theirs', retweet: { text: 'theirs', comment: 'mine' } }, { text: 'mine' }],
    ['a retweet of something', { retweet: { tweet_id: '7', comment: '' } }, { retweetOf: '7' }],
    ['a retweet that is told beside', { retweeted_tweet_id: '8' }, { retweetOf: '8' }],
    ['a retweet without a word', { text: 'theirs', retweet: { text: 'theirs' } }, { text: '' }],
    ['no retweet', { retweet: [], retweeted_tweet_id: '' }, { text: 'Hello' }],
    ['statistics of nothing', { statistics: [] }, { statistics: {} }],
    ['statistics in words', { statistics: { likes: 2, top: 'x' } }, { statistics: { likes: 2 } }],
    ['a network from the future', { profile_service: 'moonbook' }, { network: 'moonbook' }],
  ])('%s', (_name, change, expected) => {
    expect(toPost(schemas.updateSchema.parse({ ...updateRow(), ...change }))).toMatchObject(expected);
  });
});

describe('what recorded profiles vary in', () => {
  const row = { _id: 'channel-1', service: 'twitter' };

  test.each<[string, object, object]>([
    ['nothing', {}, { id: 'channel-1', name: 'channel-1', type: null, avatar: null, timezone: 'UTC' }],
    ['no name', { formatted_username: '', service_username: 'mara' }, { name: 'mara' }],
    ['no name at all', { formatted_username: '', service_username: null, service_id: '7' }, { name: '7' }],
    ['a picture without TLS', { avatar: 'http://a.example/p' }, { avatar: 'http://a.example/p' }],
    ['no picture', { avatar: '', avatar_https: null }, { avatar: null }],
    ['connected', { disconnected: null }, { isDisconnected: false }],
    ['connected in 2016', { disconnected: false }, { isDisconnected: false }],
    ['not connected', { disconnected: true }, { isDisconnected: true }],
    ['a broken sign-in', { oauth_broken: true }, { isDisconnected: true }],
    ['paused', { paused: true }, { isPaused: true }],
    ['locked', { locked: true }, { isLocked: true }],
    ['disabled', { disabled: true }, { isLocked: true }],
    ['an organization', { organization_id: 'org-1' }, { organizationId: 'org-1' }],
    ['boards', { subprofiles: [{ id: 'b', name: 'Paths' }] }, { boards: [{ id: 'b', name: 'Paths' }] }],
    ['Google+', { service: 'google' }, { network: 'google' }],
  ])('%s', (_name, change, expected) => {
    expect(toChannel(schemas.profileSchema.parse({ ...row, ...change }))).toMatchObject(expected);
  });

  test('blocks of times are seven days, sorted, each time once', () => {
    const schedules = [
      { days: ['mon', 'tue'], times: ['12:03', '12:03', '09:00'] },
      { days: ['tue'], times: ['08:00', '09:00'] },
    ];
    const { schedule } = toChannel(schemas.profileSchema.parse({ ...row, schedules }));
    expect(schedule.map(({ day, times }) => `${day} ${times.join(' ')}`.trim())).toEqual([
      'mon 09:00 12:03',
      'tue 08:00 09:00 12:03',
      'wed',
      'thu',
      'fri',
      'sat',
      'sun',
    ]);
  });
});

test('a person of 2021 has a name', () => {
  const row = { id: 'p', name: 'Mara', email: 'mara@example.com', avatar: 'javascript:1', timezone: '' };
  expect(toAccount(schemas.accountSchema.parse(row))).toEqual({
    id: 'p',
    name: 'Mara',
    email: 'mara@example.com',
    avatar: null,
    timezone: null,
    organizations: [],
    preferences: { when: null, hours: null, weekStart: null },
  });
});

test('a person’s switches for times and weeks are followed where they are on or off', () => {
  const preferencesOf = (row: object) =>
    toAccount(schemas.accountSchema.parse({ id: 'p', ...row })).preferences;
  expect(preferencesOf({ twentyfour_hour_time: true, week_starts_monday: false })).toEqual({
    when: null,
    hours: 24,
    weekStart: 'sun',
  });
  expect(preferencesOf({ twentyfour_hour_time: false, week_starts_monday: true })).toMatchObject({
    hours: 12,
    weekStart: 'mon',
  });
  expect(preferencesOf({ twentyfour_hour_time: null })).toMatchObject({ hours: null, weekStart: null });
});

test('the HTML that updates come in is never read', async () => {
  const { backend } = scriptedRest({ body: updateRow({ text_formatted: '<img src=x onerror=alert(1)>' }) });
  expect(JSON.stringify(await backend.post('update-1'))).not.toContain('<');
});
