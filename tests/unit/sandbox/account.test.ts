// The person's plan and preferences, which both APIs tell.
import { expect, test } from 'vitest';
import { useClassic } from './classic-sandbox.ts';

const classic = useClassic();
const ACCOUNT =
  '{ account { timezone preferences { timeFormat startOfWeek defaultScheduleOption } organizations { limits { scheduledPosts tags } } } }';

async function account() {
  const response = await fetch(`${classic.sandbox.origin}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${classic.sandbox.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: ACCOUNT }),
  });
  return (await response.json()).data.account;
}

const SEEDED = {
  plan: 'essentials',
  timezone: 'Europe/Berlin',
  timeFormat: '24',
  startOfWeek: 'monday',
  defaultScheduleOption: 'Queue',
};

test('change one by one, in both APIs, and a reset puts them back', async () => {
  expect((await classic.client.state()).account).toEqual(SEEDED);
  const change = { timeFormat: '12', defaultScheduleOption: 'FixedTime' } as const;
  expect(await classic.client.changeAccount(change)).toEqual({ ...SEEDED, ...change });
  expect((await account()).preferences).toEqual({ ...change, startOfWeek: 'monday' });
  expect((await classic.get('user.json')).body).toMatchObject({
    twentyfour_hour_time: false,
    week_starts_monday: true,
  });

  await classic.client.changeAccount({ startOfWeek: 'sunday', timezone: 'America/Chicago' });
  expect((await account()).preferences).toEqual({ ...change, startOfWeek: 'sunday' });
  expect((await account()).timezone).toBe('America/Chicago');
  expect((await classic.get('user.json')).body).toMatchObject({
    twentyfour_hour_time: false,
    week_starts_monday: false,
    timezone: 'America/Chicago',
  });
  await classic.client.reset();
  expect((await classic.client.state()).account).toEqual(SEEDED);
  expect((await account()).preferences.startOfWeek).toBe('monday');
});

test('the plan decides the limits', async () => {
  const limits = async () => (await account()).organizations[0].limits;
  expect(await limits()).toEqual({ scheduledPosts: 5000, tags: 250 });
  await classic.client.changeAccount({ plan: 'free' });
  expect(await limits()).toEqual({ scheduledPosts: 10, tags: 3 });
  expect((await classic.get('user.json')).body.plan).toBe('free');
  await classic.client.changeAccount({ plan: 'team' });
  expect(await limits()).toEqual({ scheduledPosts: 5000, tags: 250 });
});

test.each([
  [{ plan: 'paid' }],
  [{ timeFormat: 24 }],
  [{ startOfWeek: 'friday' }],
  [{ defaultScheduleOption: 'queue' }],
  [{ name: 'Somebody' }],
])('%j is refused with a sentence', async (body) => {
  await expect(classic.client.changeAccount(body as object)).rejects.toThrow(
    /answered 400: .*The body is not as it should be/,
  );
});
