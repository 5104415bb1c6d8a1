// The one interface through which the rest of the product speaks with Buffer, whichever API answers.
import type {
  Account,
  Channel,
  ChannelRef,
  Configuration,
  DailyLimit,
  Interaction,
  NewPost,
  Post,
  PostChange,
  ScheduleDay,
} from './types.ts';

/** A page of posts; `after` is the opaque cursor of the next page, null on the last one. */
export interface PostPage {
  posts: Post[];
  after: string | null;
}

export interface PageQuery {
  channels: ChannelRef[];
  after?: string;
  /** How many posts a page holds; 50 unless told, 100 at most. */
  first?: number;
}

export interface FindQuery {
  channels: ChannelRef[];
  /** Milliseconds since the epoch: only posts that Buffer created at or after this moment. */
  since: number;
  /** Whether drafts are looked for as well; an API that lists them apart asks only then. */
  drafts?: boolean;
}

export interface InteractionQuery {
  postId: string;
  /** One of `NetworkConfiguration.interactions`. */
  event: string;
  /** Counts from 0. */
  page?: number;
}

export interface InteractionPage {
  interactions: Interaction[];
  /** Over all pages. */
  total: number;
}

/**
 * Buffer behind one interface. Every method makes one or more calls and rejects with `BufferError`
 * (`./errors.ts`) alone. No method retries a write: two retry layers make duplicates.
 * An optional method is a capability: where it is missing, its API cannot do it, and the interface has no button.
 */
export interface BufferBackend {
  account(): Promise<Account>;
  channels(account: Account): Promise<Channel[]>;
  /** One channel afresh. */
  channel(ref: ChannelRef): Promise<Channel>;
  /** How much of today is taken on each of these channels. */
  dailyLimits?(channels: ChannelRef[]): Promise<DailyLimit[]>;
  /** One post afresh. */
  post(id: string): Promise<Post>;
  /** Posts that wait in Buffer's queues, soonest first. */
  queue(query: PageQuery): Promise<PostPage>;
  /** Posts that were published, latest first. */
  sent(query: PageQuery): Promise<PostPage>;
  /** Posts of every status that were created since a moment: how the outbox looks for its own. */
  find(query: FindQuery): Promise<Post[]>;
  create(post: NewPost): Promise<Post>;
  edit(id: string, change: PostChange): Promise<Post>;
  /** Deleting a post that is gone already is done, not an error. */
  delete(id: string): Promise<void>;
  shareNow(id: string): Promise<Post>;
  moveToTop(id: string): Promise<Post>;
  /** Puts the named posts of a channel's queue first, in this order; answers the queue as it then is. */
  reorder?(channel: ChannelRef, ids: string[]): Promise<Post[]>;
  /** Puts a channel's queue into an order of chance; answers the queue as it then is. */
  shuffle?(channel: ChannelRef): Promise<Post[]>;
  /** Replaces a channel's posting times; answers them as Buffer then has them. */
  setSchedule?(channel: ChannelRef, schedule: ScheduleDay[]): Promise<ScheduleDay[]>;
  /** What people did with a published post, one event at a time. */
  interactions?(query: InteractionQuery): Promise<InteractionPage>;
  /** Comments on a published post in the channel's own name. */
  reply?(postId: string, text: string): Promise<Interaction>;
  /** How often an address was shared through Buffer. */
  shares?(url: string): Promise<number>;
  configuration?(): Promise<Configuration>;
  /** Tells Buffer to forget the credential that this back-end calls with. */
  deauthorize?(): Promise<void>;
}

/** What an interface asks of before it shows a button: the optional parts of `BufferBackend` that people use. */
export const CAPABILITIES = [
  'reorder',
  'shuffle',
  'setSchedule',
  'interactions',
  'reply',
  'shares',
] as const satisfies (keyof BufferBackend)[];

export type Capability = (typeof CAPABILITIES)[number];

/** What a back-end can do beyond what all can. */
export function capabilitiesOf(backend: BufferBackend): Capability[] {
  return CAPABILITIES.filter((name) => backend[name] !== undefined);
}

/** The APIs of Buffer. */
export type Api = 'graphql' | 'rest';

/** In whose name calls leave, and through which API: each of the two counts them for itself. */
export interface Caller {
  accountId: string;
  api: Api;
}

/** An account that is signed in, and the back-end that speaks for it alone. */
export interface Signed extends Caller {
  backend: BufferBackend;
}
