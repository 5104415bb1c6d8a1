// POST /updates/create: one update per profile that the caller may post to, all of them or none.
import type { Channel, Retweet, ShareMode } from '../world/model.ts';
import type { NewPost } from '../world/write.ts';
import { type Call, committed, type Handler } from './call.ts';
import { Failure } from './failure.ts';
import { detailsFor, mediaFor, mediaInText } from './media.ts';
import { flagOf, mapOf, momentOf, type Parameters, required, textOf, textsOf } from './parameters.ts';
import { updateView } from './update-view.ts';

const NO_PROFILE = "You do not have permission to post to any of the profile_id's provided";

/** The profiles among the ids that are the caller's; the others count for nothing. */
function profilesOf({ parameters, world }: Call): Channel[] {
  const ids = textsOf(parameters.profile_ids);
  if (ids.length === 0) throw new Failure(1004, 'Required parameter missing: profile_ids.');
  const found = [...new Set(ids)].flatMap(
    (id) => world.channels().find((channel) => channel.id === id) ?? [],
  );
  if (found.length === 0) throw new Failure(1011, NO_PROFILE, 400);
  return found;
}

/** When it goes out: a time of its own comes before `now`, and that before `top`. */
function turnOf(parameters: Parameters): { mode: ShareMode; dueAt: number | null } {
  const dueAt = momentOf(parameters.scheduled_at);
  if (dueAt !== undefined) return { mode: 'customScheduled', dueAt };
  if (flagOf(parameters.now)) return { mode: 'shareNow', dueAt: null };
  return { mode: flagOf(parameters.top) ? 'shareNext' : 'addToQueue', dueAt: null };
}

function retweetOf(channel: Channel, parameters: Parameters): Retweet | null {
  if (channel.service !== 'twitter' || parameters.retweet === undefined) return null;
  const { tweet_id: id, comment } = mapOf(parameters.retweet);
  return { tweetId: required(id, 'retweet[tweet_id]'), comment: textOf(comment) ?? '' };
}

function newPost(channel: Channel, { parameters, visitor }: Call): NewPost {
  const retweet = retweetOf(channel, parameters);
  const text = textOf(parameters.text) ?? '';
  const media =
    parameters.media === undefined
      ? mediaInText(channel, text, flagOf(parameters.attachment, true))
      : mediaFor(channel, parameters.media, parameters.extra_media);
  const draft = flagOf(parameters.is_draft);
  return {
    channelId: channel.id,
    text: text || (retweet?.comment ?? media.spareLink ?? ''),
    ...turnOf(parameters),
    draft,
    needsApproval: false,
    schedulingType: draft ? null : 'automatic',
    assets: media.assets,
    linkAttachment: media.linkAttachment,
    details: detailsFor(channel, media, parameters),
    ideaId: null,
    via: 'api',
    retweet,
    clientId: visitor?.caller.clientId,
    shortenLinks: flagOf(parameters.shorten, true),
  };
}

/** How full the first profile's buffer is. */
export function bufferState(channelId: string, { world }: Call) {
  const waiting = world.posts().filter((post) => post.channelId === channelId && post.status === 'scheduled');
  const limit = world.behaviour().queueLimit ?? world.organization.limits.scheduledPosts;
  const percentage = limit > 0 ? Math.min(100, Math.ceil((waiting.length / limit) * 100)) : 100;
  return { buffer_count: waiting.length, buffer_percentage: percentage };
}

function messageFor({ mode, draft }: NewPost): string {
  if (draft) return 'This update has been saved as a draft.';
  if (mode === 'shareNow') return 'Yay, your update has been shared!';
  if (mode === 'customScheduled') return 'Great, your update is scheduled!';
  return 'One more post in your Buffer. Keep it topped up!';
}

export const create: Handler = (call) => {
  const requests = profilesOf(call).map((channel) => newPost(channel, call));
  const posts = committed(call.world.createAll(requests), call);
  const [first] = requests as [NewPost];
  return {
    success: true,
    message: messageFor(first),
    code: false,
    ...bufferState(first.channelId, call),
    updates: posts.map((post) => updateView(post, call)),
  };
};
