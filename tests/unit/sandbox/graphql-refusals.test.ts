import { beforeEach, describe, expect, test } from 'vitest';
import { CHANNEL_IDS, type LocalApi, localApi, newPost, ORGANIZATION, START } from './local-api.ts';

let api: LocalApi;
beforeEach(() => {
  api = localApi();
});

const invalid = (message: string) => ({ __typename: 'InvalidInputError', message });
const PICTURE = { assets: [{ image: { url: 'https://example.com/a.png' } }] };
const facebook = (rest: object) => ({ metadata: { facebook: { type: 'post', ...rest } } });
const link = { linkAttachment: { url: 'https://example.com/essay' } };

describe('what a network requires', () => {
  test.each([
    ['facebook', {}, 'Invalid post: Facebook posts require a type (post, story, or reel).'],
    [
      'instagram',
      {},
      'Invalid post: Instagram posts require at least one image or video., Instagram posts require a type (post, story, or reel).',
    ],
    ['instagram', PICTURE, 'Invalid post: Instagram posts require a type (post, story, or reel).'],
    ['pinterest', {}, 'Invalid post: Pinterest posts require an image., Pinterest posts require a board.'],
    [
      'pinterest',
      { ...PICTURE, metadata: { pinterest: { boardServiceId: 'nowhere' } } },
      'Invalid post: Pinterest board was not found.',
    ],
    ['mastodon', { text: '   ' }, 'Text is required'],
    [
      'threads',
      { metadata: { threads: { thread: [{ text: 'another' }] } } },
      'Invalid post: Threads threads require the text to equal the text of the first post in the thread.',
    ],
  ] as const)('%s %j', async (service, rest, message) => {
    expect(await api.create(newPost(service, 'A text', rest))).toEqual(invalid(message));
  });

  test.each([
    ['instagram', { ...PICTURE, metadata: { instagram: { type: 'post', shouldShareToFeed: true } } }],
    ['pinterest', { ...PICTURE, metadata: { pinterest: { boardServiceId: '870000000000000001' } } }],
    ['facebook', facebook(link)],
    ['linkedin', { assets: [{ link: { url: 'https://example.com/essay' } }] }],
    ['bluesky', { metadata: { bluesky: link } }],
    ['threads', { metadata: { threads: { thread: [{ text: 'A text' }, { text: 'and more' }] } } }],
  ] as const)('%s is content with %j', async (service, rest) => {
    expect((await api.create(newPost(service, 'A text', rest))).post.status).toBe('scheduled');
  });
});

describe('how long a text may be', () => {
  test.each([
    ['twitter', 'x'.repeat(280), 'x'.repeat(281)],
    ['twitter', '🥾'.repeat(140), '🥾'.repeat(141)],
    [
      'twitter',
      `${'x'.repeat(256)} https://example.com/${'y'.repeat(90)}`,
      `${'x'.repeat(257)} https://a.io/b`,
    ],
    ['bluesky', '👩‍👧'.repeat(300), '👩‍👧'.repeat(301)],
    ['mastodon', 'x'.repeat(1000), 'x'.repeat(1001)],
    ['linkedin', 'x'.repeat(3000), 'x'.repeat(3001)],
    ['threads', 'x'.repeat(500), 'x'.repeat(501)],
  ] as const)('%s', async (service, fits, tooLong) => {
    expect((await api.create(newPost(service, fits))).__typename).toBe('PostActionSuccess');
    expect(await api.create(newPost(service, tooLong))).toEqual(
      invalid(expect.stringMatching(/^Invalid post: [\w /]+ posts cannot exceed \d+ characters\.$/)),
    );
  });
});

describe('attachments', () => {
  test('a link attachment excludes assets', async () => {
    const both = { ...PICTURE, ...facebook(link) };
    expect(await api.create(newPost('facebook', 'Both', both))).toEqual(
      invalid('Invalid post: Link attachments cannot be combined with assets.'),
    );
  });

  test('a link attachment is refused where the network has none', async () => {
    const asset = { assets: [{ link: { url: 'https://example.com' } }] };
    expect(await api.create(newPost('twitter', 'Link', asset))).toEqual(
      invalid('Invalid post: Twitter / X posts do not support link attachments.'),
    );
  });

  test.each([
    [
      'https://example.com/missing/a.png',
      'Failed to create post: Failed to fetch image dimensions: Not Found',
    ],
    ['data:image/png;base64,AAAA', 'Invalid post: Asset URLs must be valid http or https URLs.'],
    ['not a url', 'Invalid post: Asset URLs must be valid http or https URLs.'],
  ])('a picture at %s is refused', async (url, message) => {
    expect(await api.create(newPost('twitter', 'Look', { assets: [{ image: { url } }] }))).toEqual(
      invalid(message),
    );
    const metadata = { twitter: { thread: [{ text: 'Look', assets: [{ image: { url } }] }] } };
    expect(await api.create(newPost('twitter', 'Look', { metadata }))).toEqual(invalid(message));
  });
});

describe('when a post may go out', () => {
  test.each([
    [{}, 'dueAt is required when mode is customScheduled'],
    [{ dueAt: START }, 'dueAt must be in the future'],
    [{ dueAt: '2026-03-02T09:59:59+01:00' }, 'dueAt must be in the future'],
  ])('customScheduled %j', async (rest, message) => {
    const input = newPost('twitter', 'Then', { mode: 'customScheduled', ...rest });
    expect(await api.create(input)).toEqual(invalid(message));
  });

  test('a time of its own is kept to the minute', async () => {
    const rest = { mode: 'customScheduled', dueAt: '2026-03-03T21:07:00+13:00' };
    const { post } = await api.create(newPost('twitter', 'Then', rest));
    expect(post).toMatchObject({ dueAt: '2026-03-03T08:07:00.000Z', isCustomScheduled: true, via: 'api' });
  });

  test('dueAt does not count in another mode', async () => {
    const { post } = await api.create(newPost('twitter', 'Queue', { dueAt: '2020-01-01T00:00:00Z' }));
    expect(post).toMatchObject({ isCustomScheduled: false, status: 'scheduled' });
  });

  test('a locked channel takes nothing', async () => {
    api.world.changeChannel(CHANNEL_IDS.twitter, { isLocked: true });
    expect(await api.create(newPost('twitter', 'Hello'))).toEqual(
      invalid('Invalid post: Channel is locked.'),
    );
  });

  test('an unknown channel is not found', async () => {
    expect(await api.create({ ...newPost('twitter', 'Hello'), channelId: 'f'.repeat(24) })).toEqual({
      __typename: 'NotFoundError',
      message: 'Channel not found',
    });
  });
});

describe('drafts', () => {
  test('have neither time nor scheduling type, and the recorded actions', async () => {
    const draft = { saveToDraft: true, mode: 'customScheduled', dueAt: '2026-05-01T00:00:00Z' };
    const { post } = await api.create(newPost('linkedin', 'Not yet', draft));
    expect(post).toMatchObject({ status: 'draft', dueAt: null, sentAt: null, schedulingType: null });
    expect(post.allowedActions).toHaveLength(10);
  });
});

describe('duplicates', () => {
  const duplicate = {
    __typename: 'RestProxyError',
    code: 1025,
    link: null,
    message: expect.stringMatching(/^Whoops/),
  };

  test('of a scheduled post are refused, whatever the spaces', async () => {
    await api.create(newPost('twitter', 'Again and again'));
    expect(await api.create(newPost('twitter', ' Again  and\nagain '))).toEqual(duplicate);
  });

  test('are none on another channel, with another picture, or as a draft', async () => {
    await api.create(newPost('twitter', 'Once'));
    for (const input of [
      newPost('bluesky', 'Once'),
      newPost('twitter', 'Once', PICTURE),
      newPost('twitter', 'Once', { saveToDraft: true }),
    ]) {
      expect((await api.create(input)).__typename).toBe('PostActionSuccess');
    }
  });

  test('of a sent post are refused for a day', async () => {
    const input = newPost('twitter', 'Now', { mode: 'shareNow' });
    await api.create(input);
    api.clock.advance(86_399);
    expect(await api.create(input)).toEqual(duplicate);
    api.clock.advance(1);
    expect((await api.create(input)).post.status).toBe('sent');
  });
});

describe('the plan', () => {
  test('limits scheduled posts, but neither drafts nor what is shared now', async () => {
    api = localApi({ plan: 'free' });
    const left = 10 - api.world.posts().filter((post) => post.status === 'scheduled').length;
    for (let index = 0; index < left; index += 1) await api.create(newPost('twitter', `Post ${index}`));
    expect(await api.create(newPost('twitter', 'One too many'))).toEqual({
      __typename: 'LimitReachedError',
      message: 'Limit reached: Scheduled posts limit reached',
    });
    for (const rest of [{ saveToDraft: true }, { mode: 'shareNow' }]) {
      expect((await api.create(newPost('twitter', 'One too many', rest))).__typename).toBe(
        'PostActionSuccess',
      );
    }
  });

  test('decides about the first comment', async () => {
    const input = newPost('facebook', 'A text', facebook({ firstComment: 'First' }));
    expect((await api.create(input)).__typename).toBe('PostActionSuccess');
    api = localApi({ plan: 'free' });
    expect(await api.create(input)).toEqual(
      invalid('Invalid post: First comment requires a paid plan. Please upgrade to use this feature.'),
    );
  });
});

describe('ideas', () => {
  const IDEA = `mutation ($org: ID!, $content: IdeaContentInput!) { createIdea(input: { organizationId: $org, content: $content }) {
    __typename ... on Idea { content { text } } ... on MutationError { message } } }`;

  test('are kept, unless they are empty', async () => {
    const saved = await api.ask(IDEA, { org: ORGANIZATION.id, content: { text: 'A path' } });
    expect(saved.body.data).toEqual({ createIdea: { __typename: 'Idea', content: { text: 'A path' } } });
    const empty = await api.ask(IDEA, { org: ORGANIZATION.id, content: {} });
    expect(empty.body.data).toEqual({ createIdea: invalid('Idea content is required') });
  });
});
