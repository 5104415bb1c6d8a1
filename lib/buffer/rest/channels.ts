// Reading channels, and what may be done with one: the order of its queue and its posting times.
import type { Fields, Http } from '../http.ts';
import type { Channel, ChannelRef, Post, ScheduleDay } from '../types.ts';
import { addressOf, afterwards, ask, tell } from './call.ts';
import { refused, unreadable } from './errors.ts';
import { toChannel, toPost } from './map.ts';
import { scheduleFields, toSchedule } from './schedule.ts';
import { doneSchema, idOf, orderSchema, profileSchema, profilesSchema, schedulesSchema } from './schemas.ts';

/** Without it Pinterest's boards are left out. */
const WITH_BOARDS: Fields = [['subprofiles', '1']];

export async function listChannels(http: Http): Promise<Channel[]> {
  const rows = await ask(http, { path: addressOf('profiles'), query: WITH_BOARDS }, profilesSchema);
  return rows.map(toChannel);
}

/** A channel and its posting times, which have an address of their own. */
export async function readChannel(http: Http, { id }: ChannelRef): Promise<Channel> {
  const row = await ask(http, { path: addressOf('profiles', id), query: WITH_BOARDS }, profileSchema);
  if (idOf(row) !== id) throw unreadable('another channel');
  return { ...toChannel(row), schedule: await readSchedule(http, id) };
}

async function readSchedule(http: Http, id: string): Promise<ScheduleDay[]> {
  return toSchedule(await ask(http, { path: addressOf('profiles', id, 'schedules') }, schedulesSchema));
}

export async function setSchedule(
  http: Http,
  { id }: ChannelRef,
  schedule: ScheduleDay[],
): Promise<ScheduleDay[]> {
  const fields = scheduleFields(schedule);
  if (fields.length === 0) throw refused('a schedule without a single time');
  await tell(http, { path: addressOf('profiles', id, 'schedules/update'), fields }, doneSchema);
  return afterwards(() => readSchedule(http, id));
}

export function reorder(http: Http, channel: ChannelRef, ids: string[]): Promise<Post[]> {
  return order(http, channel, { name: 'reorder', fields: ids.map((id) => ['order[]', id] as const) });
}

export function shuffle(http: Http, channel: ChannelRef): Promise<Post[]> {
  return order(http, channel, { name: 'shuffle', fields: [] });
}

async function order(
  http: Http,
  { id }: ChannelRef,
  { name, fields }: { name: string; fields: Fields },
): Promise<Post[]> {
  const path = addressOf('profiles', id, 'updates', name);
  const { data, answer } = await tell(http, { path, fields }, orderSchema);
  if (data.updates.some((row) => row.profile_id !== id)) throw unreadable('another queue', answer);
  return data.updates.map(toPost);
}
