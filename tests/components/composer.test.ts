// How the composer thinks, with an outside that the test holds in its hands.
import { describe, expect, it, vi } from 'vitest';
import { Composer } from '@/components/composer/composer.model.ts';
import type { ComposerPorts, Watchers } from '@/components/composer/composer.ports.ts';
import type { Channel } from '@/lib/buffer/types.ts';
import type { Capture } from '@/lib/capture/capture.ts';
import { draftKey } from '@/lib/capture/to-draft.ts';
import type { Draft } from '@/lib/drafts/draft.ts';
import type { Command, Reply } from '@/lib/messages.ts';
import type { EntryView } from '@/lib/outbox/summary.ts';

const LINK = 'https://example.org/walk';

const CAPTURE: Capture = {
  kind: 'page',
  pageUrl: LINK,
  link: { url: LINK, source: 'tab', removed: [], original: LINK },
  title: { text: 'A walk', source: 'og' },
  description: '',
  pictures: [],
  quote: null,
  unreadable: false,
};

function channel(id: string, network = 'linkedin'): Channel {
  return {
    id,
    organizationId: 'o',
    network,
    name: id,
    avatar: null,
    timezone: 'Europe/Berlin',
    isPaused: false,
    isDisconnected: false,
    isLocked: false,
    schedule: [],
    maxCharacters: null,
    boards: [],
  };
}

/** A composer over a person who is signed in, has two channels and chose the first one last. */
function composing(
  change: { reply?: (command: Command) => Promise<Reply>; drafts?: Record<string, Draft> } = {},
) {
  const sent: Command[] = [];
  const drafts = new Map(Object.entries(change.drafts ?? {}));
  let watchers: Watchers | undefined;
  let ids = 0;
  const page = Promise.withResolvers<Capture>();
  const ports: ComposerPorts = {
    load: async () => ({
      connection: {
        status: 'signed-in',
        method: 'api-key',
        account: { id: 'me', name: 'Mara', email: null, avatar: null },
      },
      cache: { fetchedAt: 1, channels: [channel('a'), channel('b', 'twitter')], queued: { a: 2, b: 3 } },
      choice: { channelIds: ['a'], when: 'queue' },
      outbox: { onTheirWay: 0, needsYou: 0, entries: [] },
      handoff: null,
    }),
    watch: (given) => {
      watchers = given;
    },
    capture: () => page.promise,
    loadDraft: async (key) => drafts.get(key) ?? null,
    saveDraft: async (key, draft) => {
      if (draft) drafts.set(key, draft);
      else drafts.delete(key);
    },
    saveChoice: async () => undefined,
    openSettings: async () => undefined,
    send: (command) => {
      sent.push(command);
      return change.reply?.(command) ?? Promise.resolve({ ok: true });
    },
    newId: () => `id-${ids++}`,
    now: () => 1000,
  };
  const composer = new Composer(ports);
  const started = composer.start();
  const ready = async () => {
    page.resolve(CAPTURE);
    await started;
  };
  return { composer, drafts, sent, page, ready, watchers: () => watchers };
}

function entry(groupId: string): EntryView {
  return {
    id: 'e',
    groupId,
    channelId: 'a',
    network: 'linkedin',
    text: '',
    mode: 'queue',
    state: 'waiting',
    reason: 'accepted',
    acceptedAt: 0,
    nextAt: null,
    dueAt: null,
    remoteId: null,
    error: null,
  };
}

describe('filling', () => {
  it('takes the page, the last choice and the counts', async () => {
    const { composer, ready } = composing();
    await ready();
    expect(composer.draft).toMatchObject({ text: `A walk\n${LINK}`, link: LINK, channelIds: ['a'] });
    expect(composer.queued.value).toBe(5);
  });

  it('never overwrites what was typed before the page had answered, and keeps it as a draft', async () => {
    const { composer, drafts, ready } = composing();
    composer.change({ text: 'My own words' });
    await ready();
    expect(composer.draft).toMatchObject({ text: 'My own words', link: LINK });
    composer.keeper.flush();
    await vi.waitFor(() => expect(drafts.get(draftKey(CAPTURE))?.text).toBe('My own words'));
  });

  it('brings the page’s draft back, and starts over when told to', async () => {
    const first = composing();
    await first.ready();
    first.composer.change({ text: 'Half a thought' });
    first.composer.keeper.flush();
    const again = composing({ drafts: Object.fromEntries(first.drafts) });
    await again.ready();
    expect(again.composer.restored.value).toBe(true);
    expect(again.composer.draft.text).toBe('Half a thought');
    again.composer.startOver();
    expect(again.composer.draft.text).toBe(`A walk\n${LINK}`);
    expect(again.drafts.size).toBe(0);
  });

  it('stores nothing while nothing was changed', async () => {
    const { composer, drafts, ready } = composing();
    await ready();
    composer.keeper.flush();
    expect(drafts.size).toBe(0);
  });
});

describe('submitting', () => {
  it('hands over one entry per channel of one group, and forgets the draft', async () => {
    const { composer, drafts, sent, ready } = composing();
    await ready();
    composer.toggleChannel('b');
    composer.keeper.flush();
    await composer.submit();
    expect(composer.phase.value).toBe('sent');
    expect(drafts.size).toBe(0);
    const [command] = sent;
    if (command?.type !== 'accept') throw new Error('nothing was accepted');
    expect(command.submissions.map(({ post }) => post.channel.id)).toEqual(['a', 'b']);
    expect(new Set(command.submissions.map(({ groupId }) => groupId)).size).toBe(1);
    expect(new Set(command.submissions.map(({ id }) => id)).size).toBe(2);
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
    await composer.submit();
    expect(composer.phase.value).toBe('sent');
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  it('offers the same entries again after it was refused, and new ones after a change', async () => {
    const { composer, sent, ready } = composing({ reply: async () => ({ ok: false, problem: 'failed' }) });
    await ready();
    await composer.submit();
    expect(composer.trouble.value).toBe('notSaved');
    await composer.submit();
    composer.change({ text: 'Other words' });
    await composer.submit();
    const [first, second, third] = sent.map((command) =>
      command.type === 'accept' ? command.submissions[0]?.id : '',
    );
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('sees in the outbox that a submit was accepted although its answer was lost', async () => {
    const { composer, sent, ready, watchers } = composing({ reply: () => Promise.reject(new Error('gone')) });
    await ready();
    await composer.submit();
    const [command] = sent;
    const groupId = command?.type === 'accept' ? (command.submissions[0]?.groupId ?? '') : '';
    watchers()?.outbox({ onTheirWay: 1, needsYou: 0, entries: [entry(groupId)] });
    expect(composer.phase.value).toBe('sent');
    expect(composer.group.value).toHaveLength(1);
  });

  it('stays with what the outbox shows when the lost answer is noticed only after it', async () => {
    const lost = Promise.withResolvers<Reply>();
    const { composer, sent, ready, watchers } = composing({ reply: () => lost.promise });
    await ready();
    const submitting = composer.submit();
    const [command] = sent;
    const groupId = command?.type === 'accept' ? (command.submissions[0]?.groupId ?? '') : '';
    watchers()?.outbox({ onTheirWay: 1, needsYou: 0, entries: [entry(groupId)] });
    lost.reject(new Error('gone'));
    await submitting;
    expect(composer.phase.value).toBe('sent');
    expect(composer.trouble.value).toBeNull();
  });

  it('says that the disk is full, and keeps the words', async () => {
    const { composer, ready } = composing({ reply: async () => ({ ok: false, problem: 'disk-full' }) });
    await ready();
    await composer.submit();
    expect(composer.trouble.value).toBe('diskFull');
    expect(composer.draft.text).toContain('A walk');
  });

  it('sends nothing while something stands in the way', async () => {
    const { composer, sent, ready } = composing();
    await ready();
    composer.toggleChannel('a');
    await composer.submit();
    expect(sent).toEqual([]);
    expect(composer.blocking.value.map(({ kind }) => kind)).toEqual(['no-channel']);
  });

  it('asks to sign in first, and keeps the words', async () => {
    const { composer, sent, ready, watchers } = composing();
    await ready();
    watchers()?.connection({ status: 'signed-out', method: null, account: null });
    await composer.submit();
    expect(composer.trouble.value).toBe('signedOut');
    expect(sent).toEqual([]);
  });
});
