// Which buttons an entry has, and which words.
import { describe, expect, it, vi } from 'vitest';
import { actionsOf } from '@/components/entries/actions.ts';
import { buttonName, detailOf, evidenceOf } from '@/components/entries/words.ts';
import { entry } from './composing.ts';

vi.mock('@/lib/platform/i18n.ts', () => ({
  t: (key: string, words: string[] = []) => [key, ...words].join(' '),
  localeKey: (word: string) => word.replaceAll('-', '_'),
}));

const NOW = new Date(2026, 10, 20, 12).getTime();
const MINUTE = 60_000;

describe('the buttons', () => {
  it.each([
    [{ state: 'waiting' }, ['cancel', 'edit']],
    [{ state: 'sending' }, ['cancel']],
    [{ state: 'checking', reason: 'dropped' }, ['cancel']],
    [{ state: 'checking', reason: 'cancel-wished' }, []],
    [{ state: 'confirmed', remoteId: 'p' }, ['undo']],
    [{ state: 'confirmed', remoteId: 'p', reason: 'cancel-wished' }, ['delete']],
    [{ state: 'confirmed', remoteId: 'p', mode: 'now' }, []],
    [{ state: 'confirmed', remoteId: 'p', dueAt: NOW + 1 }, ['undo']],
    [{ state: 'confirmed', remoteId: 'p', dueAt: NOW }, []],
    [{ state: 'confirmed', remoteId: 'p', dueAt: NOW, mode: 'draft' }, ['undo']],
    [{ state: 'confirmed', remoteId: null }, []],
    [{ state: 'needs-you', reason: 'near-match' }, ['there', 'again', 'edit', 'discard']],
    [{ state: 'needs-you', reason: 'unclear' }, ['there', 'again', 'edit', 'discard']],
    [{ state: 'needs-you', reason: 'duplicate' }, ['there', 'again', 'edit', 'discard']],
    [{ state: 'needs-you', reason: 'queue-full' }, ['again', 'edit', 'discard']],
    [{ state: 'needs-you', reason: 'forbidden' }, ['again', 'edit', 'discard']],
    [{ state: 'needs-you', reason: 'too-old' }, ['again', 'edit', 'discard']],
    [{ state: 'needs-you', reason: 'invalid' }, ['edit', 'again', 'discard']],
    [{ state: 'cancelled' }, ['rewrite']],
  ] as const)('%j', (view, actions) => {
    expect(actionsOf(entry('g', view), 'signed-in', NOW)).toEqual(actions);
  });

  it('lead to the sign-in where nobody, or somebody else, is signed in', () => {
    const waiting = entry('g', { reason: 'signed-out' });
    expect(actionsOf(waiting, 'signed-out', NOW)).toEqual(['sign-in', 'cancel', 'edit']);
    expect(actionsOf(waiting, 'other', NOW)).toEqual(['sign-in', 'cancel', 'edit']);
    expect(actionsOf(entry('g', { state: 'confirmed', remoteId: 'p' }), 'other', NOW)).toEqual([]);
  });

  it('are named so that one can tell which entry they are of', () => {
    expect(buttonName('Discard', entry('g', { text: 'A walk\nand more' }), 'Mara')).toBe(
      'entry.buttonName Discard A walk composer.channelName Mara LinkedIn',
    );
    expect(buttonName('Discard', entry('g'), 'Mara')).toBe(
      'entry.buttonNameBare Discard composer.channelName Mara LinkedIn',
    );
    expect(buttonName('Edit', entry('g', { text: '👋'.repeat(90) }), 'Mara')).toContain(
      `${'👋'.repeat(60)}…`,
    );
  });
});

describe('the sentence', () => {
  const soon = NOW + 5 * MINUTE;
  const OFF = { kind: 'retired', message: null } as const;

  it.each([
    [{ nextAt: NOW }, 'reason.accepted'],
    [{ nextAt: soon }, /^reason.next_try \D*12:05/],
    [{ reason: 'rate-limited', nextAt: soon }, /^reason.rate_limited \D*12:05/],
    [{ reason: 'daily-limit', nextAt: NOW + 24 * 60 * MINUTE }, /^reason.daily_limit tomorrow \D*12:00/],
    [{ reason: 'daily-limit', nextAt: NOW }, 'reason.accepted'],
    [{ reason: 'offline', nextAt: NOW }, 'reason.offline'],
    [{ reason: 'retired', nextAt: soon }, /^reason.retired \D*12:05/],
    [{ state: 'checking', reason: 'dropped', nextAt: soon, error: OFF }, /^reason.retired_look \D*12:05/],
    [{ state: 'checking', reason: 'duplicate', nextAt: NOW, error: OFF }, 'reason.duplicate_look'],
    [{ state: 'sending' }, ''],
    [{ state: 'sending', reason: 'cancel-wished' }, 'reason.cancel_wished'],
    [{ state: 'checking', reason: 'dropped', nextAt: soon }, 'reason.dropped'],
    [{ state: 'checking', reason: 'duplicate', nextAt: soon }, 'reason.duplicate_look'],
    [{ state: 'confirmed', dueAt: soon }, /^today \D*12:05/],
    [{ state: 'confirmed', reason: 'cancel-wished' }, 'outcome.arrivedFirst'],
    [{ state: 'confirmed', mode: 'now' }, 'outcome.shared'],
    [{ state: 'confirmed', mode: 'draft' }, 'outcome.asDraft'],
    [{ state: 'needs-you', reason: 'queue-full' }, 'reason.queue_full'],
    [{ state: 'cancelled' }, ''],
  ] as const)('%j', (view, words) => {
    const said = detailOf(entry('g', view), 'signed-in', NOW).trim();
    if (typeof words === 'string') expect(said).toBe(words);
    else expect(said).toMatch(words);
  });

  it('asks for the right sign-in', () => {
    const waiting = entry('g', { nextAt: soon });
    expect(detailOf(waiting, 'signed-out', NOW)).toBe('reason.signed_out');
    expect(detailOf(waiting, 'other', NOW)).toBe('reason.other_account');
    expect(detailOf(entry('g', { state: 'checking', nextAt: null }), 'other', NOW)).toBe(
      'reason.other_account',
    );
  });
});

describe('what Buffer says to it', () => {
  const needs = { state: 'needs-you', reason: 'near-match' } as const;

  it('is what it holds, or else its own words for the refusal', () => {
    const found = { text: 'Nearly the same', link: 'https://buffer.com/p/1' };
    expect(evidenceOf(entry('g', { ...needs, found }))).toEqual(found);
    const error = { kind: 'invalid', message: 'No picture' } as const;
    expect(evidenceOf(entry('g', { ...needs, error }))).toEqual({ text: 'No picture', link: null });
    expect(evidenceOf(entry('g', { ...needs }))).toBeNull();
    expect(evidenceOf(entry('g', { state: 'waiting', error }))).toBeNull();
  });

  it.each(['http://buffer.com/', 'javascript:alert(1)', 'data:text/html,x', 'https://a@b.com/', 'nonsense'])(
    '%s is no link to open',
    (link) => {
      expect(evidenceOf(entry('g', { ...needs, found: { text: 'x', link } }))?.link).toBeNull();
    },
  );
});
