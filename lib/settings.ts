// What a person can set; the options page is typed by it.

export interface Settings {
  theme: 'system' | 'light' | 'dark';
  /** The client id of one's own app registration at Buffer; null uses the one of this build. */
  clientId: string | null;
  /** Where quick-add sends; null means the channels that were chosen last. */
  defaultChannelIds: string[] | null;
  /** The client id of one's own app of the classic API, of before 2019; its secret is kept nowhere. */
  classicClientId: string | null;
  /** Whether the classic API shortens links. A shortened link makes it harder to tell whether a post has arrived. */
  shortenLinks: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  clientId: null,
  defaultChannelIds: null,
  classicClientId: null,
  shortenLinks: false,
};
