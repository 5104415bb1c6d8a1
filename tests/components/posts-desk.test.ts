// What a person does with the posts that Buffer has, and that no words are lost on the way.
import { describe, expect, it } from 'vitest';
import type { Reply } from '@/lib/messages.ts';
import { list, looking, post } from './buffers-posts.ts';

const A = post('1', 1);
const lists = { all: list([A, post('2', 2)]) };
const REFUSED: Reply = { ok: false, problem: 'invalid', message: 'Too long.' };

describe('a press', () => {
  it.each([
    ['share', 'share-post'],
    ['move', 'move-post'],
    ['delete', 'delete-post'],
  ] as const)(
    'on %s is one command; it is announced, and the list is read once it has settled',
    async (deed, type) => {
      const { posts, asked, pass } = looking({ lists });
      await posts.desk.act(A, deed);
      expect(asked()).toEqual([{ type, id: '1' }]);
      expect(posts.desk.outcome.value).toEqual({ done: deed });
      await pass(1500);
      expect(asked().at(-1)).toEqual({ type: 'read-posts', view: 'queue', channelId: 'a', more: false });
    },
  );

  it('that Buffer refuses stands beside its post, and is announced as nothing', async () => {
    const { posts, asked, pass } = looking({ lists, reply: async () => REFUSED });
    await posts.desk.act(A, 'delete');
    expect(posts.desk.troubles.value).toEqual({
      1: { problem: 'invalid', message: 'Too long.', until: null },
    });
    expect(posts.desk.outcome.value).toBeNull();
    await pass(1500);
    expect(asked()).toHaveLength(1);
  });

  it.each(['unclear', 'not-found', 'too-late'] as const)(
    'that ends in %s has the list read',
    async (problem) => {
      const { posts, asked, pass } = looking({ lists, reply: async () => ({ ok: false, problem }) });
      await posts.desk.act(A, 'share');
      await pass(1500);
      expect(asked().map(({ type }) => type)).toEqual(['share-post', 'read-posts']);
    },
  );

  it('counts once while its answer is awaited', async () => {
    const answer = Promise.withResolvers<Reply>();
    const { posts, asked } = looking({ lists, reply: () => answer.promise });
    const acting = posts.desk.act(A, 'share');
    await posts.desk.act(A, 'share');
    expect(posts.desk.busy.value.has('1')).toBe(true);
    answer.resolve({ ok: true });
    await acting;
    expect(asked()).toHaveLength(1);
    expect(posts.desk.busy.value.size).toBe(0);
  });
});

describe('what did not work', () => {
  it('is gone once something else is looked at, or the same anew, but not beside words that are edited', async () => {
    const { posts } = looking({
      lists,
      reply: async ({ type }) => (type === 'open-post' || type === 'read-posts' ? { ok: true } : REFUSED),
    });
    await posts.desk.edit(A);
    await posts.desk.save('1');
    for (const look of [() => posts.refresh(), () => posts.show('sent'), () => posts.choose('b')]) {
      await posts.desk.ask('b', { type: 'shuffle', channelId: 'b' });
      expect(Object.keys(posts.desk.troubles.value)).toEqual(['1', 'b']);
      look();
      expect(Object.keys(posts.desk.troubles.value)).toEqual(['1']);
    }
  });
});

describe('editing', () => {
  const opened = (reply: Reply[] = []) => {
    const replies: Reply[] = [{ ok: true, text: 'As it is now' }, ...reply];
    return looking({ lists, reply: async () => replies.shift() ?? { ok: true } });
  };

  it('begins with the words as Buffer has them now', async () => {
    const { posts, asked } = opened();
    await posts.desk.edit(A);
    expect(asked()).toEqual([{ type: 'open-post', id: '1' }]);
    expect(posts.desk.edits.value['1']).toMatchObject({ text: 'As it is now', saved: 'As it is now' });
  });

  it('does not begin on a post that is out already', async () => {
    const { posts } = looking({ lists, reply: async () => ({ ok: false, problem: 'too-late' }) });
    await posts.desk.edit(A);
    expect(posts.desk.edits.value).toEqual({});
    expect(posts.desk.troubles.value['1']?.problem).toBe('too-late');
  });

  it('ends once Buffer has the words', async () => {
    const { posts, asked } = opened();
    await posts.desk.edit(A);
    posts.desk.write('1', 'Better');
    await posts.desk.save('1');
    expect(asked()[1]).toEqual({ type: 'edit-post', id: '1', text: 'Better' });
    expect(posts.desk.edits.value).toEqual({});
    expect(posts.desk.outcome.value).toEqual({ done: 'edit' });
  });

  it('keeps the words when Buffer refuses them, with its sentence, and tries again', async () => {
    const { posts } = opened([REFUSED]);
    await posts.desk.edit(A);
    posts.desk.write('1', 'Better');
    await posts.desk.save('1');
    expect(posts.desk.edits.value['1']).toMatchObject({ text: 'Better', saved: 'As it is now' });
    expect(posts.desk.troubles.value['1']?.message).toBe('Too long.');
    await posts.desk.save('1');
    expect([posts.desk.edits.value, posts.desk.troubles.value]).toEqual([{}, {}]);
  });

  it('keeps the words of a post that somebody else has deleted meanwhile', async () => {
    const page = opened();
    await page.posts.desk.edit(A);
    page.posts.desk.write('1', 'Better');
    page.set({ queued: { accountId: 'me', changedAt: 0, lists: { all: list([post('2', 2)]) } } });
    expect(page.posts.desk.strays.value).toEqual([A]);
    await page.posts.lists.choose('b');
    expect(page.posts.desk.strays.value).toEqual([]);
  });

  it('goes on for whoever goes on writing while it is saved', async () => {
    const answer = Promise.withResolvers<Reply>();
    const page = looking({
      lists,
      reply: ({ type }) => (type === 'edit-post' ? answer.promise : Promise.resolve({ ok: true })),
    });
    await page.posts.desk.edit(A);
    page.posts.desk.write('1', 'Better');
    const saving = page.posts.desk.save('1');
    page.posts.desk.write('1', 'Better still');
    answer.resolve({ ok: true });
    await saving;
    expect(page.posts.desk.edits.value['1']).toMatchObject({ text: 'Better still', saved: 'Better' });
  });

  it('is given up by Cancel, with its trouble', async () => {
    const { posts } = opened([REFUSED]);
    await posts.desk.edit(A);
    await posts.desk.save('1');
    posts.desk.cancel('1');
    expect([posts.desk.edits.value, posts.desk.troubles.value]).toEqual([{}, {}]);
  });
});
