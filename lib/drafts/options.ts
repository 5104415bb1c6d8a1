// What goes to Buffer with a draft's post in one channel beside its text and media.
import { safeUrl } from '../buffer/safe-url.ts';
import type { Channel, PostOptions } from '../buffer/types.ts';
import { firstCommentLimit, hasAddress, isBare } from '../networks/fields.ts';
import type { Draft } from './draft.ts';
import { type FilledField, fieldsFor, valuesFor } from './fields.ts';
import { takes } from './takes.ts';

/** The options as Buffer gets them; what is empty is left out. */
export function optionsFor(draft: Draft, channel: Channel): PostOptions {
  const { type, button } = valuesFor(draft, channel);
  const leads = channel.network === 'pinterest' || type === 'offer' || hasAddress(button);
  const linkUrl = leads ? safeUrl(draft.link) : null;
  const firstComment = commentFor(draft, channel);
  return {
    ...chosen(draft, channel),
    ...(linkUrl && { linkUrl }),
    ...(firstComment && { firstComment }),
    ...tagsFor(draft, channel),
  };
}

/** The tags of the channel's organization, where the API takes them. */
export function tagsFor({ tagIds }: Draft, channel: Channel): Pick<PostOptions, 'tagIds'> {
  const own = takes(channel, 'tagIds') ? (tagIds[channel.organizationId] ?? []) : [];
  return own.length > 0 ? { tagIds: own } : {};
}

/** Whether a first comment goes under the draft's post in this channel. */
export function hasComment(draft: Draft, channel: Channel): boolean {
  return (
    firstCommentLimit(channel.network) !== null &&
    takes(channel, 'firstComment') &&
    !isBare(valuesFor(draft, channel).type)
  );
}

function commentFor(draft: Draft, channel: Channel): string {
  return hasComment(draft, channel) ? draft.firstComment.trim() : '';
}

function chosen(draft: Draft, channel: Channel): PostOptions {
  const entries = fieldsFor(draft, channel).map(
    (one) => [one.field.id, optionOf(one, channel.timezone)] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value));
}

/** Empty or false for what is left out. */
function optionOf({ field: { id, kind }, value }: FilledField, zone: string): string | boolean | null {
  if (kind === 'checkbox') return value === 'true';
  if (kind === 'moment') return zoned(value, zone);
  return id === 'button' && value === 'none' ? null : value.trim();
}

/**
 * A moment as an input gives it, in ISO 8601 with the offset of the zone; null for what is none. A day is its noon:
 * the same day, in whatever zone it is read.
 */
export function zoned(value: string, zone: string): string | null {
  try {
    const local = Temporal.PlainDateTime.from(value.length === 10 ? `${value}T12:00` : value);
    return local.toZonedDateTime(zone).toString({ timeZoneName: 'never' });
  } catch {
    return null;
  }
}
