// The list of entries: its groups, and what comes of a press.
import { describe, expect, it } from 'vitest';
import { Queue, type QueuePorts, type QueueState } from '@/components/queue/queue.model.ts';
import { emptyDraft } from '@/lib/drafts/draft.ts';
import { entryDraftKey } from '@/lib/drafts/from-post.ts';
import type { Command, Reply } from '@/lib/messages.ts';
import { EMPTY_SUMMARY } from '@/lib/outbox/summary.ts';
import { entry } from './composing.ts';

const NO_POSTS = { accountId: null, changedAt: 0, lists: {} };
const STORED: QueueState = {
  connection: { status: 'signed-in', method: 'oauth', can: [], account: null },
  cache: { fetchedAt: 0, channels: [], queued: {} },
  outbox: EMPTY_SUMMARY,
  drafts: [],
  online: true,
  queued: NO_POSTS,
  sent: NO_POSTS,
  configuration: { fetchedAt: 0, networks: {} },
  interactions: {},
};

async function listing(
  state: Partial<QueueState> = {},
  reply: () => Promise<Reply> = async () => ({ ok: true }),
  /** What changes while the page reads what is stored. */
  meanwhile: Partial<QueueState> = {},
) {
  const sent: Command[] = [];
  const drafts = new Map((state.drafts ?? []).map((draft) => [draft.key, draft]));
  let change: Parameters<QueuePorts['watch']>[0] = () => undefined;
  let signIns = 0;
  const queue = new Queue({
    load: async () => {
      change(meanwhile);
      return { ...STORED, ...state };
    },
    watch: (changed) => {
      change = changed;
    },
    now: () => 0,
    after: () => undefined,
    send: (command) => {
      sent.push(command);
      return reply();
    },
    saveDraft: async (key, draft) => {
      if (draft) drafts.set(key, draft);
      else drafts.delete(key);
    },
    loadEdits: async () => ({}),
    saveEdits: async () => undefined,
    openSignIn: () => {
      signIns += 1;
    },
  });
  await queue.start();
  return { queue, sent, drafts, change, signIns: () => signIns };
}

const of = (id: string, state: ReturnType<typeof entry>['state']) => entry('g', { id, state });

describe('the groups', () => {
  it('what needs the person, what is on its way, what is in Buffer, what was cancelled', async () => {
    const entries = [
      of('1', 'waiting'),
      of('2', 'needs-you'),
      of('3', 'sending'),
      of('4', 'confirmed'),
      of('5', 'checking'),
      of('6', 'cancelled'),
    ];
    const { queue, change } = await listing({ outbox: { ...EMPTY_SUMMARY, entries } });
    const ids = () =>
      Object.values(queue.groups.value).map((group) => group.map(({ id }: { id: string }) => id));
    expect(ids()).toEqual([['2'], ['5', '3', '1'], ['4'], ['6']]);
    change({ outbox: { ...EMPTY_SUMMARY, entries: [of('1', 'confirmed')] } });
    expect(ids()).toEqual([[], [], ['1'], []]);
  });

  it('what has come to Buffer while the page opened stands there, and not as it was read', async () => {
    const before = { ...EMPTY_SUMMARY, entries: [of('1', 'sending')] };
    const after = { ...EMPTY_SUMMARY, entries: [of('1', 'confirmed')] };
    const { queue } = await listing({ outbox: before }, undefined, { outbox: after });
    expect(queue.groups.value.onTheirWay).toEqual([]);
    expect(queue.groups.value.inBuffer).toHaveLength(1);
  });

  it('what was taken back to edit stands there as its draft alone', async () => {
    const drafts = [{ ...emptyDraft(), key: entryDraftKey('6') }];
    const outbox = { ...EMPTY_SUMMARY, entries: [of('6', 'cancelled')] };
    const { queue } = await listing({ drafts, outbox });
    expect(queue.groups.value.cancelled).toEqual([]);
  });
});

describe('a press', () => {
  it.each([
    ['cancel', { type: 'undo', ids: ['e'] }],
    ['undo', { type: 'undo', ids: ['e'] }],
    ['delete', { type: 'undo', ids: ['e'] }],
    ['there', { type: 'resolve', id: 'e', choice: 'there' }],
    ['again', { type: 'resolve', id: 'e', choice: 'again' }],
    ['discard', { type: 'resolve', id: 'e', choice: 'discard' }],
    ['edit', { type: 'edit', id: 'e' }],
    ['rewrite', { type: 'edit', id: 'e' }],
  ] as const)('%s', async (action, command) => {
    const { queue, sent } = await listing();
    await queue.desk.act('e', action);
    expect(sent).toEqual([command]);
  });

  it('on Edit opens the composer with the draft that was made', async () => {
    const { queue, sent } = await listing({}, async () => ({ ok: true, draftKey: 'entry e' }));
    await queue.desk.act('e', 'edit');
    expect(sent).toEqual([
      { type: 'edit', id: 'e' },
      { type: 'compose', draftKey: 'entry e' },
    ]);
  });

  it('on Sign in leads to the sign-in', async () => {
    const { queue, sent, signIns } = await listing();
    await queue.desk.act('e', 'sign-in');
    expect([sent, signIns()]).toEqual([[], 1]);
  });

  it('counts once while its answer is awaited', async () => {
    const answer = Promise.withResolvers<Reply>();
    const { queue, sent } = await listing({}, () => answer.promise);
    const acting = queue.desk.act('e', 'undo');
    await queue.desk.act('e', 'undo');
    answer.resolve({ ok: true });
    await acting;
    expect(sent).toHaveLength(1);
    await queue.desk.act('e', 'undo');
    expect(sent).toHaveLength(2);
  });

  it('that fails is said beside its entry, until one works', async () => {
    const replies: (() => Promise<Reply>)[] = [
      async () => ({ ok: false, problem: 'not-undone' }),
      async () => ({ ok: false, problem: 'too-late' }),
      () => Promise.reject(new Error('gone')),
      async () => ({ ok: true }),
    ];
    const { queue } = await listing({}, () => (replies.shift() as () => Promise<Reply>)());
    const seen = [];
    for (let press = 0; press < 4; press += 1) {
      await queue.desk.act('e', 'cancel');
      seen.push(queue.desk.troubles.value.e);
    }
    expect(seen).toEqual(['notUndone', 'tooLate', 'failed', undefined]);
  });
});

describe('what was lost', () => {
  const lost = entry('g', { id: 'l', text: 'Known words', mode: { at: 1 } });

  it('is written again from what is known of it', async () => {
    const { queue, sent, drafts } = await listing();
    await queue.writeAgain(lost);
    expect(drafts.get('entry l')).toMatchObject({ text: 'Known words', channelIds: ['a'], when: 'queue' });
    expect(sent).toEqual([{ type: 'compose', draftKey: 'entry l' }]);
  });

  it('goes on where it was begun', async () => {
    const begun = { ...emptyDraft(), key: 'entry l', text: 'Better words' };
    const { queue, drafts } = await listing({ drafts: [begun] });
    await queue.writeAgain(lost);
    expect(drafts.get('entry l')?.text).toBe('Better words');
  });

  it('is dismissed, and what cannot be read discarded, by one command each; a failure is said', async () => {
    const replies: Reply[] = [{ ok: true }, { ok: false, problem: 'failed' }];
    const { queue, sent } = await listing({}, async () => replies.shift() as Reply);
    await queue.dismissLost();
    expect(queue.trouble.value).toBeNull();
    await queue.discardUnreadable('u');
    expect(queue.trouble.value).toBe('failed');
    expect(sent).toEqual([{ type: 'dismiss-lost' }, { type: 'discard-unreadable', id: 'u' }]);
  });
});
