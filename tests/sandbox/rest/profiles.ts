// The endpoints of profiles and their posting schedules.
import { type Day, type ScheduleDay, WEEK } from '../world/model.ts';
import { committed, type Handler, profileOf } from './call.ts';
import { Failure } from './failure.ts';
import { NETWORKS } from './networks.ts';
import { flagOf, listOf, mapOf, textsOf } from './parameters.ts';
import { profileView, schedulesView } from './profile-view.ts';

/** Every profile; locked ones only on request. */
export const profiles: Handler = (call) => {
  const withLocked = flagOf(call.parameters.locked);
  const seen = call.world.channels().filter(({ isLocked }) => withLocked || !isLocked);
  return seen.map((channel, index) => ({ ...profileView(channel, call), default: index === 0 }));
};

export const profile: Handler = (call) => profileView(profileOf(call), call);

export const schedules: Handler = (call) => schedulesView(profileOf(call).postingSchedule);

const TIME = /^([01]?\d|2[0-3]):([0-5]\d)$/;

function timeOf(text: string): string {
  const [, hour, minute] = TIME.exec(text) ?? [];
  if (hour === undefined) throw new Failure(1012);
  return `${hour.padStart(2, '0')}:${minute}`;
}

function daysOf(entry: unknown): Day[] {
  return textsOf(mapOf(entry).days).map((text) => {
    const day = WEEK.find((candidate) => candidate === text.toLowerCase());
    if (!day) throw new Failure(1012);
    return day;
  });
}

/** The week that the entries make; what they leave out has no posting times. */
function weekOf(entries: readonly unknown[]): ScheduleDay[] {
  const week = WEEK.map((day) => ({ day, times: [] as string[], paused: false }));
  for (const entry of entries) {
    const times = textsOf(mapOf(entry).times).map(timeOf);
    for (const day of daysOf(entry)) week.find((one) => one.day === day)?.times.push(...times);
  }
  for (const { times } of week) times.sort();
  return week;
}

export const updateSchedules: Handler = (call) => {
  const { service, id } = profileOf(call);
  const entries = listOf(call.parameters.schedules).filter((entry) => 'days' in mapOf(entry));
  if (entries.length === 0) throw new Failure(1004, 'Required parameter missing: schedules.');
  const week = weekOf(entries);
  if (week.some(({ times }) => times.length > NETWORKS[service].scheduleLimit)) throw new Failure(1013);
  committed(call.world.reschedule(id, week), call);
  return { success: true };
};
