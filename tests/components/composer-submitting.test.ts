// What becomes of a submit, whatever happens to its answer.
import { describe, expect, it, vi } from 'vitest';
import { draftKey } from '@/lib/capture/to-draft.ts';
import type { Reply } from '@/lib/messages.ts';
import { EMPTY_SUMMARY } from '@/lib/outbox/summary.ts';
import { CAPTURE, composing, entry, LINK } from './composing.ts';

describe('submitting', () => {
  it('hands over one entry per channel of one group, and forgets the draft', async () => {
    const { composer, drafts, sent, ready } = composing();
    await ready();
    composer.toggleChannel('b');
    composer.keeper.flush();
    await composer.submitting.submit();
    expect(composer.submitting.phase.value).toBe('sent');
    expect(drafts.size).toBe(0);
    const [command] = sent;
    if (command?.type !== 'accept') throw new Error('nothing was accepted');
    expect(command.submissions.map(({ post }) => post.channel.id)).toEqual(['a', 'b']);
    expect(new Set(command.submissions.map(({ groupId }) => groupId)).size).toBe(1);
    expect(new Set(command.submissions.map(({ id }) => id)).size).toBe(2);
  });

  it('shows its entries while they are handed over, and until the outbox does', async () => {
    const answer = Promise.withResolvers<Reply>();
    const { composer, sent, ready, change } = composing({ reply: () => answer.promise });
    await ready();
    composer.toggleChannel('b');
    const submitted = composer.submitting.submit();
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    const { group, phase } = composer.submitting;
    const shown = () => group.value.map(({ channelId, state }) => [channelId, state]);
    const waiting = [
      ['a', 'waiting'],
      ['b', 'waiting'],
    ];
    expect([phase.value, shown()]).toEqual(['saving', waiting]);
    answer.resolve({ ok: true });
    await submitted;
    expect([phase.value, shown()]).toEqual(['sent', waiting]);
    const entries = group.value.map((one) => ({ ...one, state: 'sending' as const })).reverse();
    change({ outbox: { ...EMPTY_SUMMARY, entries } });
    expect(shown()).toEqual([
      ['a', 'sending'],
      ['b', 'sending'],
    ]);
  });

  it('is drawn as being saved only if that takes a moment', async () => {
    const answer = Promise.withResolvers<Reply>();
    const slow = composing({ reply: () => answer.promise });
    await slow.ready();
    const { submitting } = slow.composer;
    const submitted = submitting.submit();
    expect(submitting.isWriting.value).toBe(true);
    await vi.waitFor(() => expect(submitting.shown.value).toBe('saving'));
    answer.resolve({ ok: true });
    await submitted;
    expect(submitting.shown.value).toBe('sent');

    const quick = composing({ isPatient: true });
    await quick.ready();
    const seen: string[] = [];
    quick.composer.submitting.shown.subscribe((one) => void seen.push(one));
    await quick.composer.submitting.submit();
    expect(seen).toEqual(['writing', 'sent']);
  });

  it('stands still from the key on, whatever is drawn', async () => {
    const { composer, ready } = composing({ isPatient: true, reply: () => new Promise(() => undefined) });
    await ready();
    const { text } = composer.draft;
    void composer.submitting.submit();
    await vi.waitFor(() => expect(composer.submitting.phase.value).toBe('saving'));
    composer.texts.write(null, 'A later word');
    composer.another();
    expect(await composer.submitting.undo()).toBe(false);
    expect(composer.draft.text).toBe(text);
    expect(composer.submitting.phase.value).toBe('saving');
    expect(composer.submitting.shown.value).toBe('writing');
  });

  it('shows nothing of what was refused', async () => {
    const { composer, ready } = composing({ reply: async () => ({ ok: false, problem: 'failed' }) });
    await ready();
    await composer.submitting.submit();
    expect(composer.submitting.group.value).toEqual([]);
  });

  it('asks a background that lost the answer once more, with the same entries', async () => {
    let died = false;
    const { composer, sent, ready } = composing({
      reply: async () => {
        if (died) return { ok: true };
        died = true;
        throw new Error('gone');
      },
    });
    await ready();
    await composer.submitting.submit();
    expect(composer.submitting.phase.value).toBe('sent');
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  it('offers the same entries again after it was refused, and new ones after a change', async () => {
    const { composer, sent, ready } = composing({ reply: async () => ({ ok: false, problem: 'failed' }) });
    await ready();
    await composer.submitting.submit();
    expect(composer.submitting.trouble.value).toBe('notSaved');
    await composer.submitting.submit();
    composer.change({ text: 'Other words' });
    await composer.submitting.submit();
    const [first, second, third] = sent.map((command) =>
      command.type === 'accept' ? command.submissions[0]?.id : '',
    );
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('sees in the outbox that a submit was accepted although its answer was lost', async () => {
    const { composer, sent, ready, change } = composing({ reply: () => Promise.reject(new Error('gone')) });
    await ready();
    await composer.submitting.submit();
    const [command] = sent;
    const groupId = command?.type === 'accept' ? (command.submissions[0]?.groupId ?? '') : '';
    change({ outbox: { ...EMPTY_SUMMARY, onTheirWay: 1, needsYou: 0, entries: [entry(groupId)] } });
    expect(composer.submitting.phase.value).toBe('sent');
    expect(composer.submitting.group.value).toHaveLength(1);
  });

  it('stays with what the outbox shows when the lost answer is noticed only after it', async () => {
    const lost = Promise.withResolvers<Reply>();
    const { composer, sent, ready, change } = composing({ reply: () => lost.promise });
    await ready();
    const submitting = composer.submitting.submit();
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    const [command] = sent;
    const groupId = command?.type === 'accept' ? (command.submissions[0]?.groupId ?? '') : '';
    change({ outbox: { ...EMPTY_SUMMARY, onTheirWay: 1, needsYou: 0, entries: [entry(groupId)] } });
    lost.reject(new Error('gone'));
    await submitting;
    expect(composer.submitting.phase.value).toBe('sent');
    expect(composer.submitting.trouble.value).toBeNull();
  });

  it('hands over what stood there, whatever is pressed while it is saved', async () => {
    const answer = Promise.withResolvers<Reply>();
    const { composer, sent, ready } = composing({ reply: () => answer.promise });
    await ready();
    composer.change({ text: 'As it was' });
    const submitted = composer.submitting.submit();
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    composer.change({ text: 'Too late' });
    answer.resolve({ ok: true });
    await submitted;
    expect(composer.draft.text).toBe('As it was');
  });

  it('shows the words that were handed over, though the page answered after them', async () => {
    const { composer, ready } = composing();
    composer.change({ text: 'Quick', channelIds: ['a'] });
    await composer.submitting.submit();
    await ready();
    expect(composer.submitting.phase.value).toBe('sent');
    expect(composer.draft.text).toBe('Quick');
  });

  it('keeps the words as a draft again once they are edited again', async () => {
    const { composer, drafts, ready } = composing();
    await ready();
    await composer.submitting.submit();
    expect(drafts.size).toBe(0);
    await composer.editAgain();
    composer.keeper.flush();
    expect(drafts.get(draftKey(CAPTURE))?.text).toContain('A walk');
  });

  it('is taken back to be edited, and stays where it is if it cannot be', async () => {
    let answers = false;
    const { composer, change, sent, ready } = composing({
      reply: async ({ type }) =>
        type !== 'undo' || answers ? { ok: true } : { ok: false, problem: 'not-undone' },
    });
    await ready();
    composer.change({ text: 'My words' });
    await composer.submitting.submit();
    const accept = sent.find(({ type }) => type === 'accept');
    const groupId = accept?.type === 'accept' ? (accept.submissions[0]?.groupId ?? '') : '';
    change({ outbox: { ...EMPTY_SUMMARY, entries: [entry(groupId)] } });
    await composer.editAgain();
    expect(composer.submitting.phase.value).toBe('sent');
    expect(composer.submitting.trouble.value).toBe('notUndone');
    answers = true;
    await composer.editAgain();
    expect(sent.at(-1)).toEqual({ type: 'undo', ids: ['e'] });
    expect(composer.submitting.phase.value).toBe('writing');
    expect(composer.draft.text).toBe('My words');
  });

  it('is followed by another, which begins with the page again', async () => {
    const { composer, drafts, ready } = composing();
    await ready();
    composer.change({ text: 'My words' });
    await composer.submitting.submit();
    composer.another();
    expect(composer.submitting.phase.value).toBe('writing');
    expect(composer.draft).toMatchObject({ text: `A walk\n${LINK}`, channelIds: ['a'] });
    composer.keeper.flush();
    expect(drafts.size).toBe(0);
  });

  it('says in a sentence of its own why a sign-in failed', async () => {
    const { composer, ready } = composing({ reply: async () => ({ ok: false, problem: 'denied' }) });
    await ready();
    await composer.signIn.connect();
    expect(composer.signIn.problem.value).toBe('denied');
  });

  it.each([
    ['disk-full', 'diskFull'],
    ['too-many', 'tooMany'],
    ['too-long', 'tooMuch'],
    ['invalid', 'notSaved'],
  ] as const)('%s: says so, and keeps the words', async (problem, trouble) => {
    const { composer, ready } = composing({ reply: async () => ({ ok: false, problem }) });
    await ready();
    await composer.submitting.submit();
    expect(composer.submitting.trouble.value).toBe(trouble);
    expect(composer.draft.text).toContain('A walk');
  });

  it('sends nothing while something stands in the way', async () => {
    const { composer, sent, ready } = composing();
    await ready();
    composer.toggleChannel('a');
    await composer.submitting.submit();
    expect(sent).toEqual([]);
    expect(composer.judge.blocking.value.map(({ kind }) => kind)).toEqual(['no-channel']);
  });

  it('asks to sign in first, and keeps the words', async () => {
    const { composer, sent, ready, change } = composing();
    await ready();
    change({ connection: { status: 'signed-out', method: null, can: [], account: null } });
    await composer.submitting.submit();
    expect(composer.submitting.trouble.value).toBe('signedOut');
    expect(sent).toEqual([]);
  });
});
