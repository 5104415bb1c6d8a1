// The lists of a profile's updates: which, in what order, on which page.
import { describe, expect, test } from 'vitest';
import { around, IDS, NOW_SECONDS, useClassic } from './classic-sandbox.ts';

const classic = useClassic();
const list = async (kind: string, query = '', service: keyof typeof IDS = 'mastodon') =>
  classic.get(`profiles/${IDS[service]}/updates/${kind}.json${query}`);
const texts = async (query = '') => (await list('pending', query)).body.updates.map(({ text }) => text);

async function fill(count: number): Promise<void> {
  for (let at = 1; at <= count; at += 1) await classic.created(`text=No. ${at}`, 'mastodon');
}

describe('pending', () => {
  test('in the order in which they go out, with fields that lists alone have', async () => {
    await classic.created('text=own time&scheduled_at=2026-03-02T10:00:00Z', 'mastodon');
    await classic.created('text=last', 'mastodon');
    const { total, updates } = (await list('pending')).body;
    expect(total).toBe(3);
    expect(updates.map(({ text }) => text.slice(0, 8))).toEqual(['own time', 'Reading ', 'last']);
    expect(updates[0]).toMatchObject({ perm_editable: true, perm_approvable: false });
    expect((await classic.get(`updates/${updates[0]?.id}.json`)).body).not.toHaveProperty('perm_editable');
  });

  test('what failed stands there, too', async () => {
    const { updates } = (await list('pending', '', 'threads')).body;
    expect(updates).toHaveLength(1);
    const profile = (await classic.get(`profiles/${IDS.threads}.json`)).body;
    expect(profile.counts).toMatchObject({ pending: 1, sent: 0 });
    expect(updates[0]).toMatchObject({
      status: 'error',
      error: { text: expect.stringContaining('disconnected'), link: expect.any(String) },
    });
  });

  test('pages of twenty count from one, and zero is the first', async () => {
    await fill(24);
    const { total, updates } = (await list('pending')).body;
    expect([total, updates.length]).toEqual([25, 20]);
    expect(await texts('?page=1')).toEqual(await texts());
    expect(await texts('?page=0')).toEqual(await texts());
    expect(await texts('?page=2')).toEqual(['No. 20', 'No. 21', 'No. 22', 'No. 23', 'No. 24']);
    expect(await texts('?page=2&count=2')).toEqual(['No. 2', 'No. 3']);
    expect((await list('pending', '?page=9')).body).toEqual({ total: 25, updates: [] });
    expect(await texts('?count=100')).toHaveLength(25);
  });

  test.each(['count=0', 'count=101', 'count=-1', 'count=many', 'page=-1', 'page=first', 'count=2.5'])(
    '%s: 1006',
    async (query) => {
      for (const kind of ['pending', 'sent', 'drafts']) {
        const { status, body } = await list(kind, `?${query}`);
        expect([status, body.code]).toEqual([400, 1006]);
      }
    },
  );

  test.each([
    [`since=${NOW_SECONDS - 1}`],
    ['since=2026-03-02T08:59:59Z'],
    ['since=2026-03-02T10:59:59%2B02:00'],
    ['since=2026-03-02T10:59:59+02:00'],
    ['since=2026-03-02%2008:59:59'],
  ])('%s: only what was created later', async (query) => {
    await fill(1);
    expect(await texts(`?${query}`)).toEqual(['No. 1']);
    expect((await list('pending', `?${query}`)).body.total).toBe(1);
  });

  test('since what is no date: 1003', async () => {
    expect((await list('pending', '?since=yesterday')).body.code).toBe(1003);
  });

  test('lags behind as GraphQL’s lists do; by its id an update is there at once', async () => {
    await classic.client.behave({ listLagSeconds: 60 });
    const { id } = await classic.created('text=quiet', 'mastodon');
    expect(await texts()).not.toContain('quiet');
    expect((await classic.get(`updates/${id}.json`)).status).toBe(200);
    await classic.client.advance(61);
    expect(await texts()).toContain('quiet');
  });
});

describe('sent', () => {
  test('the latest first, with what only sent ones have', async () => {
    const made = await classic.created('text=out&now=1', 'twitter');
    const { total, updates } = (await list('sent', '', 'twitter')).body;
    expect(total).toBe(2);
    expect(updates[0]).toMatchObject({ id: made.id, status: 'sent', shared_now: true, perm_editable: false });
    expect(updates[1]).toMatchObject({
      status: 'sent',
      sent_at: around(NOW_SECONDS - 21 * 3600),
      service_update_id: expect.stringMatching(/^\d{15,20}$/),
      statistics: { reach: expect.any(Number), clicks: expect.any(Number), retweets: expect.any(Number) },
    });
    const [pending] = await classic.pending('twitter');
    for (const field of ['sent_at', 'service_update_id', 'statistics']) {
      expect(pending).not.toHaveProperty(field);
    }
  });

  test('since counts from the sending', async () => {
    await classic.created('text=out&now=true', 'twitter');
    const recent = await list('sent', `?since=${NOW_SECONDS - 3600}&filter=all`, 'twitter');
    expect(recent.body.updates.map(({ text }) => text)).toEqual(['out']);
  });

  test('a Facebook page’s ids name the page', async () => {
    const made = await classic.created('text=on the page&now=1', 'facebook');
    expect(made.service_update_id).toMatch(/^17841400000001004_\d+$/);
  });

  test('numbers stay the same and grow with time', async () => {
    const statistics = async () =>
      (await list('sent', '', 'twitter')).body.updates.at(-1)?.statistics as Record<string, number>;
    const before = await statistics();
    expect(await statistics()).toEqual(before);
    await classic.client.advance(3 * 86_400);
    expect((await statistics()).reach).toBeGreaterThan(before.reach ?? 0);
  });
});

describe('drafts', () => {
  test('have no time, and stand in no other list', async () => {
    const draft = await classic.created('text=not yet&is_draft=true&scheduled_at=2026-04-01', 'mastodon');
    expect(draft.status).toBe('draft');
    for (const field of ['due_at', 'day', 'due_time']) expect(draft).not.toHaveProperty(field);
    const { total, updates } = (await list('drafts')).body;
    expect([total, updates[0]?.id]).toEqual([1, draft.id]);
    expect(await texts()).not.toContain('not yet');
  });

  test('those that wait for approval are asked for', async () => {
    expect((await list('drafts', '?needs_approval=true', 'instagram')).body.total).toBe(0);
    expect((await list('drafts', '', 'instagram')).body.updates[0]).toMatchObject({ needs_approval: false });
  });
});

test.each(['pending', 'sent', 'drafts'])('a profile without %s ones', async (kind) => {
  const empty = kind === 'pending' ? 'instagram' : kind === 'sent' ? 'mastodon' : 'twitter';
  expect((await list(kind, '', empty)).body).toEqual({ total: 0, updates: [] });
});
