// What the composer lets through Buffer takes, on every network and by both APIs; what it holds back Buffer refuses.
import { describe, expect, test } from 'vitest';
import type { Api } from '../../lib/buffer/backend.ts';
import type { Channel } from '../../lib/buffer/types.ts';
import { type ChannelOptions, type Draft, emptyDraft } from '../../lib/drafts/draft.ts';
import { type ProblemKind, problems } from '../../lib/drafts/limits.ts';
import { toPosts } from '../../lib/drafts/split.ts';
import { countText } from '../../lib/networks/count.ts';
import { NETWORKS } from '../../lib/networks/table.ts';
import { failureOf, useLocalBuffer } from './local-buffer.ts';

const LINK = 'https://walks.example/story';
const PICTURE = 'https://walks.example/1.jpg';

/** Everything that a page offers. */
function draftFor({ id, network }: Channel, options: ChannelOptions, change: Partial<Draft>): Draft {
  return {
    ...emptyDraft(),
    channelIds: [id],
    text: `A walk for ${network}`,
    link: LINK,
    attachment: 'card',
    card: { title: 'A walk', description: 'Along the river', picture: PICTURE },
    pictures: [PICTURE, `${PICTURE}?2`].map((url) => ({ url, alt: 'A river', chosen: true })),
    options: { [id]: options },
    ...change,
  };
}

/** What each kind of post wants to be told, with dates that are a year ahead. */
function kinds(year: number): Record<string, ChannelOptions[]> {
  const dates = { start: `${year}-05-01T10:00`, end: `${year}-05-02T18:00` };
  return {
    facebook: [{ type: 'post' }, { type: 'story' }],
    instagram: [{ type: 'post' }, { type: 'story' }],
    googlebusiness: [
      { type: 'whats_new' },
      { type: 'whats_new', button: 'shop' },
      { type: 'event', ...dates, button: 'call' },
      { type: 'event', ...dates, allDay: 'true', end: dates.start },
      { type: 'offer', ...dates, code: 'WALK', terms: 'One each' },
    ],
  };
}

/** Drafts that one field is wrong in, and what is said of it. */
function wrong(year: number): [string, ProblemKind, ChannelOptions, Partial<Draft>][] {
  const event = { type: 'event', start: `${year}-05-01T10:00`, end: `${year}-05-02T18:00` };
  const link = { attachment: 'none', link: '' } as const;
  return [
    ['googlebusiness', 'needs-field', { ...event, title: ' ' }, {}],
    ['googlebusiness', 'needs-field', { ...event, start: '' }, {}],
    ['googlebusiness', 'needs-field', { ...event, end: 'soon' }, {}],
    ['googlebusiness', 'needs-field', { type: 'offer' }, {}],
    ['googlebusiness', 'end-before-start', { ...event, end: `${year}-04-30T10:00` }, {}],
    ['googlebusiness', 'needs-link', { button: 'shop' }, link],
    ['facebook', 'needs-picture', { type: 'story' }, link],
    ['instagram', 'needs-picture', { type: 'story' }, link],
    ['pinterest', 'needs-picture', {}, link],
    ['pinterest', 'long-field', { title: 'x'.repeat(101) }, {}],
    ['linkedin', 'long-comment', {}, { firstComment: 'x'.repeat(1251) }],
    ['facebook', 'long-comment', {}, { firstComment: 'x'.repeat(5001) }],
    ['instagram', 'long-comment', {}, { firstComment: 'x'.repeat(2201) }],
    ['youtube', 'needs-video', {}, {}],
    ['tiktok', 'needs-picture', {}, link],
    ['mastodon', 'empty', {}, { ...link, text: '' }],
  ];
}

/** Buffer's documents are silent here: that Google takes no longer ones, and nothing that is over, is its own rule. */
const LOCAL: [ProblemKind, ChannelOptions][] = [
  ['long-field', { type: 'event', title: 'x'.repeat(59) }],
  ['past-end', { type: 'offer', start: '2020-01-01', end: '2020-01-02' }],
];

function judged(draft: Draft, channel: Channel, now: number): ProblemKind[] {
  const all = problems(draft, [channel], { now, count: countText });
  return all.filter(({ blocking }) => blocking).map(({ kind }) => kind);
}

describe.each<Api>(['graphql', 'rest'])('fields by %s', (api) => {
  const buffer = useLocalBuffer(api);

  async function channels(): Promise<Channel[]> {
    const services = Object.keys(NETWORKS).filter((service) => service !== 'startPage');
    const backend = buffer.backend();
    const read = async () => backend.channels(await backend.account());
    const seeded = new Set((await read()).map(({ id }) => id));
    await buffer.addChannels(services.map((service) => ({ service, name: `All of ${service}` })));
    return (await read()).filter(({ id }) => !seeded.has(id));
  }

  test('a draft without a problem is taken', async () => {
    const [now, all, backend] = [await buffer.now(), await channels(), buffer.backend()];
    const next = kinds(new Date(now).getUTCFullYear() + 1);
    let taken = 0;
    for (const channel of all.filter(({ network }) => network !== 'youtube')) {
      for (const options of next[channel.network] ?? [{}]) {
        for (const attachment of ['card', 'pictures'] as const) {
          const draft = draftFor(channel, options, {
            attachment,
            text: `A walk, ${taken}`,
            firstComment: 'More',
          });
          expect(judged(draft, channel, now), `${channel.network} ${JSON.stringify(options)}`).toEqual([]);
          const [post] = toPosts(draft, [channel]);
          if (!post) throw new Error('no post');
          expect((await backend.create(post)).status).toBe('scheduled');
          taken++;
        }
      }
    }
    expect(taken).toBeGreaterThan(all.length);
  });

  test('what is held back would be refused', async () => {
    const [now, all, backend] = [await buffer.now(), await channels(), buffer.backend()];
    const hasAll = (channel: Channel) => channel.fields === undefined;
    let refused = 0;
    for (const [network, kind, options, change] of wrong(new Date(now).getUTCFullYear() + 1)) {
      const channel = all.find((one) => one.network === network);
      if (!channel) throw new Error(`no ${network}`);
      const draft = draftFor(channel, options, change);
      const found = judged(draft, channel, now);
      // An API that lacks the field is never sent it, and so there is nothing wrong.
      if (!hasAll(channel) && !found.includes(kind)) continue;
      expect(found, `${network} ${kind}`).toContain(kind);
      const [post] = toPosts(draft, [channel]);
      if (!post) throw new Error('no post');
      expect((await failureOf(backend.create(post))).kind, `${network} ${kind}`).toBe('invalid');
      refused++;
    }
    expect(refused).toBeGreaterThan(4);
  });

  test('a comment that is to be paid for is refused in Buffer’s own words', async () => {
    await buffer.account({ plan: 'free' });
    const [now, all] = [await buffer.now(), await channels()];
    const channel = all.find(({ network }) => network === 'linkedin') as Channel;
    const [post] = toPosts(draftFor(channel, {}, { firstComment: 'More' }), [channel]);
    if (!post) throw new Error('no post');
    const created = buffer.backend().create(post);
    if (api === 'rest') expect((await created).createdAt).toBeGreaterThanOrEqual(now - 1000);
    else expect((await failureOf(created)).message).toContain('requires a paid plan');
  });
});

test('what Google alone refuses is held back as well', () => {
  const channel: Channel = {
    ...{ id: 'g', organizationId: 'o', network: 'googlebusiness', name: 'G', type: null, avatar: null },
    ...{ timezone: 'UTC', isPaused: false, isDisconnected: false, isLocked: false, schedule: [], boards: [] },
    ...{ maxCharacters: null, maxPictures: null },
  };
  for (const [kind, options] of LOCAL) {
    expect(judged(draftFor(channel, options, {}), channel, Date.UTC(2026, 0, 1))).toContain(kind);
  }
});
