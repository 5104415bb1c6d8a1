// What the composer lets through Buffer takes, on every network and by both APIs; what it holds back Buffer refuses.
import { describe, expect, test } from 'vitest';
import type { Api } from '../../lib/buffer/backend.ts';
import type { Channel } from '../../lib/buffer/types.ts';
import { type ChannelOptions, type Draft, emptyDraft } from '../../lib/drafts/draft.ts';
import { problems } from '../../lib/drafts/limits.ts';
import type { ProblemKind } from '../../lib/drafts/problem.ts';
import { toPosts } from '../../lib/drafts/split.ts';
import { takesVideos } from '../../lib/drafts/takes.ts';
import { countText } from '../../lib/networks/count.ts';
import { NETWORKS, networkOf } from '../../lib/networks/table.ts';
import { failureOf, useLocalBuffer } from './local-buffer.ts';

const LINK = 'https://walks.example/story';
const PICTURE = 'https://walks.example/1.jpg';
const FILM = { attachment: 'video', video: 'https://walks.example/1.mp4' } as const;

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
    video: FILM.video,
    options: { [id]: options },
    ...change,
  };
}

/** What each kind of post wants to be told, with dates that are a year ahead. */
function kinds(year: number): Record<string, ChannelOptions[]> {
  const dates = { start: `${year}-05-01T10:00`, end: `${year}-05-02T18:00` };
  return {
    facebook: [{ type: 'post' }, { type: 'story' }, { type: 'reel' }],
    instagram: [{ type: 'post' }, { type: 'story' }, { type: 'reel' }],
    youtube: [{}, { categoryId: '10', privacy: 'private' }],
    tiktok: [{}, { title: 'A walk' }],
    mastodon: [{}, { spoilerText: 'Heights' }],
    threads: [{}, { topic: 'Walking' }],
    googlebusiness: [
      { type: 'whats_new' },
      { type: 'whats_new', button: 'shop' },
      { type: 'event', ...dates, button: 'call' },
      { type: 'event', ...dates, allDay: 'true', end: dates.start },
      { type: 'offer', ...dates, code: 'WALK', terms: 'One each' },
    ],
  };
}

/** What may go with a post there; a video where network and API take one. */
function attachments(channel: Channel): Draft['attachment'][] {
  const video = takesVideos(channel) ? (['video'] as const) : [];
  return networkOf(channel.network).needs === 'video' ? [...video] : ['card', 'pictures', ...video];
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
    ['youtube', 'needs-video', {}, { ...FILM, video: '' }],
    ['youtube', 'no-video', {}, FILM],
    ['youtube', 'needs-field', { title: ' ' }, FILM],
    ['youtube', 'long-field', { title: 'x'.repeat(101) }, FILM],
    ['youtube', 'too-long', {}, { ...FILM, text: 'x'.repeat(5001) }],
    ['tiktok', 'too-long', {}, { ...FILM, text: 'x'.repeat(2201) }],
    ['tiktok', 'long-field', { title: 'x'.repeat(91) }, { attachment: 'pictures' }],
    ['threads', 'long-field', { topic: 'x'.repeat(51) }, {}],
    ['instagram', 'needs-picture', { type: 'reel' }, { ...FILM, video: '' }],
    ['tiktok', 'needs-picture', {}, link],
    ['mastodon', 'empty', {}, { ...link, text: '' }],
  ];
}

/** Buffer's documents are silent here: these are the networks' own rules. */
const LOCAL: [string, ProblemKind, ChannelOptions][] = [
  ['googlebusiness', 'long-field', { type: 'event', title: 'x'.repeat(59) }],
  ['googlebusiness', 'past-end', { type: 'offer', start: '2020-01-01', end: '2020-01-02' }],
  ['youtube', 'wrong-sign', { title: 'Up < down' }],
  ['threads', 'wrong-sign', { topic: 'Walks & talks' }],
  ['mastodon', 'too-long', { spoilerText: 'x'.repeat(500) }],
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
    for (const channel of all) {
      for (const options of next[channel.network] ?? [{}]) {
        for (const attachment of attachments(channel)) {
          const draft = draftFor(channel, options, {
            attachment,
            text: `A walk, ${taken}`,
            firstComment: 'More',
          });
          expect(judged(draft, channel, now), `${channel.network} ${JSON.stringify(options)}`).toEqual([]);
          const [post] = toPosts(draft, [channel]);
          if (!post) throw new Error('no post');
          const created = await backend.create(post);
          expect(created.status).toBe('scheduled');
          expect(created.video).toBe(attachment === 'video' ? FILM.video : undefined);
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
      if (hasAll(channel) ? kind === 'no-video' : !found.includes(kind)) continue;
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

test.each(LOCAL)('what %s alone refuses is held back as well: %s', (network, kind, options) => {
  const channel: Channel = {
    ...{ id: 'g', organizationId: 'o', network, name: 'G', type: null, avatar: null },
    ...{ timezone: 'UTC', isPaused: false, isDisconnected: false, isLocked: false, schedule: [], boards: [] },
    ...{ maxCharacters: null, maxPictures: null },
  };
  expect(judged(draftFor(channel, options, {}), channel, Date.UTC(2026, 0, 1))).toContain(kind);
});
