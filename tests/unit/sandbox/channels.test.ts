// More channels than the seeded ones, or fewer.
import { describe, expect, test } from 'vitest';
import { useClassic } from './classic-sandbox.ts';
import { START } from './steered-sandbox.ts';

const classic = useClassic();
const graphql = async (query: string, variables: object = {}) => {
  const response = await fetch(`${classic.sandbox.origin}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${classic.sandbox.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()).data;
};
const ORGANIZATION = '{ account { organizations { id channelCount } } }';
const CHANNELS =
  'query ($input: ChannelsInput!) { channels(input: $input) { id name displayName service type timezone avatar postingSchedule { day times } } }';

async function listed() {
  const { account } = await graphql(ORGANIZATION);
  const [{ id, channelCount }] = account.organizations;
  const { channels } = await graphql(CHANNELS, { input: { organizationId: id } });
  expect(channelCount).toBe(channels.length);
  return channels as {
    id: string;
    displayName: string;
    service: string;
    type: string;
    timezone: string;
    avatar: string;
    postingSchedule: { day: string; times: string[] }[];
  }[];
}

describe('sixty channels', () => {
  test('are on all networks, in many zones, and every one has an id of its own', async () => {
    await classic.client.channels({ count: 60 });
    const channels = await listed();
    expect(channels).toHaveLength(60);
    expect(new Set(channels.map(({ id }) => id)).size).toBe(60);
    expect(new Set(channels.map(({ service }) => service)).size).toBe(12);
    expect(new Set(channels.map(({ timezone }) => timezone)).size).toBeGreaterThan(10);
    expect((await classic.get('profiles.json')).body).toHaveLength(60);
  });

  test('share names across networks; some are very long, some run from right to left', async () => {
    await classic.client.channels({ count: 60 });
    const channels = await listed();
    const notes = channels.filter(({ displayName }) => displayName === 'Walking Notes');
    expect(new Set(notes.map(({ service }) => service)).size).toBeGreaterThan(3);
    expect(Math.max(...channels.map(({ displayName }) => displayName.length))).toBeGreaterThan(100);
    for (const script of [/\p{Script=Hebrew}/u, /\p{Script=Arabic}/u, /\p{Script=Cyrillic}/u])
      expect(channels.some(({ displayName }) => script.test(displayName))).toBe(true);
  });

  test('have faces that are served', async () => {
    await classic.client.channels({ count: 60 });
    const faces = new Set((await listed()).map(({ avatar }) => avatar));
    expect(faces.size).toBe(12);
    for (const face of faces) {
      for (const address of [face, face.replace('.jpg', '.png')]) {
        const response = await fetch(address);
        expect([address, response.status]).toEqual([address, 200]);
        expect(response.headers.get('content-type')).toMatch(/^image\//);
      }
    }
  });

  test('are the same ones each time', async () => {
    const first = await classic.client.channels({ count: 60 });
    await classic.client.reset();
    expect(await classic.client.channels({ count: 60 })).toEqual(first);
  });

  test('take posts', async () => {
    const channels = await classic.client.channels({ count: 60 });
    const id = channels.findLast(({ service }) => service === 'linkedin')?.id;
    const { body } = await classic.post('updates/create.json', `text=Hello&profile_ids[]=${id}`);
    expect(body.updates[0]?.due_at).toBeGreaterThan(Date.parse(START) / 1000);
  });
});

test('three are the first three; the posts of the others have gone with them', async () => {
  const before = await classic.client.state();
  const channels = await classic.client.channels({ count: 3 });
  expect(channels).toEqual(before.channels.slice(0, 3));
  const { posts } = await classic.client.state();
  const ids = channels.map(({ id }) => id);
  expect(posts).toEqual(before.posts.filter(({ channelId }) => ids.includes(channelId)));
  expect(posts.length).toBeGreaterThan(0);
  expect(await listed()).toHaveLength(3);
});

test('none at all can be wanted, and a reset puts the seeded eight back', async () => {
  const seeded = (await classic.client.state()).channels;
  expect(await classic.client.channels({ count: 0 })).toEqual([]);
  expect(await listed()).toEqual([]);
  expect((await classic.client.reset()).channels).toEqual(seeded);
  expect(seeded).toHaveLength(8);
});

test('those that are named join the others as they are named', async () => {
  const schedule = [
    { days: ['mon', 'tue'], times: ['18:00', '08:00'] },
    { days: ['tue'], times: ['12:00'] },
  ];
  await classic.client.channels([
    { service: 'googlebusiness', name: 'The Reading Room', timezone: 'Asia/Kathmandu', schedule },
    { service: 'linkedin', name: 'Mara Alder', type: 'group' },
  ]);
  const channels = await listed();
  expect(channels).toHaveLength(10);
  const [room, group] = channels.slice(-2);
  expect(room).toMatchObject({
    displayName: 'The Reading Room',
    service: 'googlebusiness',
    timezone: 'Asia/Kathmandu',
  });
  expect(room?.postingSchedule.slice(0, 3)).toEqual([
    { day: 'mon', times: ['08:00', '18:00'] },
    { day: 'tue', times: ['08:00', '12:00', '18:00'] },
    { day: 'wed', times: [] },
  ]);
  expect(group).toMatchObject({ displayName: 'Mara Alder', service: 'linkedin', type: 'group' });
});

test.each([
  { count: -1 },
  { count: 1.5 },
  { count: 501 },
  {},
  [{ service: 'friendster', name: 'Old' }],
  [{ service: 'twitter', name: '' }],
  [{ service: 'twitter', name: 'A', timezone: 'Mars/Base' }],
  [{ service: 'twitter', name: 'A', schedule: [{ times: ['25:00'] }] }],
])('%j is refused with a sentence', async (body) => {
  await expect(classic.client.channels(body as { count: number })).rejects.toThrow(
    /answered 400: .*The body is not as it should be.*\."/,
  );
  expect(await listed()).toHaveLength(8);
});
