// How many posts a network takes in one day: told by `dailyPostingLimits`, and kept by both APIs.
import { describe, expect, test } from 'vitest';
import { useClassic } from './classic-sandbox.ts';
import { useEveryNetwork } from './every-network.ts';

const LIMITS =
  'query ($input: DailyPostingLimitsInput!) { dailyPostingLimits(input: $input) { channelId limit sent scheduled isAtLimit } }';
const REFUSED = { __typename: 'LimitReachedError', message: 'Limit reached: Daily posting limit reached' };

describe('in GraphQL', () => {
  const buffer = useEveryNetwork();

  async function standing(service: string, date?: string) {
    const channelIds = [await buffer.client.channelOn(service)];
    const { dailyPostingLimits } = await buffer.data(LIMITS, { input: { channelIds, date } });
    return (dailyPostingLimits as object[])[0];
  }
  const limit = async (service: string, dailyLimit: number | null) =>
    buffer.client.changeChannel(await buffer.client.channelOn(service), { dailyLimit });

  test('only Instagram has one unless it is set', async () => {
    expect(await standing('instagram')).toMatchObject({ limit: 50, isAtLimit: false });
    expect(await standing('bluesky')).toMatchObject({ limit: null, isAtLimit: false });
    await limit('instagram', null);
    await limit('bluesky', 7);
    expect(await standing('instagram')).toMatchObject({ limit: null });
    expect(await standing('bluesky')).toMatchObject({ limit: 7 });
  });

  const at = (dueAt: string) => ({ mode: 'customScheduled', dueAt });
  const SCHEDULED = { post: { status: 'scheduled' } };

  test('a channel that is at it takes no more on that day, but on another', async () => {
    await limit('startPage', 1);
    const now = { mode: 'shareNow' };
    expect(await buffer.create('startPage', 'First', now)).toMatchObject({ post: { status: 'sent' } });
    expect(await standing('startPage')).toMatchObject({ sent: 1, scheduled: 0, isAtLimit: true });
    expect(await buffer.create('startPage', 'Second', now)).toEqual(REFUSED);
    expect(await buffer.create('startPage', 'Tonight', at('2026-03-02T22:59:00Z'))).toEqual(REFUSED);
    expect(await buffer.create('startPage', 'Later', at('2026-03-09T12:00:00Z'))).toMatchObject(SCHEDULED);
    expect(await standing('startPage', '2026-03-09T08:00:00Z')).toMatchObject({
      ...{ sent: 0, scheduled: 1, isAtLimit: true },
    });
  });

  test('the day is the channel’s own', async () => {
    // In Tokyo it is six in the evening; at 15:00 UTC its next day begins.
    const tokyo = { service: 'mastodon', name: 'Tokyo', timezone: 'Asia/Tokyo' };
    const channelId = (await buffer.client.channels([tokyo])).at(-1)?.id ?? '';
    await buffer.client.changeChannel(channelId, { dailyLimit: 1 });
    const create = (text: string, when: object) => buffer.create('mastodon', text, { channelId, ...when });
    expect(await create('Today', { mode: 'shareNow' })).toMatchObject({ post: { status: 'sent' } });
    expect(await create('Still today', at('2026-03-02T14:59:00Z'))).toEqual(REFUSED);
    expect(await create('Tomorrow', at('2026-03-02T15:00:00Z'))).toMatchObject(SCHEDULED);
    expect(await create('Tomorrow, too', at('2026-03-03T14:59:00Z'))).toEqual(REFUSED);
  });

  test('the queue is refused where its next slot falls on a full day', async () => {
    await limit('bluesky', 0);
    expect(await buffer.create('bluesky', 'In the queue')).toEqual(REFUSED);
    expect(await buffer.create('bluesky', 'On top', { mode: 'shareNext' })).toEqual(REFUSED);
    await limit('bluesky', null);
    expect(await buffer.create('bluesky', 'In the queue')).toMatchObject({ post: { status: 'scheduled' } });
  });

  test('drafts are not counted, and what is scheduled already can be edited', async () => {
    const { post } = await buffer.create('bluesky', 'Was there before');
    await limit('bluesky', 0);
    expect(await buffer.create('bluesky', 'Draft', { saveToDraft: true })).toMatchObject({
      post: { status: 'draft' },
    });
    expect(await buffer.edit(post.id, { text: 'Was there before, and better' })).toMatchObject({
      __typename: 'PostActionSuccess',
    });
    expect(await buffer.edit(post.id, { mode: 'shareNow' })).toEqual(REFUSED);
  });
});

describe('in the classic API', () => {
  const classic = useClassic();

  test('it is told as the limit of the profile', async () => {
    const id = await classic.client.channelOn('bluesky');
    await classic.client.changeChannel(id, { dailyLimit: 0 });
    const { status, body } = await classic.post('updates/create.json', `text=Hello&profile_ids[]=${id}`);
    expect([status, body]).toEqual([403, { error: 'Profile update quota exceeded.', code: 1023 }]);
  });
});
