// Tags: posts carry them, lists filter by them, and nothing else in the API knows them.
import { describe, expect, test } from 'vitest';
import { useEveryNetwork } from './every-network.ts';

const buffer = useEveryNetwork();
const POSTS =
  'query ($input: PostsInput!) { posts(input: $input, first: 100) { edges { node { id tags { name } } } } }';

interface Row {
  id: string;
  tags: { name: string }[];
}

async function filtered(filter: object): Promise<Row[]> {
  const { account } = await buffer.data('{ account { organizations { id } } }');
  const [organization] = (account as { organizations: { id: string }[] }).organizations;
  const { posts } = await buffer.data(POSTS, { input: { organizationId: organization?.id, filter } });
  return (posts as { edges: { node: Row }[] }).edges.map(({ node }) => node);
}

async function idsOf(...names: string[]): Promise<string[]> {
  const { tags } = await buffer.client.state();
  return names.map((name) => tags.find((tag) => tag.name === name)?.id ?? `no tag ${name}`);
}

test('some seeded posts carry some', async () => {
  const carried = (await filtered({})).flatMap(({ tags }) => tags.map(({ name }) => name));
  expect(new Set(carried)).toEqual(
    new Set(['Walking', 'Reading', 'Notebooks', 'Autumn series, second part (drafts)']),
  );
  const [walking] = await idsOf('Walking');
  const [post] = await filtered({ tagIds: [walking] });
  expect((await buffer.read(post?.id ?? '')).tags[0]).toEqual({
    id: walking,
    name: 'Walking',
    color: '#9BCF53',
    colorName: 'green',
    isLocked: false,
  });
});

describe('on a post', () => {
  test('come with it and stay', async () => {
    const tagIds = await idsOf('Notebooks', 'Walking');
    const { post } = await buffer.create('mastodon', 'Two tags', { tagIds: [...tagIds, ...tagIds] });
    expect(post.tags.map(({ name }) => name)).toEqual(['Notebooks', 'Walking']);
    const edited = await buffer.edit(post.id, { text: 'Still two tags' });
    expect(edited.post.tags.map(({ id }) => id)).toEqual(tagIds);
    const [stored] = await buffer.client.postsWith('Still two tags');
    expect(stored?.tags).toEqual([
      { id: tagIds[0], name: 'Notebooks' },
      { id: tagIds[1], name: 'Walking' },
    ]);
  });

  test('are replaced and taken away', async () => {
    const { post } = await buffer.create('mastodon', 'Tagged', { tagIds: await idsOf('Walking') });
    const edited = await buffer.edit(post.id, { tagIds: await idsOf('Reading') });
    expect(edited.post.tags.map(({ name }) => name)).toEqual(['Reading']);
    expect((await buffer.edit(post.id, { tagIds: [] })).post.tags).toEqual([]);
  });

  test('that is unknown is refused, and nothing changes', async () => {
    const refused = { __typename: 'InvalidInputError', message: 'Invalid post: Tag was not found.' };
    const tagIds = ['f'.repeat(24)];
    expect(await buffer.create('mastodon', 'Strange', { tagIds })).toEqual(refused);
    const { post } = await buffer.create('mastodon', 'Known', { tagIds: await idsOf('Walking') });
    expect(await buffer.edit(post.id, { tagIds })).toEqual(refused);
    expect((await buffer.read(post.id)).tags.map(({ name }) => name)).toEqual(['Walking']);
  });
});

test('filter lists: one of several, none, or both', async () => {
  const all = await filtered({});
  const having = (...names: string[]) =>
    all.filter(({ tags }) => tags.some(({ name }) => names.includes(name)));
  const bare = all.filter(({ tags }) => tags.length === 0);
  const [walking, reading] = await idsOf('Walking', 'Reading');
  expect(await filtered({ tagIds: [walking] })).toEqual(having('Walking'));
  expect(await filtered({ tags: { in: [walking, reading] } })).toEqual(having('Walking', 'Reading'));
  expect(await filtered({ tags: { in: [], isEmpty: true } })).toEqual(bare);
  expect(await filtered({ tags: { in: [] } })).toEqual([]);
  const both = await filtered({ tags: { in: [walking], isEmpty: true } });
  expect(both).toHaveLength(bare.length + having('Walking').length);
  expect(bare.length).toBeGreaterThan(0);
});

test('beyond what the free plan has are locked there', async () => {
  const names = ['Notebooks', 'Autumn series, second part (drafts)'];
  const { post } = await buffer.create('mastodon', 'Locked?', { tagIds: await idsOf(...names) });
  await buffer.client.changeAccount({ plan: 'free' });
  expect((await buffer.read(post.id)).tags).toMatchObject([{ isLocked: false }, { isLocked: true }]);
});
