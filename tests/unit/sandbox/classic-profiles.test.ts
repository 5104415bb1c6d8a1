// Profiles and their posting schedules.
import { describe, expect, test } from 'vitest';
import { STRANGERS_CHANNEL_ID } from '../../sandbox/world/strangers.ts';
import { IDS, NOW_SECONDS, useClassic } from './classic-sandbox.ts';

const classic = useClassic();

interface Profile extends Record<string, unknown> {
  id: string;
  service: string;
  schedules: { days: string[]; times: string[] }[];
}

async function list(query = ''): Promise<Profile[]> {
  return (await classic.get(`profiles.json${query}`)).body as unknown as Profile[];
}
const one = async (service: keyof typeof IDS, query = '') =>
  (await classic.get(`profiles/${IDS[service]}.json${query}`)).body as unknown as Profile;
const schedulesOf = async (service: keyof typeof IDS) =>
  (await classic.get(`profiles/${IDS[service]}/schedules.json`)).body;
const setSchedules = (service: keyof typeof IDS, body: string) =>
  classic.post(`profiles/${IDS[service]}/schedules/update.json`, body);

describe('profiles', () => {
  test('all of them, with the fields that were recorded', async () => {
    const profiles = await list();
    expect(profiles.map(({ service }) => service)).toEqual(Object.keys(IDS));
    expect(profiles[1]).toMatchObject({
      _id: IDS.linkedin,
      id: IDS.linkedin,
      avatar: `${classic.sandbox.origin}/media/avatars/linkedin.jpg`,
      avatar_https: `${classic.sandbox.origin}/media/avatars/linkedin.jpg`,
      counts: { pending: 1, sent: 1, drafts: 0, daily_suggestions: 0 },
      created_at: expect.any(Number),
      default: false,
      disconnected: false,
      paused: false,
      formatted_service: 'LinkedIn',
      formatted_username: 'Mara Alder',
      schedules: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], times: ['09:10', '16:30'] }],
      service_id: expect.any(String),
      service_type: 'profile',
      service_username: 'Mara Alder',
      statistics: { connections: expect.any(Number) },
      timezone: 'Europe/Berlin',
      organization_id: expect.stringMatching(/^[0-9a-f]{24}$/),
      user_id: expect.stringMatching(/^[0-9a-f]{24}$/),
      utm_tracking: 'enabled',
      verb: 'post',
    });
    expect(profiles.filter((profile) => profile.default)).toHaveLength(1);
  });

  test('X keeps names and pictures to itself; Facebook tells no statistics', async () => {
    expect(await one('twitter')).toMatchObject({
      formatted_username: '',
      avatar: '',
      service_username: 'mara_walks',
      verb: 'tweet',
      statistics: { followers: expect.any(Number) },
    });
    expect(await one('facebook')).not.toHaveProperty('statistics');
  });

  test('one alone has no default', async () => {
    const alone = await one('facebook');
    expect(alone).toMatchObject({ id: IDS.facebook, service_type: 'page', paused: true });
    expect(alone).not.toHaveProperty('default');
    expect((await one('threads')).disconnected).toBe(true);
  });

  test('boards of Pinterest are subprofiles on request', async () => {
    expect(await one('pinterest')).not.toHaveProperty('subprofiles');
    for (const profile of [await one('pinterest', '?subprofiles=1'), (await list('?subprofiles=true'))[7]]) {
      expect(profile?.subprofiles).toHaveLength(3);
      expect(profile?.subprofiles).toContainEqual(
        expect.objectContaining({
          name: 'Reading corners',
          service: 'pinterest',
          service_id: '870000000000000003',
        }),
      );
    }
    expect(await one('twitter', '?subprofiles=1')).not.toHaveProperty('subprofiles');
  });

  test('a locked one is listed on request alone', async () => {
    await classic.client.changeChannel(IDS.mastodon, { isLocked: true });
    expect((await list()).map(({ id }) => id)).not.toContain(IDS.mastodon);
    expect((await list('?locked=true')).find(({ id }) => id === IDS.mastodon)).toMatchObject({
      locked: true,
    });
  });

  test.each([
    '.json',
    '/schedules.json',
    '/updates/pending.json',
    '/updates/sent.json',
    '/updates/drafts.json',
  ])('unknown and foreign ones: profiles/:id%s', async (rest) => {
    const unknown = await classic.get(`profiles/64f0c0de00000000000000aa${rest}`);
    expect([unknown.status, unknown.body]).toEqual([
      404,
      { success: false, message: 'Profile could not be found.', code: 1010 },
    ]);
    const foreign = await classic.get(`profiles/${STRANGERS_CHANNEL_ID}${rest}`);
    expect([foreign.status, foreign.body]).toEqual([
      403,
      { success: false, message: 'No authorization to access profile.', code: 1011 },
    ]);
  });
});

describe('schedules', () => {
  test('are one list, in which days with equal times stand together', async () => {
    expect(await schedulesOf('facebook')).toEqual([{ days: ['tue', 'thu', 'sat'], times: ['11:30'] }]);
    await setSchedules(
      'facebook',
      'schedules[0][days][]=mon&schedules[0][times][]=17:43&schedules[0][times][]=9:05&' +
        'schedules[1][days][]=sun&schedules[1][times][]=10:00&schedules[2][days][]=wed&schedules[2][times][]=10:00&',
    );
    expect(await schedulesOf('facebook')).toEqual([
      { days: ['mon'], times: ['09:05', '17:43'] },
      { days: ['wed', 'sun'], times: ['10:00'] },
    ]);
  });

  test('a new one moves the queue, and GraphQL sees it', async () => {
    const before = await classic.pending('twitter');
    const { status, body } = await setSchedules(
      'twitter',
      'schedules%5B0%5D%5Bdays%5D%5B%5D=tue&schedules%5B0%5D%5Btimes%5D%5B%5D=06%3A30',
    );
    expect([status, body]).toEqual([200, { success: true }]);
    const after = await classic.pending('twitter');
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    // 06:30 in New York is 11:30 UTC tomorrow, and 10:30 a week later, when summer time has begun there.
    const tuesday = NOW_SECONDS + (24 + 2.5) * 3600;
    expect(after.map(({ due_at }) => due_at)).toEqual([tuesday, tuesday + 7 * 86_400 - 3600]);
    const channel = (await classic.client.state()).channels.find(({ id }) => id === IDS.twitter);
    expect(channel).toMatchObject({
      postingSchedule: expect.arrayContaining([
        { day: 'tue', times: ['06:30'], paused: false },
        { day: 'mon', times: [], paused: false },
      ]),
    });
  });

  test('days without times leave the profile without any slot', async () => {
    await setSchedules('mastodon', 'schedules[0][days][]=mon');
    expect(await schedulesOf('mastodon')).toEqual([]);
    for (const update of [
      await classic.created('text=waits', 'mastodon'),
      (await classic.pending('mastodon'))[0],
    ]) {
      expect(update).toMatchObject({ due_at: 0, due_time: '-', day: 'No scheduled days or times' });
    }
  });

  test.each([
    ['', 400, 1004],
    ['schedules=', 400, 1004],
    ['schedules[0][days][]=funday&schedules[0][times][]=10:00', 400, 1012],
    ['schedules[0][days][]=mon&schedules[0][times][]=25:00', 400, 1012],
    ['schedules[0][days][]=mon&schedules[0][times][]=noon', 400, 1012],
    [
      `schedules[0][days][]=mon&${Array.from({ length: 26 }, (_, at) => `schedules[0][times][]=10:${10 + at}`).join('&')}`,
      403,
      1013,
    ],
  ])('refused and nothing changed: %s', async (body, status, code) => {
    const before = await schedulesOf('facebook');
    const answer = await setSchedules('facebook', body);
    expect([answer.status, answer.body]).toEqual([
      status,
      { success: false, message: expect.any(String), code },
    ]);
    expect(await schedulesOf('facebook')).toEqual(before);
  });
});
