// A channel as the classic API's profile, and its posting times as schedules.
import { numberFor } from '../world/luck.ts';
import type { Board, Channel, Post, ScheduleDay } from '../world/model.ts';
import type { Call } from './call.ts';
import { seconds } from './moments.ts';
import { NETWORKS } from './networks.ts';
import { flagOf } from './parameters.ts';

export interface Schedule {
  days: string[];
  times: string[];
}

/** The days with posting times; those with equal ones stand together. */
export function schedulesView(week: readonly ScheduleDay[]): Schedule[] {
  const schedules: Schedule[] = [];
  for (const { day, times, paused } of week) {
    if (paused || times.length === 0) continue;
    const sorted = times.toSorted();
    const equal = schedules.find((schedule) => schedule.times.join() === sorted.join());
    if (equal) equal.days.push(day);
    else schedules.push({ days: [day], times: sorted });
  }
  return schedules;
}

function countsOf({ id }: Channel, posts: readonly Post[]) {
  const own = posts.filter(({ channelId }) => channelId === id);
  const count = (...statuses: string[]) => own.filter(({ status }) => statuses.includes(status)).length;
  return {
    pending: count('scheduled', 'sending', 'error'),
    sent: count('sent'),
    drafts: count('draft', 'needs_approval'),
    daily_suggestions: 0,
  };
}

/** Since 2019 Buffer keeps the names and pictures of X to itself. */
function faceOf({ service, avatar, name }: Channel) {
  if (service === 'twitter') return { avatar: '', avatar_https: '', formatted_username: '' };
  return { avatar, avatar_https: avatar, formatted_username: name };
}

function subprofileView({ id, serviceId, name, url }: Board, { avatar, id: profile, service }: Channel) {
  const ids = { _id: id, id, profile_id: profile, service_id: serviceId };
  return { ...ids, service, name, link: url, avatar, avatar_https: avatar, isShared: false };
}

function statisticsOf({ id, service }: Channel): object {
  const { audience } = NETWORKS[service];
  return audience ? { statistics: { [audience]: 100 + (numberFor(id, audience) % 900) } } : {};
}

function stateOf({ isQueuePaused, isLocked, isDisconnected }: Channel) {
  return {
    ...{ paused: isQueuePaused, locked: isLocked, disabled: false, disconnected: isDisconnected },
    ...{ disabled_features: [], quick_signin: false, direct_posting_enabled: true },
    ...{ reports_logo: null, utm_tracking: 'enabled', cover_photo: '' },
  };
}

/** The profile as it is answered alone. */
export function profileView(channel: Channel, { world, parameters }: Call): object {
  const { id, service, serviceId, timezone } = channel;
  const { name, verb } = NETWORKS[service];
  const boards = flagOf(parameters.subprofiles) && channel.boards;
  return {
    ...{ _id: id, id, ...faceOf(channel), created_at: seconds(channel.createdAt) },
    ...{ service, service_id: serviceId, service_type: channel.type, service_username: channel.name },
    ...{ formatted_service: name, verb, timezone, timezone_city: timezone.split('/').at(-1) },
    ...{ user_id: world.account.id, organization_id: channel.organizationId, organization_role: 'owner' },
    ...{ counts: countsOf(channel, world.posts()), schedules: schedulesView(channel.postingSchedule) },
    ...stateOf(channel),
    ...statisticsOf(channel),
    shortener: { domain: 'buff.ly' },
    ...(boards && { subprofiles: boards.map((board) => subprofileView(board, channel)) }),
  };
}
