// What only some APIs can do, over HTTP, against the local Buffer. An API that lacks a method has no test of it.
import { describe, expect, test } from 'vitest';
import { type Api, CAPABILITIES } from '../../lib/buffer/backend.ts';
import { APIS } from '../../lib/buffer/backends.ts';
import type { Post, ScheduleDay } from '../../lib/buffer/types.ts';
import { failureOf, useLocalBuffer } from './local-buffer.ts';
import { channelOn as channelOf, post } from './posts.ts';
import { can } from './sides.ts';

/** The method of a capability that `can` has told of. */
function had<Method>(method: Method | undefined): Method {
  if (method === undefined) throw new Error('the back-end lacks it');
  return method;
}

const idsOf = (posts: Post[]) => posts.map(({ id }) => id);

test('the classic API can do all of it, and the one that lasts none', () => {
  const able = (api: Api) => [...CAPABILITIES, 'deauthorize' as const].filter((name) => can(api, name));
  expect(able('rest')).toEqual([...CAPABILITIES, 'deauthorize']);
  expect(able('graphql')).toEqual([]);
});

/** The suites of the APIs that can do anything of it. */
const ABLE = APIS.filter((api) => [...CAPABILITIES, 'dailyLimits' as const].some((name) => can(api, name)));

describe.each(ABLE)('over %s', (api) => {
  const where = (name: Parameters<typeof can>[1]) => (can(api, name) ? test : () => {});
  const local = useLocalBuffer(api);
  const channelOn = (network: string) => channelOf(local.backend(), network);
  const queueOf = async (network: string) =>
    (await local.backend().queue({ channels: [await channelOn(network)] })).posts;

  /** Three posts in a queue of their own, behind whatever waits there. */
  async function three(network: string): Promise<Post[]> {
    const channel = await channelOn(network);
    const made: Post[] = [];
    for (const text of ['One', 'Two', 'Three'])
      made.push(await local.backend().create(post(channel, { text })));
    return made;
  }

  where('reorder')('named posts come first, in their order', async () => {
    const [one, two, three_] = await three('linkedin');
    const ids = [three_?.id ?? '', one?.id ?? ''];
    const answered = await had(local.backend().reorder)(await channelOn('linkedin'), ids);
    const queued = (await queueOf('linkedin')).filter((each) => !each.isCustomTime);
    expect(idsOf(queued).slice(0, 2)).toEqual(ids);
    expect(idsOf(queued)).toContain(two?.id);
    expect(idsOf(answered)).toEqual(idsOf(await queueOf('linkedin')));
  });

  where('reorder')('the queue of a channel that Buffer does not know has no order', async () => {
    const channel = { ...(await channelOn('linkedin')), id: '000000000000000000000000' };
    expect(await failureOf(had(local.backend().reorder)(channel, ['a1']))).toMatchObject({
      kind: 'not-found',
      code: 1010,
    });
  });

  where('shuffle')('a shuffled queue holds what it held', async () => {
    await three('linkedin');
    const before = idsOf(await queueOf('linkedin'));
    const answered = await had(local.backend().shuffle)(await channelOn('linkedin'));
    expect(idsOf(answered).toSorted()).toEqual(before.toSorted());
    expect(idsOf(await queueOf('linkedin'))).toEqual(idsOf(answered));
  });

  where('setSchedule')('posting times are replaced, and are then the channel’s', async () => {
    const channel = await channelOn('bluesky');
    const wanted: ScheduleDay[] = channel.schedule.map(({ day }) => ({
      day,
      times: day === 'sun' ? [] : ['07:30', '19:05'],
      paused: false,
    }));
    expect(await had(local.backend().setSchedule)(channel, wanted)).toEqual(wanted);
    expect((await local.backend().channel(channel)).schedule).toEqual(wanted);
  });

  where('setSchedule')('more posting times than a network allows are refused', async () => {
    const channel = await channelOn('linkedin');
    const slots = (await local.backend().configuration?.())?.linkedin?.[channel.type ?? '']?.slots ?? 0;
    expect(slots).toBeGreaterThan(0);
    const times = Array.from({ length: slots + 1 }, (_, n) => `08:${String(n).padStart(2, '0')}`);
    const schedule = [{ day: 'mon', times, paused: false }];
    expect(await failureOf(had(local.backend().setSchedule)(channel, schedule))).toMatchObject({
      code: 1013,
    });
    expect((await local.backend().channel(channel)).schedule).toEqual(channel.schedule);
  });

  where('interactions')('what people did is listed, event by event', async () => {
    const backend = local.backend();
    const channel = await channelOn('twitter');
    const [sent] = (await backend.sent({ channels: [channel] })).posts;
    if (!sent) throw new Error('nothing was sent');
    const configuration = await had(backend.configuration)();
    const events = configuration.twitter?.[channel.type ?? '']?.interactions ?? [];
    expect(events).toContain('retweet');
    expect(events).not.toContain('retweets');
    for (const event of events) {
      const page = await had(backend.interactions)({ postId: sent.id, event });
      expect(page.interactions).toHaveLength(page.total);
      for (const one of page.interactions) {
        expect(one).toMatchObject({ event, id: expect.stringMatching(/./) });
        expect(one.at).toBeGreaterThanOrEqual(sent.sentAt ?? 0);
        expect(one.person.name).toBeTruthy();
      }
    }
    const unknown = had(backend.interactions)({ postId: sent.id, event: 'handshake' });
    expect(await failureOf(unknown)).toMatchObject({ kind: 'invalid', code: 1029 });
  });

  where('reply')('a comment is made in the own name, where the network takes one', async () => {
    const backend = local.backend();
    const now = { mode: 'now' } as const;
    const onFacebook = await backend.create(post(await channelOn('facebook'), now));
    const onX = await backend.create(post(await channelOn('twitter'), now));
    await local.advance(600);
    const text = 'Thank you — so great!';
    expect(await had(backend.reply)(onFacebook.id, text)).toMatchObject({ event: 'comment', text });
    const { interactions } = await had(backend.interactions)({ postId: onFacebook.id, event: 'comment' });
    expect(interactions.map((one) => one.text)).toContain(text);
    const refused = had(backend.reply)(onX.id, text);
    expect(await failureOf(refused)).toMatchObject({ kind: 'invalid', code: 1033 });
  });

  where('shares')('an address is counted once it was shared', async () => {
    const url = 'https://a.example/walk?by=river&slow';
    const before = await had(local.backend().shares)(url);
    await local.backend().create(post(await channelOn('linkedin'), { text: `See ${url}` }));
    expect(await had(local.backend().shares)(url)).toBe(before + 1);
  });

  where('dailyLimits')('each channel says how much of its day is taken', async () => {
    const backend = local.backend();
    const channels = [await channelOn('instagram'), await channelOn('twitter')];
    const [before, endless] = await had(backend.dailyLimits)(channels);
    expect(before).toMatchObject({ channelId: channels[0]?.id, limit: 50, isReached: false });
    expect(endless).toMatchObject({ channelId: channels[1]?.id, limit: null, isReached: false });
    const [instagram] = channels;
    if (!instagram) throw new Error('no channel');
    const picture = { url: `${local.credentials().origin}/media/walk.jpg`, alt: '' };
    await backend.create(
      post(instagram, { mode: 'now', attachment: { kind: 'pictures', pictures: [picture] } }),
    );
    const [after] = await had(backend.dailyLimits)(channels);
    expect(after?.taken).toBe((before?.taken ?? 0) + 1);
    await local.channel({ id: instagram.id, dailyLimit: after?.taken });
    const [full] = await had(backend.dailyLimits)(channels);
    expect(full).toEqual({ ...after, limit: after?.taken, isReached: true });
  });

  where('deauthorize')('a credential that was taken back opens nothing', async () => {
    await had(local.backend().deauthorize)();
    expect((await failureOf(local.backend().account())).kind).toBe('unauthorized');
  });
});
