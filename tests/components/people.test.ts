// What people did with published posts, and answers to them.
import { describe, expect, it } from 'vitest';
import type { Capability } from '@/lib/buffer/backend.ts';
import type { Reply } from '@/lib/messages.ts';
import { looking, post } from './buffers-posts.ts';

const networks = { facebook: { page: { characters: null, slots: null, interactions: ['like', 'comment'] } } };
const SENT = post('1', -1, { status: 'sent' });

function people(can: Capability[] = ['interactions', 'reply'], reply?: () => Promise<Reply>) {
  const configuration = { fetchedAt: 0, networks };
  return looking({ can, state: { configuration }, ...(reply && { reply }) });
}

describe('interactions', () => {
  it('are offered where the API has them, by the events of the channel’s type', () => {
    const { posts } = people();
    expect(posts.people.isOffered.value).toBe(true);
    expect(posts.people.eventsOf(SENT)).toEqual(['like', 'comment']);
    expect(posts.people.eventsOf(post('2', -1, { channelId: 'gone' }))).toEqual([]);
    expect(people([]).posts.people.isOffered.value).toBe(false);
  });

  it('are read event by event, and come by storage', async () => {
    const { posts, asked, set } = people();
    await posts.people.show('1', 'like');
    expect(asked()).toEqual([{ type: 'read-interactions', postId: '1', event: 'like' }]);
    expect(posts.people.shown.value).toEqual({ 1: 'like' });
    expect(posts.people.of('1', 'like')).toBeNull();
    set({ interactions: { '1 like': { total: 0, interactions: [] } } });
    expect(posts.people.of('1', 'like')).toEqual({ total: 0, interactions: [] });
  });

  it('are read of the next event too while those of one are on their way', () => {
    const { posts, asked } = people(['interactions'], () => new Promise(() => undefined));
    void posts.people.show('1', 'like');
    void posts.people.show('1', 'comment');
    expect(asked().map((command) => 'event' in command && command.event)).toEqual(['like', 'comment']);
  });
});

describe('an answer', () => {
  it('is offered to comments on Facebook, where the API takes one', () => {
    const { posts } = people();
    expect(posts.people.canAnswer(SENT, 'comment')).toBe(true);
    expect(posts.people.canAnswer(SENT, 'like')).toBe(false);
    expect(posts.people.canAnswer({ ...SENT, network: 'linkedin' }, 'comment')).toBe(false);
    expect(people(['interactions']).posts.people.canAnswer(SENT, 'comment')).toBe(false);
  });

  it('is one command, after which the field is empty', async () => {
    const { posts, asked } = people();
    await posts.people.answer('1', 'comment');
    posts.people.write('1', ' Thank you ');
    await posts.people.answer('1', 'comment');
    expect(asked()).toEqual([{ type: 'reply', postId: '1', event: 'comment', text: 'Thank you' }]);
    expect(posts.people.answers.value).toEqual({ 1: '' });
  });

  it('is sent while the list is being read', () => {
    const { posts, asked } = people(['interactions', 'reply'], () => new Promise(() => undefined));
    void posts.people.show('1', 'comment');
    posts.people.write('1', 'Thank you');
    void posts.people.answer('1', 'comment');
    expect(asked().map(({ type }) => type)).toEqual(['read-interactions', 'reply']);
  });

  it('stays in the field when Buffer refuses it', async () => {
    const { posts } = people(['reply'], async () => ({ ok: false, problem: 'forbidden' }));
    posts.people.write('1', 'Thank you');
    await posts.people.answer('1', 'comment');
    expect(posts.people.answers.value).toEqual({ 1: 'Thank you' });
    expect(posts.desk.troubles.value['answer 1']?.problem).toBe('forbidden');
  });
});
