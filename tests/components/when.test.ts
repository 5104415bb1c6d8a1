// When a post goes out, in the words that stand below the choice; the person is in Berlin.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Slots } from '@/components/composer/when/slots.model.ts';
import { firstChoice } from '@/components/composer/when/when.model.ts';
import { elsewhere, quickTimes, zoneWords } from '@/components/composer/when/words.ts';
import type { Channel } from '@/lib/buffer/types.ts';
import { EMPTY_SUMMARY } from '@/lib/outbox/summary.ts';
import { setClock } from '@/lib/platform/zoned-time.ts';
import { composing, entry } from './composing.ts';
import { speakEnglish } from './interface-words.ts';

beforeAll(() => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  setClock(24);
  speakEnglish();
});
afterAll(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  setClock(null);
});

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Tuesday, 10:00 in Berlin. */
const NOW = Date.parse('2026-11-24T09:00:00Z');

function sharing(times: string[], change: Partial<Channel> = {}): Partial<Channel> {
  return { schedule: DAYS.map((day) => ({ day, times, paused: false })), ...change };
}

/** A composer with two channels, and the moments that it tells of them. */
async function looking(a: Partial<Channel>, b: Partial<Channel> = a) {
  const page = composing({ now: () => NOW });
  await page.ready();
  const { composer } = page;
  const [first, second] = composer.channels.value;
  if (!first || !second) throw new Error('two channels are expected');
  const channels = [
    { ...first, ...a },
    { ...second, ...b },
  ];
  composer.cache.value = { ...composer.cache.value, channels };
  const slots = new Slots(composer);
  page.queue({ accountId: 'me', changedAt: 0, lists: { all: { fetchedAt: NOW, posts: [], after: null } } });
  return { ...page, slots, words: () => slots.lines.value.map(({ words }) => words) };
}

describe('the next free slot', () => {
  it('is told for one channel, and in its own zone where that differs', async () => {
    const { slots, composer } = await looking(sharing(['09:10']));
    expect(slots.soonest.value).toBe('tomorrow 09:10');
    composer.toggleChannel('a');
    composer.toggleChannel('b');
    const { slots: others } = await looking(sharing(['09:10'], { timezone: 'America/New_York' }));
    expect(others.soonest.value).toBe('today 15:10 (09:10 in New York)');
  });

  it('is the soonest of several, which are listed one by one', async () => {
    const { slots, composer, words } = await looking(
      sharing(['09:10']),
      sharing(['09:10'], { timezone: 'America/New_York' }),
    );
    composer.toggleChannel('b');
    expect(slots.soonest.value).toBe('today 15:10 and later');
    expect(slots.differ.value).toBe(true);
    expect(words()).toEqual(['tomorrow 09:10', 'today 15:10 · 09:10 in New York']);
  });

  it('says on how many channels where some have none, and why there is none at all', async () => {
    const { slots, composer, words } = await looking(sharing(['09:10']), { isPaused: true });
    composer.toggleChannel('b');
    expect(slots.soonest.value).toBe('tomorrow 09:10 on 1 of 2 channels');
    expect(words()).toEqual(['tomorrow 09:10', 'The queue is paused']);
    composer.toggleChannel('a');
    expect(slots.soonest.value).toBe('The queue is paused');
    composer.change({ when: 'now' });
    expect(slots.isAnyPaused.value).toBe(true);
  });

  it('says nothing while the queue is not known, or is somebody else’s', async () => {
    const { slots, queue } = await looking(sharing(['09:10']));
    queue({ accountId: 'other', changedAt: 0, lists: { all: { fetchedAt: NOW, posts: [], after: null } } });
    expect(slots.soonest.value).toBe('');
  });

  it('moves on with what is handed over, and with what Buffer is known to hold', async () => {
    const { slots, change, queue } = await looking(sharing(['09:10', '16:30']));
    expect(slots.soonest.value).toBe('today 16:30');
    change({ outbox: { ...EMPTY_SUMMARY, entries: [entry('g', { acceptedAt: NOW })] } });
    expect(slots.soonest.value).toBe('tomorrow 09:10');
    const dueAt = Date.parse('2026-11-24T15:30:00Z');
    const confirmed = entry('g', { acceptedAt: NOW, state: 'confirmed', remoteId: 'p', dueAt });
    change({ outbox: { ...EMPTY_SUMMARY, entries: [confirmed] } });
    expect(slots.soonest.value).toBe('tomorrow 09:10');
    const post = {
      ...{ id: 'p', channelId: 'a', network: 'linkedin', text: '', status: 'scheduled' as const },
      ...{ createdAt: NOW, dueAt, sentAt: null, isCustomTime: false, pictures: [], externalLink: null },
      ...{ link: null, retweetOf: null, error: null, statistics: {} },
    };
    const all = { fetchedAt: NOW - 1000, posts: [], after: null };
    // The list of the channel alone was read later than the one of all.
    queue({
      accountId: 'me',
      changedAt: 0,
      lists: { all, a: { fetchedAt: NOW, posts: [post], after: null } },
    });
    expect(slots.soonest.value).toBe('tomorrow 09:10');
    queue({ accountId: 'me', changedAt: 0, lists: { all: { ...all, after: 'more' } } });
    expect(slots.soonest.value).toBe('');
  });

  it('is not worked out anew for a word that is typed', async () => {
    const { slots, composer } = await looking(sharing(['09:10']));
    const before = slots.lines.value;
    composer.change({ text: 'Another word' });
    expect(slots.lines.value).toBe(before);
  });
});

describe('a time that is picked', () => {
  it('begins with the next full hour, and is told in the zones of the channels', async () => {
    const { slots, composer, words } = await looking(
      sharing([]),
      sharing([], { timezone: 'America/New_York' }),
    );
    composer.when.choose('at');
    expect(composer.draft.at).toBe('2026-11-24T11:00');
    composer.toggleChannel('b');
    expect(slots.elsewhere.value).toEqual(['05:00 in New York']);
    expect(words()).toEqual(['today 11:00', 'today 11:00 · 05:00 in New York']);
    composer.change({ at: null });
    expect(slots.elsewhere.value).toEqual([]);
  });

  it('is refused once the clock has passed it', async () => {
    let now = NOW;
    const { composer, ready } = composing({ now: () => now });
    await ready();
    composer.change({ when: 'at', at: '2026-11-24T10:01' });
    expect(composer.judge.problems.value).toEqual([]);
    now += 60_000;
    composer.when.look();
    expect(composer.judge.problems.value).toMatchObject([{ kind: 'past-time', blocking: true }]);
  });

  it('is looked at anew by whoever submits', async () => {
    let now = NOW;
    const { composer, ready, sent } = composing({ now: () => now });
    await ready();
    composer.change({ when: 'at', at: '2026-11-24T10:01' });
    now += 60_000;
    await composer.submitting.submit();
    expect(sent).toEqual([]);
  });

  it('names its zone and how far that is from UTC on the day', () => {
    expect(zoneWords('2026-11-24T09:00', 'Europe/Berlin')).toEqual({
      zone: 'Your time, Europe/Berlin (UTC+1)',
      change: null,
    });
    expect(zoneWords('2026-07-24T09:00', 'America/St_Johns').zone).toBe(
      'Your time, America/St_Johns (UTC−2:30)',
    );
    expect(zoneWords('2026-07-24T09:00', 'UTC').zone).toBe('Your time, UTC');
  });

  it('says what clocks do to it', () => {
    expect(zoneWords('2026-03-29T02:30', 'Europe/Berlin').change).toBe(
      '02:30 does not exist on March 29: clocks go forward; it will be 03:30.',
    );
    expect(zoneWords('2026-10-25T02:30', 'Europe/Berlin').change).toBe(
      '02:30 comes twice on October 25, as clocks go back: the first is meant (UTC+2).',
    );
    expect(zoneWords('2026-10-25T03:00', 'Europe/Berlin').change).toBeNull();
  });

  it('is one press away where it is picked often', () => {
    expect(quickTimes(NOW)).toEqual([
      { words: 'In 1 hour', local: '2026-11-24T11:00' },
      { words: 'Tomorrow 09:00', local: '2026-11-25T09:00' },
      { words: 'Monday 09:00', local: '2026-11-30T09:00' },
    ]);
    // On a Sunday, and in the night before the clocks change.
    const sunday = Date.parse('2026-10-24T22:30:00Z');
    expect(quickTimes(sunday).map(({ local }) => local)).toEqual(['2026-10-25T01:30', '2026-10-26T09:00']);
  });
});

describe('elsewhere', () => {
  it('is told where the clocks show another time, with the day where that differs too', () => {
    expect(elsewhere(NOW, 'Europe/Paris')).toBeNull();
    expect(elsewhere(NOW + 8 * 3_600_000, 'Asia/Tokyo')).toBe('Wed 02:00 in Tokyo');
  });
});

describe('the first choice', () => {
  const cache = { fetchedAt: 0, channels: [], queued: {} };
  const prefer = (when: 'next' | 'at' | null) => ({
    ...cache,
    preferences: { when, hours: null, weekStart: null },
  });

  it('is what is preferred in Buffer until one was made here', () => {
    const none = { channelIds: null, when: 'queue' as const };
    const one = { channelIds: ['a'], when: 'draft' as const };
    expect(firstChoice({ choice: none, cache: prefer('next') }, NOW).when).toBe('next');
    expect(firstChoice({ choice: none, cache: prefer(null) }, NOW).when).toBe('queue');
    expect(firstChoice({ choice: none, cache }, NOW).when).toBe('queue');
    expect(firstChoice({ choice: one, cache: prefer('next') }, NOW).when).toBe('draft');
  });

  it('is a time, the next full hour, for who prefers to pick one', async () => {
    const choice = { channelIds: null, when: 'queue' as const };
    expect(firstChoice({ choice, cache: prefer('at') }, NOW)).toMatchObject({
      when: 'at',
      at: '2026-11-24T11:00',
    });
  });
});
