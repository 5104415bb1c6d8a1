// What people did with an update on its network, and the owner's own comments under it.
import { numberFor } from '../world/luck.ts';
import type { Channel, Comment, Post } from '../world/model.ts';
import { type Call, channelOf, type Handler, updateOf } from './call.ts';
import { Failure } from './failure.ts';
import { seconds } from './moments.ts';
import { eventOf } from './networks.ts';
import { momentOf, numberOf, required, textOf } from './parameters.ts';
import { type Reaction, reactionsTo } from './reactions.ts';

interface Interaction {
  id: string;
  event: string;
  /** Milliseconds. */
  at: number;
  user: object;
  text: string | null;
}

const COUNT = { unlessGiven: 20, from: 1, to: 100 };
const PAGE = { unlessGiven: 0, from: 0, to: 1_000_000 };

function hexId(at: number, ...words: string[]): string {
  const parts = [seconds(at), numberFor(...words, 'a'), numberFor(...words, 'b')];
  return parts.map((part) => part.toString(16).padStart(8, '0')).join('');
}

function invented(
  { event, at, person, text }: Reaction,
  post: Post,
  { service, avatar }: Channel,
): Interaction {
  const serviceId = String(numberFor(person));
  const face = {
    username: person,
    followers: numberFor(person, 'followers') % 5000,
    avatar,
    avatar_https: avatar,
  };
  const user = { ...face, [service === 'twitter' ? 'twitter_id' : 'service_id']: serviceId };
  return { id: hexId(at, post.id, event, person), event, at, user, text };
}

function ownUser({ world }: Call, channel: Channel): object {
  const { name, avatar } = world.account;
  return { username: name, service_id: channel.serviceId, avatar, avatar_https: avatar };
}

function ownComment({ id, text, createdAt }: Comment, user: object): Interaction {
  return { id, event: 'comment', at: createdAt, user, text };
}

/** All interactions, newest first. */
function interactionsOf(post: Post, channel: Channel, call: Call): Interaction[] {
  const others = reactionsTo(post, channel, call.now).map((one) => invented(one, post, channel));
  const own = call.world.comments().filter(({ postId }) => postId === post.id);
  const user = ownUser(call, channel);
  return [...others, ...own.map((comment) => ownComment(comment, user))].sort((a, b) => b.at - a.at);
}

function view({ id, event, at, user, text }: Interaction): object {
  const words = text === null ? {} : { text };
  const interaction = String(numberFor(id)).padStart(18, '2');
  return { _id: id, created_at: seconds(at), event, id, interaction_id: interaction, ...words, user };
}

/** The documents require an event, and real clients leave it out: then all are meant. */
function wantedEvent(given: unknown): string | undefined {
  const word = textOf(given) ?? '';
  const event = eventOf(word);
  if (word !== '' && event === undefined) throw new Failure(1029);
  return event;
}

export const interactions: Handler = (call) => {
  const post = updateOf(call);
  const { parameters } = call;
  const event = wantedEvent(parameters.event);
  const since = momentOf(parameters.since) ?? Number.NEGATIVE_INFINITY;
  const before = momentOf(parameters.before) ?? Number.POSITIVE_INFINITY;
  const count = numberOf(parameters.count, COUNT);
  const start = numberOf(parameters.page, PAGE) * count;
  const found = interactionsOf(post, channelOf(post, call), call).filter(
    (one) => one.at > since && one.at < before && (event === undefined || one.event === event),
  );
  return { total: found.length, interactions: found.slice(start, start + count).map(view) };
};

export const comment: Handler = (call) => {
  const post = updateOf(call);
  const channel = channelOf(post, call);
  const text = required(call.parameters.text, 'text');
  if (eventOf(required(call.parameters.event, 'event')) !== 'comment') throw new Failure(1029);
  if (channel.service !== 'facebook') throw new Failure(1033);
  const { createdAt } = call.world.comment(post.id, text);
  call.commits.committed = true;
  call.commits.ids.push(post.id);
  const user = ownUser(call, channel);
  return {
    success: true,
    message: 'Nice work! We successfully posted your comment!',
    update: { created_at: seconds(createdAt), event: 'comment', text, update_id: post.id, user },
  };
};
