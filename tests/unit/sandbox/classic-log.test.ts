// The log, the faults and the late commits know the classic API as they know GraphQL.
import { describe, expect, test } from 'vitest';
import { IDS, useClassic } from './classic-sandbox.ts';

const classic = useClassic();

describe('the log', () => {
  test('names each operation without ids and ending, and says what was written', async () => {
    const { id } = await classic.created('text=http://a.example', 'twitter', 'mastodon');
    for (const call of [
      `updates/${id}`,
      `updates/${id}/interactions`,
      'profiles',
      `profiles/${IDS.twitter}`,
      `profiles/${IDS.twitter}/schedules`,
      `profiles/${IDS.twitter}/updates/pending`,
      `profiles/${IDS.twitter}/updates/sent`,
      `profiles/${IDS.twitter}/updates/drafts`,
      'user',
      'links/shares',
      'info/configuration',
      'no/such/thing',
    ]) {
      await classic.get(`${call}.json?access_token=kept-out-of-the-log`);
    }
    const profile = `profiles/${IDS.twitter}`;
    await classic.post(
      `${profile}/schedules/update.json`,
      'schedules[0][days][]=mon&schedules[0][times][]=10:00',
    );
    await classic.post(`${profile}/updates/reorder.json`, `order[]=${id}`);
    await classic.post(`${profile}/updates/shuffle.json`);
    await classic.post(`updates/${id}/update.json`, 'text=b');
    await classic.post(`updates/${id}/move_to_top.json`);
    await classic.post(`updates/${id}/share.json`);
    await classic.post(`updates/${id}/interactions/create.json`, 'text=a&event=comment');
    await classic.post(`updates/${id}/destroy.json`);
    await classic.post('user/deauthorize.json');
    const lines = await classic.client.log();
    expect(lines.map(({ api, operation }) => `${api} ${operation}`)).toEqual(
      [
        ...['updates/create', 'updates/get', 'updates/interactions', 'profiles', 'profiles/get'],
        ...[
          'profiles/schedules',
          'profiles/updates/pending',
          'profiles/updates/sent',
          'profiles/updates/drafts',
        ],
        ...['user', 'links/shares', 'info/configuration', 'no/such/thing', 'profiles/schedules/update'],
        ...['profiles/updates/reorder', 'profiles/updates/shuffle', 'updates/update', 'updates/move_to_top'],
        ...['updates/share', 'updates/interactions/create', 'updates/destroy', 'user/deauthorize'],
      ].map((operation) => `rest ${operation}`),
    );
    expect(lines[0]).toMatchObject({
      status: 200,
      committed: true,
      client: classic.sandbox.classicClientId,
      account: expect.any(String),
      posts: [
        { channelId: IDS.twitter, status: 'scheduled', givenText: 'http://a.example', text: /buff\.ly/ },
        { channelId: IDS.mastodon, status: 'scheduled', givenText: 'http://a.example' },
      ].map((post) =>
        expect.objectContaining({ ...post, ...(post.text && { text: expect.stringMatching(post.text) }) }),
      ),
    });
    expect(lines[0]?.ids).toEqual(lines[0]?.posts.map((post) => post.id));
    const written = lines.filter(({ committed }) => committed).map(({ operation }) => operation);
    expect(written).toEqual([
      ...[
        'updates/create',
        'profiles/schedules/update',
        'profiles/updates/reorder',
        'profiles/updates/shuffle',
      ],
      ...['updates/update', 'updates/move_to_top', 'updates/share', 'user/deauthorize'],
    ]);
    expect(JSON.stringify(lines)).not.toContain('kept-out-of-the-log');
  });

  test('who was not let in is nobody', async () => {
    await classic.raw('/1/user.json');
    expect(await classic.client.log()).toEqual([
      expect.objectContaining({ api: 'rest', operation: 'user', status: 401, account: null, client: null }),
    ]);
  });
});

describe('faults', () => {
  const create = (text = 'Caught') =>
    classic.post('updates/create.json', `text=${text}&profile_ids[]=${IDS.mastodon}`);
  const line = async () => (await classic.client.arrivals('updates/create'))[0];

  test('before: nothing is written', async () => {
    await classic.client.faults([{ operation: 'updates/create', do: 'status', status: 503, body: 'Sorry' }]);
    const { status, text } = await create();
    expect([status, text]).toEqual([503, 'Sorry']);
    expect(await line()).toMatchObject({ committed: false, ids: [] });
    expect((await create()).status).toBe(200);
  });

  test('after: it is written and the answer is lost', async () => {
    await classic.client.faults([{ operation: 'updates/create', when: 'after', do: 'cut' }]);
    await expect(create()).rejects.toThrow('fetch failed');
    const posts = await classic.client.postsWith('Caught');
    expect((await line())?.ids).toEqual(posts.map(({ id }) => id));
    expect(posts).toHaveLength(1);
  });

  test('late: it is checked at the door, and written when its time has come', async () => {
    await classic.client.faults([
      { operation: '*', when: 'late', afterSeconds: 90, do: 'status', status: 504, times: 2 },
    ]);
    expect((await create()).status).toBe(504);
    expect((await classic.raw('/1/updates/create.json', { method: 'POST' })).status).toBe(504);
    expect((await classic.client.pending()).map(({ operation }) => operation)).toEqual(['updates/create']);
    expect(await classic.client.postsWith('Caught')).toEqual([]);
    await classic.client.advance(95);
    const [post] = await classic.client.postsWith('Caught');
    expect(await line()).toMatchObject({ committed: true, ids: [post?.id], commitDueAt: null, status: 504 });
  });
});
