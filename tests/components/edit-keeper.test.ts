// Words that Buffer does not have yet are kept for the account that they are of.
import { expect, it } from 'vitest';
import { EditKeeper } from '@/components/posts/edit-keeper.ts';
import type { PostEdits } from '@/lib/platform/schemas.ts';
import { list, looking, post } from './buffers-posts.ts';

const A = post('1', 1);
const edit = (text: string, saved = 'As it was') => ({ post: A, text, saved });

function keeping(kept: Record<string, PostEdits> = {}) {
  const { posts } = looking({ lists: { all: list([A]) } });
  const loading: (() => void)[] = [];
  const keeper = new EditKeeper(posts.desk, {
    loadEdits: async (accountId) => {
      if (accountId === 'slow') await new Promise<void>((resolve) => loading.push(resolve));
      return kept[accountId] ?? {};
    },
    saveEdits: async (accountId, edits) => {
      kept[accountId] = edits;
    },
  });
  return { desk: posts.desk, keeper, kept, load: () => loading.shift()?.() };
}

it('each change is kept at once, and what is saved or given up is forgotten', async () => {
  const { desk, keeper, kept } = keeping();
  await keeper.of('me');
  desk.edits.value = { 1: edit('As it was') };
  expect(kept.me).toEqual({});
  desk.write('1', 'Better');
  expect(kept.me).toEqual({ 1: edit('Better') });
  desk.cancel('1');
  expect(kept.me).toEqual({});
});

it('comes back for its account; another one sees and touches nothing of it', async () => {
  const { desk, keeper, kept } = keeping({ me: { 1: edit('Mine') } });
  await keeper.of('me');
  expect(desk.edits.value).toEqual({ 1: edit('Mine') });
  await keeper.of('other');
  expect(desk.edits.value).toEqual({});
  desk.edits.value = { 2: edit('Theirs') };
  await keeper.of(null);
  expect(desk.edits.value).toEqual({});
  expect(kept).toEqual({ me: { 1: edit('Mine') }, other: { 2: edit('Theirs') } });
  await keeper.of('me');
  expect(desk.edits.value).toEqual({ 1: edit('Mine') });
});

it('what was begun while the kept ones were read goes before them; a late answer for another account is nobody’s', async () => {
  const { desk, keeper, kept, load } = keeping({ slow: { 1: edit('Old'), 2: edit('Kept') } });
  const coming = keeper.of('slow');
  desk.edits.value = { 1: edit('New') };
  load();
  await coming;
  expect(desk.edits.value).toEqual({ 1: edit('New'), 2: edit('Kept') });
  expect(kept.slow).toEqual(desk.edits.value);
  await keeper.of(null);
  const late = keeper.of('slow');
  await keeper.of('me');
  load();
  await late;
  expect(desk.edits.value).toEqual({});
});
