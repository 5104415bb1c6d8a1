// What a person can set; the options page is typed by it.

export interface Settings {
  theme: 'system' | 'light' | 'dark';
  /** The client id of one's own app registration at Buffer; null uses the one of this build. */
  clientId: string | null;
  /** Where quick-add sends; null means the channels that were chosen last. */
  defaultChannelIds: string[] | null;
}

export const DEFAULT_SETTINGS: Settings = { theme: 'system', clientId: null, defaultChannelIds: null };
