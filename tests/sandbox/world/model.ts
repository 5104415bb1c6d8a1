// The things that exist in the local Buffer. Times are milliseconds since the epoch.
import type { Details } from './details.ts';

export type Service =
  | 'twitter'
  | 'linkedin'
  | 'bluesky'
  | 'mastodon'
  | 'facebook'
  | 'instagram'
  | 'threads'
  | 'pinterest'
  | 'tiktok'
  | 'youtube'
  | 'googlebusiness'
  | 'startPage';

export type PostStatus = 'draft' | 'needs_approval' | 'scheduled' | 'sending' | 'sent' | 'error';
export type ShareMode = 'addToQueue' | 'shareNext' | 'shareNow' | 'customScheduled';
export type SchedulingType = 'automatic' | 'notification';
export type Day = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export const WEEK: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export interface ScheduleDay {
  day: Day;
  times: string[];
  paused: boolean;
}

export interface Board {
  id: string;
  serviceId: string;
  name: string;
  url: string;
  description: string;
}

export interface Channel {
  id: string;
  organizationId: string;
  service: Service;
  serviceId: string;
  type: 'account' | 'business' | 'channel' | 'group' | 'page' | 'profile';
  name: string;
  displayName: string;
  descriptor: string;
  avatar: string;
  externalLink: string;
  timezone: string;
  isQueuePaused: boolean;
  isDisconnected: boolean;
  isLocked: boolean;
  postingSchedule: ScheduleDay[];
  maxCharacters?: number;
  serverUrl?: string;
  /** On X: what the person pays for there, as `Premium`. */
  subscriptionType?: string | null;
  boards?: Board[];
  /** Posts that its network takes in one day; null for any number, absent for what its network is known for. */
  dailyLimit?: number | null;
  createdAt: number;
  updatedAt: number;
}

export interface Asset {
  type: 'image' | 'video' | 'document';
  source: string;
  thumbnail: string;
  mimeType: string;
  altText: string;
  title: string | null;
  /** Of a film: the moment that its still shows, in milliseconds. */
  thumbnailOffset: number | null;
  width: number;
  height: number;
}

export interface LinkAttachment {
  url: string;
  title: string;
  text: string;
  thumbnail: string | null;
}

/** A post of someone else's on X that is passed on, with or without a comment. */
export interface Retweet {
  tweetId: string;
  comment: string;
}

export interface PublishingError {
  message: string;
  rawError: string | null;
  supportUrl: string | null;
}

export interface Post {
  id: string;
  channelId: string;
  authorId: string;
  status: PostStatus;
  text: string;
  /** The text as it last arrived, before links were shortened or white space collapsed. */
  givenText: string;
  assets: Asset[];
  linkAttachment: LinkAttachment | null;
  details: Details;
  tagIds: string[];
  via: 'api' | 'buffer' | 'network';
  shareMode: ShareMode;
  schedulingType: SchedulingType | null;
  sharedNow: boolean;
  /** Orders posts of one channel that share a due time or have none. */
  rank: number;
  dueAt: number | null;
  sentAt: number | null;
  createdAt: number;
  updatedAt: number;
  error: PublishingError | null;
  ideaId: string | null;
  retweet: Retweet | null;
  /** The app that made it; null for what people made in Buffer itself. */
  clientId: string | null;
  /** Whether links in its text become short ones; null as the account has it. */
  shortenLinks: boolean | null;
}

/** What a person answered under a post that is out. */
export interface Comment {
  id: string;
  postId: string;
  text: string;
  createdAt: number;
}

export interface Idea {
  id: string;
  organizationId: string;
  title: string | null;
  text: string | null;
  services: Service[];
  date: number | null;
  aiAssisted: boolean;
  createdAt: number;
}

/** A label that an organization gives to its posts. */
export interface Tag {
  id: string;
  name: string;
  /** As `#F523F1`. */
  color: string;
  /** The palette's name for the colour; null for a colour of one's own. */
  colorName: string | null;
}

/** How the person wants times and weeks, and where a new post goes. */
export interface Preferences {
  timeFormat: '12' | '24';
  startOfWeek: 'monday' | 'sunday';
  defaultScheduleOption: 'Queue' | 'Prioritize' | 'FixedTime' | 'Now';
}

export interface Account {
  id: string;
  name: string;
  email: string;
  /** Absolute address of a picture that this server serves. */
  avatar: string;
  timezone: string;
  preferences: Preferences;
  organizationId: string;
  createdAt: number;
}

/** Everything that a reset puts back. */
export interface Data {
  channels: Channel[];
  posts: Post[];
  ideas: Idea[];
  comments: Comment[];
  tags: Tag[];
}
