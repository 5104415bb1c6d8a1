// Channels beyond the seeded ones: as many as a test wants, on every network, or just those that it names.
import { boardsOf, CHANNEL_KINDS, week } from './channel-kinds.ts';
import type { Channel, ScheduleDay, Service } from './model.ts';
import { ORGANIZATION } from './seed-channels.ts';

/** A channel as a test names it; what is left out is as that network has it. */
export interface NewChannel {
  service: Service;
  name: string;
  type?: Channel['type'];
  timezone?: string;
  schedule?: ScheduleDay[];
}

const SERVICES = Object.keys(CHANNEL_KINDS) as Service[];

// Three channels in a row bear each name, on three networks.
const NAMES = [
  'Walking Notes',
  'Canal & Lock Society',
  'דרכים שקטות',
  'Ida Øvrebø',
  'The Society for the Slow and Unhurried Reading of Long Books in Public Gardens, Railway Stations and Other Draughty Places',
  'Pencils',
  'مقهى القراءة الهادئة في الحي القديم',
  'Тихие тропы',
  'Mara Alder',
  'Fog & Herons',
];

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Los_Angeles',
  'Pacific/Auckland',
  'UTC',
];

const TIMES = [['08:05', '17:40'], ['12:00'], ['07:15', '11:45', '20:20'], ['09:30']];

/** The invented channel of this number, always the same one. */
function invented(number: number): NewChannel {
  return {
    service: SERVICES[number % SERVICES.length] as Service,
    name: NAMES[Math.floor(number / 3) % NAMES.length] as string,
    timezone: ZONES[number % ZONES.length],
    schedule: week(TIMES[number % TIMES.length] as string[]),
  };
}

function handleOf(name: string, number: number): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/gi, '')
    .toLowerCase()
    .slice(0, 20);
  return `${plain || 'channel'}${number}`;
}

interface Seen {
  now: number;
  origin: string;
}

/** The channel under its number, which gives it an id that no other has. */
function channelOf(given: NewChannel, number: number, { now, origin }: Seen): Channel {
  const { service, name, type, timezone = 'Europe/Berlin', schedule = week(['09:00', '16:00']) } = given;
  const { page, descriptor, ...kind } = CHANNEL_KINDS[service];
  const handle = handleOf(name, number);
  return {
    ...kind,
    id: `64f0c0de${(0x1000 + number).toString(16).padStart(16, '0')}`,
    organizationId: ORGANIZATION.id,
    ...{ service, serviceId: `1784140000000${2000 + number}`, type: type ?? kind.type },
    ...{ name, displayName: name, descriptor, timezone, postingSchedule: structuredClone(schedule) },
    ...{ avatar: `${origin}/media/avatars/${service}.jpg`, externalLink: page + handle },
    ...{ isQueuePaused: false, isDisconnected: false, isLocked: false },
    ...(service === 'pinterest' && { boards: boardsOf(['Paths', 'Pages'], handle, number + 1) }),
    ...{ createdAt: now - 86_400_000, updatedAt: now - 86_400_000 },
  };
}

/** `count` invented channels, or those that are named; `from` is the first number that is free. */
export function moreChannels(wanted: number | readonly NewChannel[], from: number, seen: Seen): Channel[] {
  const given =
    typeof wanted === 'number'
      ? Array.from({ length: wanted }, (_, index) => invented(from + index))
      : wanted;
  return given.map((one, index) => channelOf(one, from + index, seen));
}
