// One world behind both APIs: what one writes the other reads.
import { describe, expect, test } from 'vitest';
import { IDS, useClassic } from './classic-sandbox.ts';

const classic = useClassic();

interface Node extends Record<string, unknown> {
  id: string;
}

async function graphql<Data>(query: string, variables: object = {}): Promise<Data> {
  const response = await fetch(`${classic.sandbox.origin}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${classic.sandbox.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const POST = `query ($id: PostId!) { post(input: { id: $id }) { id text status dueAt via shareMode
  assets { source mimeType thumbnail ... on ImageAsset { image { altText } } }
  metadata { ... on FacebookPostMetadata { type linkAttachment { url title text thumbnail } }
    ... on InstagramPostMetadata { type shouldShareToFeed }
    ... on TwitterPostMetadata { retweet { id url } } } } }`;
const read = async (id: string) => (await graphql<{ post: Node }>(POST, { id })).post;

const CREATE = `mutation ($input: CreatePostInput!) { createPost(input: $input) {
  ... on PostActionSuccess { post { id } } ... on MutationError { message } } }`;
async function write(input: object): Promise<string> {
  const rest = { schedulingType: 'automatic', mode: 'addToQueue', assets: [], ...input };
  const { createPost } = await graphql<{ createPost: { post?: Node; message?: string } }>(CREATE, {
    input: rest,
  });
  if (!createPost.post) throw new Error(createPost.message);
  return createPost.post.id;
}

describe('made by the classic API, seen by GraphQL', () => {
  test('a card on Facebook, with the type that GraphQL wants', async () => {
    const link = 'media[link]=http://a.example&media[title]=T&media[description]=D';
    const { id, due_at } = await classic.created(`text=a&${link}`, 'facebook');
    expect(await read(id)).toMatchObject({
      text: 'a',
      status: 'scheduled',
      via: 'api',
      shareMode: 'addToQueue',
      dueAt: new Date(due_at * 1000).toISOString(),
      metadata: {
        type: 'post',
        linkAttachment: { url: 'http://a.example', title: 'T', text: 'D', thumbnail: null },
      },
    });
  });

  test('a picture on Instagram', async () => {
    const url = classic.client.at('/media/forest.jpg');
    const { id } = await classic.created(`text=a&media[photo]=${url}&media[alt_text]=Trees`, 'instagram');
    expect(await read(id)).toMatchObject({
      assets: [{ source: url, thumbnail: url, mimeType: 'image/jpeg', image: { altText: 'Trees' } }],
      metadata: { type: 'post', shouldShareToFeed: true },
    });
  });

  test('a story on Instagram', async () => {
    const url = classic.client.at('/media/forest.jpg');
    const { id } = await classic.created(`text=a&media[photo]=${url}&update_type=story`, 'instagram');
    expect(await read(id)).toMatchObject({ metadata: { type: 'story' } });
  });

  test('a draft, a time of its own, a retweet', async () => {
    const draft = await classic.created('text=a&is_draft=1', 'mastodon');
    expect(await read(draft.id)).toMatchObject({ status: 'draft', dueAt: null });
    const timed = await classic.created('text=b&scheduled_at=2026-03-05T10:00', 'mastodon');
    expect(await read(timed.id)).toMatchObject({
      shareMode: 'customScheduled',
      dueAt: '2026-03-05T10:00:00.000Z',
    });
    const retweet = await classic.created('retweet[tweet_id]=77', 'twitter');
    expect(await read(retweet.id)).toMatchObject({ metadata: { retweet: { id: '77' } } });
  });

  test('an edit, a move, an end', async () => {
    const { id } = await classic.created('text=a', 'mastodon');
    await classic.post(`updates/${id}/update.json`, 'text=b');
    expect((await read(id)).text).toBe('b');
    const [first] = await classic.pending('mastodon');
    await classic.post(`updates/${id}/move_to_top.json`);
    expect((await read(id)).dueAt).toBe(new Date((first?.due_at ?? 0) * 1000).toISOString());
    await classic.post(`updates/${id}/destroy.json`);
    await expect(read(id)).rejects.toThrow('NOT_FOUND');
  });
});

describe('made by GraphQL, seen by the classic API', () => {
  const seen = async (id: string) => (await classic.get(`updates/${id}.json`)).body;

  test('pictures, the first as media', async () => {
    const [one, two] = ['/media/lake.jpg', '/media/night.png'].map((path) => classic.client.at(path));
    const image = (url: string | undefined, altText: string) => ({ image: { url, metadata: { altText } } });
    const id = await write({
      channelId: IDS.mastodon,
      text: 'a',
      assets: [image(one, 'A lake'), image(two, 'Night')],
    });
    expect(await seen(id)).toMatchObject({
      type: 'picture',
      media: { picture: one, thumbnail: one, alt_text: 'A lake' },
      extra_media: [{ picture: two, thumbnail: two, alt_text: 'Night' }],
      via: 'api',
    });
  });

  test('a card, and long links that stay', async () => {
    const text = 'Read https://example.org/long';
    const metadata = { linkedin: { linkAttachment: { url: 'https://example.org/long', title: 'Long' } } };
    const id = await write({ channelId: IDS.linkedin, text, metadata });
    expect(await seen(id)).toMatchObject({
      text,
      type: 'link',
      media: { link: 'https://example.org/long', title: 'Long', expanded_link: 'https://example.org/long' },
    });
    const edited = await classic.post(`updates/${id}/update.json`, `text=${encodeURIComponent(`${text}!`)}`);
    expect(edited.body.update.text).toBe(`${text}!`);
  });

  test('a draft, and one that waits for approval', async () => {
    const draft = await write({ channelId: IDS.mastodon, text: 'a', saveToDraft: true });
    expect(await seen(draft)).toMatchObject({ status: 'draft', needs_approval: false });
    const waiting = await write({ channelId: IDS.mastodon, text: 'b', needsApproval: true });
    expect(await seen(waiting)).toMatchObject({ status: 'draft', needs_approval: true });
    const { body } = await classic.get(`profiles/${IDS.mastodon}/updates/drafts.json?needs_approval=1`);
    expect(body.updates.map(({ id }) => id)).toEqual([waiting]);
  });

  test('a retweet', async () => {
    const metadata = { twitter: { retweet: { id: '42', comment: 'Yes' } } };
    const id = await write({ channelId: IDS.twitter, text: 'Yes', metadata });
    expect(await seen(id)).toMatchObject({ type: 'retweet', retweet: { tweet_id: '42', comment: 'Yes' } });
  });

  test('a duplicate is one whichever API came first', async () => {
    await write({ channelId: IDS.mastodon, text: 'twins' });
    const { body } = await classic.post('updates/create.json', `text=twins&profile_ids[]=${IDS.mastodon}`);
    expect(body.code).toBe(1025);
  });

  test('a limit holds for both', async () => {
    await classic.client.behave({ queueLimit: 1 });
    await expect(write({ channelId: IDS.mastodon, text: 'one too many' })).rejects.toThrow(
      'Limit reached: Scheduled posts limit reached',
    );
  });
});

test('what is due goes out by the one clock', async () => {
  const { id, due_at } = await classic.created('text=a&scheduled_at=2026-03-02T12:00:00Z', 'mastodon');
  await classic.client.advance(4 * 3600);
  expect((await classic.get(`updates/${id}.json`)).body).toMatchObject({ status: 'sent', sent_at: due_at });
});
