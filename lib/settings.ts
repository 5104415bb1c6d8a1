// What a person can set; the options page is typed by it.
import type { Utm } from './drafts/utm.ts';

export interface Settings {
  theme: 'system' | 'light' | 'dark';
  /** The client id of one's own app registration at Buffer; null uses the one of this build. */
  clientId: string | null;
  /** Where quick-add sends; null means what the composer would choose. */
  defaultChannelIds: string[] | null;
  /** The client id of one's own app of the classic API, of before 2019; its secret is kept nowhere. */
  classicClientId: string | null;
  /** Whether the classic API shortens links. A shortened link makes it harder to tell whether a post has arrived. */
  shortenLinks: boolean;
  /** The text that a post begins with, by the kind of capture; a kind that has none here has the usual one. */
  templates: Record<string, string>;
  /** Whether the channels of a post are chosen again for every next one, or only on its site. */
  channelMemory: 'last' | 'site';
  /** Whether a link is offered without its trackers. */
  cleanLinks: boolean;
  utm: Utm;
  /** What the badge counts: what waits in Buffer too, only what is on its way, or nothing. What needs the person shows always. */
  badge: 'queued' | 'attention' | 'off';
  /** Whether a notification says what quick-add has saved. What it could not do is said always. */
  noticeSaved: boolean;
  noticeNeedsYou: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  clientId: null,
  defaultChannelIds: null,
  classicClientId: null,
  shortenLinks: false,
  templates: {},
  channelMemory: 'last',
  cleanLinks: true,
  utm: { on: false, source: '{network}', medium: 'social', campaign: '', term: '', content: '' },
  badge: 'queued',
  noticeSaved: true,
  noticeNeedsYou: true,
};
