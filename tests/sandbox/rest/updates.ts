// The endpoints of single updates: read, edit, share, delete, move to the top.
import type { PostChange } from '../world/write.ts';
import { type Call, channelOf, committed, type Handler, updateOf } from './call.ts';
import { bufferState } from './create.ts';
import { Failure } from './failure.ts';
import { mediaFor } from './media.ts';
import { flagOf, momentOf, textOf } from './parameters.ts';
import { updateView } from './update-view.ts';

export const update: Handler = (call) => updateView(updateOf(call), call);

/** Media that are given replace the old ones whole, and empty ones take them away; without any, all stays. */
function mediaChange(call: Call): PostChange {
  const { media, extra_media: extra } = call.parameters;
  if (media === undefined) return {};
  const { assets, linkAttachment } = mediaFor(channelOf(updateOf(call), call), media, extra);
  return { assets, linkAttachment };
}

function turnChange({ parameters }: Call): PostChange {
  const dueAt = momentOf(parameters.scheduled_at);
  if (dueAt !== undefined) return { mode: 'customScheduled', dueAt };
  return flagOf(parameters.now) ? { mode: 'shareNow' } : {};
}

export const edit: Handler = (call) => {
  const { id, channelId } = updateOf(call);
  const { text, shorten } = call.parameters;
  const given = textOf(text);
  if (given === undefined) throw new Failure(1004, 'Required parameter missing: text.');
  const change: PostChange = {
    text: given,
    ...mediaChange(call),
    ...turnChange(call),
    ...(shorten !== undefined && { shortenLinks: flagOf(shorten) }),
  };
  const post = committed(call.world.edit(id, change), call);
  return { success: true, ...bufferState(channelId, call), update: updateView(post, call) };
};

export const share: Handler = (call) => {
  committed(call.world.share(updateOf(call).id), call);
  return { success: true };
};

export const destroy: Handler = (call) => {
  committed(call.world.remove(updateOf(call).id), call);
  return { success: true, message: 'Update deleted successfully' };
};

export const moveToTop: Handler = (call) =>
  updateView(committed(call.world.move(updateOf(call).id, 'top'), call), call);
