// What Buffer calls the networks in its refusals; "Twitter / X", Instagram, Facebook, LinkedIn, TikTok and YouTube are recorded.
import type { Service } from './model.ts';

export const NETWORK_NAMES: Record<Service, string> = {
  twitter: 'Twitter / X',
  linkedin: 'LinkedIn',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  facebook: 'Facebook',
  instagram: 'Instagram',
  threads: 'Threads',
  pinterest: 'Pinterest',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  googlebusiness: 'Google Business',
  startPage: 'Start Page',
};
