// The endpoints beside profiles and updates: the person, shares of a link, the configuration.
import { numberFor } from '../world/luck.ts';
import type { Channel, Post } from '../world/model.ts';
import { textLimit } from '../world/text-length.ts';
import type { Handler } from './call.ts';
import { PICTURE_TYPES } from './media.ts';
import { seconds } from './moments.ts';
import { NETWORKS } from './networks.ts';
import { required, textOf } from './parameters.ts';

export const user: Handler = ({ world, now, parameters }) => {
  const { id, name, createdAt, timezone, avatar, email, preferences } = world.account;
  const includes = (textOf(parameters.includes) ?? '').split(',');
  return {
    ...{ _id: id, id, name, email, activity_at: seconds(now), created_at: seconds(createdAt) },
    ...{ plan: world.organization.plan === 'free' ? 'free' : 'small', timezone, language: 'en' },
    ...{ twentyfour_hour_time: preferences.timeFormat === '24', profile_groups: [] },
    week_starts_monday: preferences.startOfWeek === 'monday',
    ...{ pablo_preferences: null, features: [], messages: [], tags: [] },
    ...(includes.includes('avatar') && { avatar }),
  };
};

export const deauthorize: Handler = ({ grants, visitor, commits }) => {
  grants.revoke(visitor?.token ?? '');
  commits.committed = true;
  return { success: true, message: 'Access successfully revoked!' };
};

/** `www.` and a slash at the end make no other link; other subdomains do. */
function bare(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
}

function carries({ givenText, linkAttachment }: Post, link: string): boolean {
  const addresses = givenText.match(/https?:\/\/[^\s<>"]+/g) ?? [];
  return [...addresses, linkAttachment?.url ?? ''].some((address) => bare(address) === link);
}

/** How often the world's posts carry the link; the demo pages have been shared before, too. */
export const shares: Handler = ({ world, parameters, origin }) => {
  const url = required(parameters.url, 'url');
  const own = world.posts().filter((post) => carries(post, bare(url))).length;
  const earlier = url.startsWith(`${origin}/pages/`) ? 40 + (numberFor(bare(url)) % 900) : 0;
  return { shares: own + earlier };
};

function icons(service: string, origin: string) {
  const icon = `${origin}/media/avatars/${service}.png`;
  return { 16: icon, 32: icon, 64: icon };
}

function typeView(channel: Channel, origin: string): object {
  const { name, scheduleLimit, events, takesLinks } = NETWORKS[channel.service];
  return {
    name: channel.type === 'profile' ? name : channel.descriptor,
    character_limit: textLimit(channel),
    schedule_limit: scheduleLimit,
    icons: icons(channel.service, origin),
    link_attachments: takesLinks,
    supported_interactions: events.flatMap((event) => [`${event}s`, event]),
  };
}

export const configuration: Handler = ({ world, origin }) => {
  const services: Record<string, { types: Record<string, object>; urls: object }> = {};
  for (const channel of world.channels()) {
    const { service, type } = channel;
    const known = services[service] ?? { types: {}, urls: NETWORKS[service].urls };
    known.types[type] = typeView(channel, origin);
    services[service] = known;
  }
  const media = { picture_size_min: 0, picture_size_max: 5_242_880, picture_filetypes: PICTURE_TYPES };
  return { services, media };
};
