// What single networks ask of a post beyond text and assets, in the words of their metadata inputs.
import type { Asset, Service } from './model.ts';

export interface ThreadPart {
  text: string;
  assets: Asset[];
}

/** A Google post's call to action; times are milliseconds since the epoch. */
export interface GoogleDetails {
  button?: string;
  link?: string;
  title?: string;
  startDate?: number;
  endDate?: number;
  isFullDayEvent?: boolean;
  code?: string;
  terms?: string;
}

export interface Details {
  type?: string;
  title?: string;
  firstComment?: string;
  isAiGenerated?: boolean;
  thread?: ThreadPart[];
  // Instagram
  shouldShareToFeed?: boolean;
  link?: string;
  geolocation?: { id?: string | null; text?: string | null };
  stickerFields?: Record<string, string | null>;
  // Pinterest
  boardServiceId?: string;
  url?: string;
  // YouTube
  categoryId?: string;
  privacy?: string;
  license?: string;
  embeddable?: boolean;
  madeForKids?: boolean;
  notifySubscribers?: boolean;
  // Mastodon
  spoilerText?: string;
  // Threads
  topic?: string;
  locationId?: string;
  locationName?: string;
  // Google Business
  detailsEvent?: GoogleDetails;
  detailsOffer?: GoogleDetails;
  detailsWhatsNew?: GoogleDetails;
}

export type GoogleKey = 'detailsEvent' | 'detailsOffer' | 'detailsWhatsNew';

const GOOGLE_KEYS: Record<string, GoogleKey> = {
  event: 'detailsEvent',
  offer: 'detailsOffer',
  whats_new: 'detailsWhatsNew',
};

/** The name under which the details of a Google post of this type come. */
export function googleKey(type: string | undefined): GoogleKey | undefined {
  return GOOGLE_KEYS[type ?? ''];
}

// "Required on create; optional on edit (omitted preserves existing value)"; the reference says so of no other field.
const PRESERVED: Partial<Record<Service, readonly (keyof Details)[]>> = {
  pinterest: ['boardServiceId'],
  youtube: ['title', 'categoryId'],
};

/** The details after an edit: those that are given replace the old ones, but for what the reference preserves. */
export function editedDetails<Given extends Omit<Details, 'thread'>>(
  old: Details,
  given: Given,
  service: Service,
): Given {
  const kept = (PRESERVED[service] ?? []).map((name) => [name, given[name as keyof Given] ?? old[name]]);
  const key = googleKey(given.type);
  const google = key && old[key] ? { [key]: { ...old[key], ...given[key] } } : {};
  return { ...given, ...Object.fromEntries(kept.filter(([, value]) => value !== undefined)), ...google };
}
