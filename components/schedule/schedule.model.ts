// A channel's posting times while a person changes them; Buffer has them once they are saved.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { PostDesk } from '@/components/posts/desk.model.ts';
import type { Lists } from '@/components/posts/lists.model.ts';
import { configurationOf } from '@/lib/buffer/configuration.ts';
import type { ScheduleDay } from '@/lib/buffer/types.ts';
import { WEEK } from '@/lib/buffer/week.ts';
import type { KnownConfiguration } from '@/lib/platform/schemas.ts';

interface Change {
  channelId: string;
  days: ScheduleDay[];
}

export class Schedule {
  readonly #lists: Lists;
  readonly #desk: PostDesk;
  readonly #change = signal<Change | null>(null);

  readonly canChange = computed(
    () => this.#lists.isSignedIn.value && this.#lists.can.value.includes('setSchedule'),
  );
  /** The whole week, as it is being changed. */
  readonly days = computed(() => {
    const channel = this.#lists.channel.value;
    if (!channel) return [];
    const change = this.#change.value;
    return change?.channelId === channel.id ? change.days : wholeWeek(channel.schedule);
  });
  /** The same, in the order in which the person's weeks go. */
  readonly shown = computed(() => {
    const first = Math.max(0, WEEK.indexOf(this.#lists.weekStart.value ?? ''));
    const days = this.days.value;
    return [...days.slice(first, WEEK.length), ...days.slice(0, first), ...days.slice(WEEK.length)];
  });
  readonly isChanged = computed(() => {
    const channel = this.#lists.channel.value;
    return channel !== null && !isSame(this.days.value, wholeWeek(channel.schedule));
  });
  /** How many times Buffer allows on one day; null where it names no limit. */
  readonly limit: ReadonlySignal<number | null>;
  /** Whether a day has more, which Buffer would refuse. */
  readonly isOver = computed(() => {
    const limit = this.limit.value;
    return limit !== null && this.days.value.some(({ times }) => times.length > limit);
  });

  constructor(configuration: ReadonlySignal<KnownConfiguration>, lists: Lists, desk: PostDesk) {
    this.#lists = lists;
    this.#desk = desk;
    this.limit = computed(() => {
      const channel = lists.channel.value;
      return channel && (configurationOf(channel, configuration.value.networks)?.slots ?? null);
    });
  }

  /** `time` is `HH:MM`; false if it stands there already, or is none. */
  add(day: string, time: string): boolean {
    const isNew = !this.days.value.some((one) => one.day === day && one.times.includes(time));
    if (!isNew || !/^\d\d:\d\d$/.test(time)) return false;
    this.#set(day, (times) => [...times, time].sort());
    return true;
  }

  remove(day: string, time: string): void {
    this.#set(day, (times) => times.filter((other) => other !== time));
  }

  copyToAll(day: string): void {
    const times = this.days.value.find((one) => one.day === day)?.times ?? [];
    this.#keep(this.days.value.map((one) => ({ ...one, times: [...times] })));
  }

  reset(): void {
    this.#change.value = null;
  }

  /** What Buffer makes of it is shown then; until it has it, the change stays. */
  async save(): Promise<void> {
    const change = this.#change.value;
    if (!change) return;
    const { channelId, days: schedule } = change;
    const command = { type: 'set-schedule', channelId, schedule } as const;
    const about = { channelId, outcome: { done: 'schedule' } } as const;
    const reply = await this.#desk.ask(scheduleOf(channelId), command, about);
    if (reply.ok && this.#change.value === change) this.reset();
  }

  #set(day: string, change: (times: string[]) => string[]): void {
    this.#keep(this.days.value.map((one) => (one.day === day ? { ...one, times: change(one.times) } : one)));
  }

  #keep(days: ScheduleDay[]): void {
    const channelId = this.#lists.channel.value?.id;
    if (channelId !== undefined) this.#change.value = { channelId, days };
  }
}

/** What concerns a channel's schedule has troubles of its own. */
export function scheduleOf(channelId: string): string {
  return `schedule ${channelId}`;
}

/** Buffer may leave out days without times; words for days that are not known stay at the end. */
export function wholeWeek(schedule: ScheduleDay[]): ScheduleDay[] {
  const days = WEEK.map((day) => {
    const parts = schedule.filter((one) => one.day === day);
    return {
      day,
      times: parts.flatMap(({ times }) => times).sort(),
      paused: parts.length > 0 && parts.every(({ paused }) => paused),
    };
  });
  return [...days, ...schedule.filter(({ day }) => !WEEK.includes(day))];
}

function isSame(a: ScheduleDay[], b: ScheduleDay[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
