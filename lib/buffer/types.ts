// The words of this product for what lives in Buffer. All times are milliseconds since the epoch.

/** A person signed in to Buffer, with what of their preferences the interface follows. */
export interface Account {
  id: string;
  name: string | null;
  email: string | null;
  avatar: string | null;
  timezone: string | null;
  organizations: Organization[];
  preferences: Preferences;
}

/** What a person has set in Buffer, as far as the interface follows it; null where nothing is known. */
export interface Preferences {
  /** When a post is shared unless another time is chosen. */
  when: 'queue' | 'next' | 'at' | 'now' | null;
  /** How times of day are written. */
  hours: 12 | 24 | null;
  /** The first day of a week, as in `ScheduleDay.day`. */
  weekStart: string | null;
}

export interface Organization {
  id: string;
  name: string;
}

/** One weekday of a posting schedule; times are `HH:MM` in the channel's own zone. */
export interface ScheduleDay {
  day: string;
  times: string[];
  paused: boolean;
}

/** A board of a Pinterest channel; `id` is what Buffer wants as `boardServiceId`. */
export interface Board {
  id: string;
  name: string;
}

/** Which channel a post goes to: enough for a back-end to address it. */
export interface ChannelRef {
  id: string;
  organizationId: string;
  /** Buffer's `service`; unknown ones are kept as they are (see `lib/networks/table.ts`). */
  network: string;
}

/** A social account that is connected to Buffer. */
export interface Channel extends ChannelRef {
  name: string;
  /** What the account is on its network (`profile`, `page`, `group` …), where Buffer's limits differ by it. */
  type: string | null;
  avatar: string | null;
  timezone: string;
  isPaused: boolean;
  isDisconnected: boolean;
  isLocked: boolean;
  schedule: ScheduleDay[];
  /** The instance's own limit (Mastodon) or the paid limit (X); null means the network's usual one. */
  maxCharacters: number | null;
  /** How many pictures the API takes for one post; null means as many as the network does. */
  maxPictures: number | null;
  /** What the API has for the channel's posts, of the options and `video`; left out where it has all of it. */
  fields?: string[];
  boards: Board[];
}

/** A picture by its public address; Buffer fetches it, there is no upload. */
export interface Picture {
  url: string;
  alt: string;
}

/** What a network shows for a link: address, and the words and picture to show instead of what it would scrape. */
export interface LinkCard {
  url: string;
  title: string;
  description: string;
  picture: string | null;
}

/**
 * A post carries a link card, pictures or a video, and never two of them: Buffer refuses `linkAttachment` together with
 * assets, and most networks a video beside pictures. Of a video it is the file's own public address, as of a picture.
 */
export type Attachment =
  | { kind: 'none' }
  | { kind: 'card'; card: LinkCard }
  | { kind: 'pictures'; pictures: Picture[] }
  | { kind: 'video'; url: string };

/** When it is shared: the next free slot, the top of the queue, at once, at a time (ms), or kept as a draft in Buffer. */
export type ShareMode = 'queue' | 'next' | 'now' | 'draft' | { at: number };

/** What single networks want beside text and pictures; the fields for them are in `lib/networks/fields.ts`. */
export interface PostOptions {
  /** Facebook, Instagram, Google: what kind of post it is, in Buffer's words. */
  type?: string;
  /** Pinterest: the board's `Board.id`. */
  boardId?: string;
  /** The address that a pin, a Google offer or the button of another Google post leads to. */
  linkUrl?: string;
  /** Of a pin, of a Google event or offer, of a video on YouTube, or of pictures on TikTok. */
  title?: string;
  /** YouTube: one of its categories by its id there, and who may see the video, in Buffer's words. */
  categoryId?: string;
  privacy?: string;
  /** Mastodon: the warning behind which the post is hidden. */
  spoilerText?: string;
  /** Threads: what the post is about. */
  topic?: string;
  /** Google: the button under the post, in Buffer's words. */
  button?: string;
  /**
   * Google: when an event or offer begins and ends. No moment of ours but what clocks show at the business, so it is
   * kept as ISO 8601 with the offset there; of a day alone it is the noon.
   */
  start?: string;
  end?: string;
  /** Google: an event of whole days. */
  allDay?: boolean;
  /** Google: what makes an offer cheaper, and on which terms. */
  code?: string;
  terms?: string;
  /** Facebook, Instagram, LinkedIn: what is written under the post as soon as it is out. */
  firstComment?: string;
  /** Buffer's tags by their ids. */
  tagIds?: string[];
  /** X: the id of the post there that is shared on; the text is the comment on it. */
  retweetOf?: string;
}

/** A label that an organization gives to its posts. */
export interface Tag {
  id: string;
  name: string;
  /** As CSS has it. */
  color: string;
}

/** A post that is ready to be created in one channel. */
export interface NewPost {
  channel: ChannelRef;
  text: string;
  attachment: Attachment;
  mode: ShareMode;
  options: PostOptions;
}

/** How much of a channel's day is taken: what Buffer lets it publish from midnight to midnight in its own zone. */
export interface DailyLimit {
  channelId: string;
  /** Posts a day; null means as many as one likes. */
  limit: number | null;
  /** Sent today, and planned for the rest of it. */
  taken: number;
  isReached: boolean;
}

/** Buffer's own states; `unknown` stands for one that this version has never heard of. */
export type PostStatus = 'draft' | 'needs-approval' | 'scheduled' | 'sending' | 'sent' | 'error' | 'unknown';

/** A post that exists in Buffer. */
export interface Post {
  id: string;
  channelId: string;
  network: string;
  text: string;
  status: PostStatus;
  createdAt: number;
  /** Null for drafts, and on channels without a schedule. */
  dueAt: number | null;
  sentAt: number | null;
  isCustomTime: boolean;
  pictures: Picture[];
  /** The address of its video; left out without one. */
  video?: string;
  /** The address of its link card; null without one. */
  link: string | null;
  /** The address on the network, once sent. */
  externalLink: string | null;
  /** X: the id of the post there that this one shares on; null if it shares none, or if the API does not tell. */
  retweetOf: string | null;
  /** Why publishing failed, in Buffer's words. */
  error: string | null;
  /** Where the API tells them. */
  tags?: Tag[];
  /** How it did on its network: counts by Buffer's own words (`clicks`, `retweets` …), where the API tells them. */
  statistics: Record<string, number>;
}

/** What somebody did with a published post on its network. */
export interface Interaction {
  id: string;
  /** Buffer's word in the singular: `comment`, `like`, `retweet` … */
  event: string;
  at: number;
  text: string | null;
  person: { name: string; avatar: string | null; followers: number | null };
}

/** What Buffer says of one type of account (`Channel.type`) on one network. */
export interface NetworkConfiguration {
  /** Characters that a post may have; null where it names no limit. */
  characters: number | null;
  /** How many times of a posting schedule Buffer allows; null where it names no limit. */
  slots: number | null;
  /** Events whose interactions can be listed. */
  interactions: string[];
}

/** What Buffer says of networks: by network (Buffer's `service`), then by type of account. */
export type Configuration = Record<string, Record<string, NetworkConfiguration>>;

/** A change to a post in Buffer; what is left out stays as it is. */
export interface PostChange {
  text?: string;
  attachment?: Attachment;
  mode?: ShareMode;
}
