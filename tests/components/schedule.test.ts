// A channel's posting times while they are changed.
import { describe, expect, it } from 'vitest';
import { wholeWeek } from '@/components/schedule/schedule.model.ts';
import type { Capability } from '@/lib/buffer/backend.ts';
import type { Reply } from '@/lib/messages.ts';
import { channel, looking } from './buffers-posts.ts';

const networks = { facebook: { page: { characters: null, slots: 3, interactions: [] } } };

async function scheduling(reply?: () => Promise<Reply>, can: Capability[] = ['setSchedule']) {
  const configuration = { fetchedAt: 0, networks };
  const page = looking({ can, state: { configuration }, ...(reply && { reply }) });
  await page.posts.lists.show('schedule');
  const { schedule } = page.posts;
  const times = (day: string) => schedule.days.value.find((one) => one.day === day)?.times;
  return { ...page, schedule, times };
}

describe('a week', () => {
  it('has seven days from Monday on, whatever Buffer leaves out, and keeps words that are not known', () => {
    const odd = { day: 'someday', times: ['10:00'], paused: false };
    const week = wholeWeek([odd, { day: 'tue', times: ['17:00', '09:00'], paused: true }]);
    expect(week.map(({ day }) => day)).toEqual(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'someday']);
    expect(week[1]).toEqual({ day: 'tue', times: ['09:00', '17:00'], paused: true });
  });
});

describe('what is shown', () => {
  it('begins with the first day of the person’s weeks; what is saved does not change by it', async () => {
    const { schedule, state, set } = await scheduling();
    const days = () => schedule.shown.value.map(({ day }) => day).join(' ');
    expect(days()).toBe('mon tue wed thu fri sat sun');
    const preferences = { when: null, hours: null, weekStart: 'sun' };
    set({ cache: { ...state.value.cache, preferences } });
    expect(days()).toBe('sun mon tue wed thu fri sat');
    expect(schedule.isChanged.value).toBe(false);
  });
});

describe('a change', () => {
  it('adds in order, removes, and copies to all days; what is there already is not added', async () => {
    const { schedule, times } = await scheduling();
    expect(schedule.add('mon', '12:00')).toBe(true);
    expect(times('mon')).toEqual(['09:10', '12:00', '16:30']);
    expect([schedule.add('mon', '12:00'), schedule.add('mon', '')]).toEqual([false, false]);
    schedule.remove('mon', '09:10');
    schedule.copyToAll('mon');
    expect([times('mon'), times('sun')]).toEqual([
      ['12:00', '16:30'],
      ['12:00', '16:30'],
    ]);
    expect(schedule.isChanged.value).toBe(true);
    schedule.reset();
    expect([times('mon'), schedule.isChanged.value]).toEqual([['09:10', '16:30'], false]);
  });

  it('that is taken back by hand is none', async () => {
    const { schedule } = await scheduling();
    schedule.add('mon', '12:00');
    schedule.remove('mon', '12:00');
    expect(schedule.isChanged.value).toBe(false);
  });

  it('is one command; what Buffer made of it is shown then', async () => {
    const { schedule, asked, set, times, posts } = await scheduling();
    schedule.add('sun', '12:00');
    const days = schedule.days.value;
    await schedule.save();
    expect(asked()).toEqual([{ type: 'set-schedule', channelId: 'a', schedule: days }]);
    expect(posts.desk.outcome.value).toEqual({ done: 'schedule' });
    const answered = channel('a', { schedule: [{ day: 'sun', times: ['12:05'], paused: false }] });
    set({ cache: { fetchedAt: 0, channels: [answered], queued: {} } });
    expect(times('sun')).toEqual(['12:05']);
  });

  it('stays when Buffer refuses it, and while another channel is looked at', async () => {
    const { schedule, times, posts } = await scheduling(async () => ({ ok: false, problem: 'invalid' }));
    schedule.add('sun', '12:00');
    await schedule.save();
    expect(times('sun')).toEqual(['12:00']);
    expect(posts.desk.troubles.value['schedule a']?.problem).toBe('invalid');
    await posts.lists.choose('b');
    expect([times('sun'), schedule.isChanged.value]).toEqual([[], false]);
    await posts.lists.choose('a');
    expect(times('sun')).toEqual(['12:00']);
  });
});

describe('the limit', () => {
  it('is the network’s for this type of account, and holds for each day', async () => {
    const { schedule } = await scheduling();
    schedule.add('tue', '12:00');
    schedule.add('mon', '12:00');
    expect([schedule.limit.value, schedule.isOver.value]).toEqual([3, false]);
    schedule.add('mon', '13:00');
    expect(schedule.isOver.value).toBe(true);
  });

  it('is none where Buffer names none', async () => {
    const { posts } = looking({ can: ['setSchedule'] });
    await posts.lists.show('schedule');
    expect(posts.schedule.limit.value).toBeNull();
  });

  it('without the capability nothing can be changed', async () => {
    expect((await scheduling(undefined, [])).schedule.canChange.value).toBe(false);
  });
});
