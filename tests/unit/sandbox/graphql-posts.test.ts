import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { beforeEach, describe, expect, test } from 'vitest';
import { CHANNEL_IDS, type LocalApi, localApi, newPost, ORGANIZATION } from './local-api.ts';

let api: LocalApi;
beforeEach(() => {
  api = localApi();
});

const org = ORGANIZATION.id;
const POSTS = `query ($input: PostsInput!, $first: Int, $after: String) {
  posts(input: $input, first: $first, after: $after) {
    edges { cursor node { id text status createdAt dueAt channelId } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Row {
  id: string;
  text: string;
  status: string;
  createdAt: string;
  dueAt: string | null;
  channelId: string;
}

interface Page {
  posts: {
    edges: { cursor: string; node: Row }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  };
}

const ask = (input: object, rest: object = {}) =>
  api.ask<Page>(POSTS, { input: { organizationId: org, ...input }, ...rest });
const list = async (input: object, rest?: object) => (await ask(input, rest)).body.data.posts;
const rows = async (filter: object, sort?: object[]) =>
  (await list({ filter, sort }, { first: 100 })).edges.map(({ node }) => node);

describe('posts', () => {
  test('come newest first', async () => {
    const created = (await rows({})).map((row) => row.createdAt);
    expect(created).toHaveLength(12);
    expect(created).toEqual(created.toSorted().toReversed());
  });

  test('of one moment come newest first, too', async () => {
    await api.create(newPost('twitter', 'older'));
    await api.create(newPost('twitter', 'newer'));
    expect((await rows({})).slice(0, 2).map((row) => row.text)).toEqual(['newer', 'older']);
  });

  test('by due time, those without one last in either direction', async () => {
    for (const direction of ['asc', 'desc']) {
      const due = (await rows({}, [{ field: 'dueAt', direction }])).map((row) => row.dueAt);
      const dated = due.filter((each) => each !== null).toSorted();
      expect(due).toEqual([...(direction === 'asc' ? dated : dated.toReversed()), null]);
    }
  });

  test('by channel and status', async () => {
    const found = await rows({
      channelIds: [CHANNEL_IDS.twitter, CHANNEL_IDS.threads],
      status: ['sent', 'error'],
    });
    expect(found.map((row) => row.status).toSorted()).toEqual(['error', 'sent']);
  });

  test('by the time of their making', async () => {
    const [newest] = await rows({});
    const start = newest?.createdAt;
    expect(await rows({ createdAt: { start } })).toHaveLength(1);
    expect(await rows({ createdAt: { end: start } })).toHaveLength(12);
  });

  test('by due time and by having one', async () => {
    const range = { start: '2026-03-02T12:00:00Z', end: '2026-03-02T14:00:00Z' };
    expect((await rows({ dueAt: range })).map((row) => row.dueAt)).toEqual(['2026-03-02T13:15:00.000Z']);
    expect((await rows({ dueAtPresence: 'absent' })).map((row) => row.status)).toEqual(['draft']);
    expect(await rows({ dueAtPresence: 'present' })).toHaveLength(11);
  });

  test('startDate and endDate look at both times', async () => {
    const dates = { startDate: '2026-03-02T08:00:00Z', endDate: '2026-03-02T14:00:00Z' };
    await api.create(newPost('mastodon', 'made in the range'));
    const found = await rows(dates);
    expect(found.map((row) => row.dueAt)).toContain('2026-03-02T13:15:00.000Z');
    expect(found.map((row) => row.text)).toContain('made in the range');
  });

  test('absence and a range of due times exclude each other', async () => {
    const { body } = await ask({
      filter: { dueAtPresence: 'absent', dueAt: { start: '2026-01-01T00:00:00Z' } },
    });
    expect(body.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('by a tag there are none', async () => {
    expect(await rows({ tagIds: ['a'.repeat(24)] })).toEqual([]);
  });
});

describe('pages', () => {
  test('together hold every post once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const part: Page['posts'] = await list({}, { first: 5, after });
      seen.push(...part.edges.map(({ node }) => node.id));
      after = part.pageInfo.hasNextPage ? part.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual((await rows({})).map((row) => row.id));
  });

  test('go on where they ended when the last post is gone', async () => {
    const all = (await rows({})).map((row) => row.id);
    const { pageInfo } = await list({}, { first: 3 });
    api.world.remove(all[2] ?? '');
    const next = await list({}, { first: 3, after: pageInfo.endCursor });
    const kept = api.world.posts().some((post) => post.id === all[2]);
    expect(kept).toBe(false);
    expect(next.edges.map(({ node }) => node.id)).toEqual(all.slice(3, 6));
  });

  test.each([{ first: 101 }, { first: 0 }, { after: 'nonsense' }])('%j is refused', async (rest) => {
    const { status, body } = await ask({}, rest);
    expect([status, body.errors[0]?.extensions.code]).toEqual([200, 'BAD_USER_INPUT']);
  });
});

describe('the operations of a quick-queue client', () => {
  const query = readFileSync(new URL('quick-queue-operations.graphql', import.meta.url), 'utf8');
  const channels = [CHANNEL_IDS.twitter];
  const id = '64f0b0570000000000000004';
  const variables: Record<string, object> = {
    Bootstrap: {},
    Channels: { org },
    Queue: { org, channels },
    RecentForDedupe: { org, channels, since: '2026-02-01T00:00:00Z' },
    DailyLimits: { channels: Object.values(CHANNEL_IDS) },
    CreatePost: { input: newPost('twitter', 'Hello') },
    CreateForChannels: { input: { organizationId: org, posts: [newPost('twitter', 'Hello')] } },
    EditPost: { input: { id, text: 'Changed' } },
    DeletePost: { id },
    MoveInQueue: { id, position: 'bottom' },
    SaveIdea: { org, content: { text: 'A path' } },
  };
  const names = parse(query).definitions.flatMap((definition) =>
    definition.kind === 'OperationDefinition' && definition.name ? [definition.name.value] : [],
  );

  test.each(names)('%s', async (operationName) => {
    const { status, body } = await api.send({
      method: 'POST',
      headers: { authorization: 'Bearer key' },
      body: JSON.stringify({ query, operationName, variables: variables[operationName] }),
    });
    expect(status).toBe(200);
    expect(body.errors).toBeUndefined();
    expect(body.data).not.toBeNull();
  });
});

test('every field of the schema can be read from the seeded posts and channels', async () => {
  const common = 'annotations { content } type';
  const query = `{
    posts(first: 100, input: { organizationId: "${org}" }) { edges { node {
      allowedActions externalLink sharedNow shareMode via ideaId notes { id } tags { id } metrics { value } contentItemId
      author { name avatar isDeleted } channel { id name metadata { __typename } } error { message rawError supportUrl }
      assets { type mimeType ... on ImageAsset { image { altText width height isAnimated } } }
      metadata { __typename ... on CommonPostMetadata { ${common} } ... on ThreadedPostMetadata { threadCount thread { text } }
        ... on LinkedInPostMetadata { linkAttachment { url title text thumbnails expandedUrl } }
        ... on PinterestPostMetadata { board { name serviceId } title } ... on InstagramPostMetadata { shouldShareToFeed isAiGenerated } }
    } } }
    channels(input: { organizationId: "${org}", filter: { isLocked: false, product: publish } }) {
      allowedActions linkShortening { isEnabled } postingGoal { goal } products scopes createdAt updatedAt isNew
      metadata { ... on MastodonMetadata { maxCharacters } ... on PinterestMetadata { boards { id serviceId name url } } }
    }
    ideas(input: { organizationId: "${org}" }) { edges { node { id } } pageInfo { hasNextPage } }
    postTemplates(input: { organizationId: "${org}" }) { totalCount edges { cursor } }
    contentItems(input: { organizationId: "${org}" }) { totalCount }
    aggregatedPostMetrics(input: { organizationId: "${org}", startDateTime: "2026-01-01T00:00:00Z", endDateTime: "2026-04-01T00:00:00Z" }) {
      metrics { type value unit } metricsUpdatedAt }
  }`;
  const { body } = await api.ask<{ channels: object[] }>(query);
  expect(body.errors).toBeUndefined();
  expect(body.data.channels).toHaveLength(8);
  expect(body.data.channels).toContainEqual(expect.objectContaining({ metadata: { maxCharacters: 1000 } }));
});
