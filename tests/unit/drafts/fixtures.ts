// A channel and a draft to vary in the tests of this folder.
import type { Channel } from '../../../lib/buffer/types.ts';
import { type Draft, emptyDraft } from '../../../lib/drafts/draft.ts';

export const LINK = 'https://a.de/story';
export const ONE = 'https://a.de/1.png';
export const TWO = 'https://a.de/2.png';

export function channel(network: string, rest: Partial<Channel> = {}): Channel {
  return {
    id: network,
    organizationId: 'org',
    network,
    name: `My ${network}`,
    avatar: null,
    timezone: 'Europe/Berlin',
    isPaused: false,
    isDisconnected: false,
    isLocked: false,
    schedule: [],
    type: null,
    maxCharacters: null,
    maxPictures: null,
    boards: network === 'pinterest' ? [{ id: 'board-1', name: 'First' }] : [],
    ...rest,
  };
}

/** A draft with a card of `LINK` and two pictures, the first chosen. */
export function draft(rest: Partial<Draft> = {}): Draft {
  return {
    ...emptyDraft(),
    text: 'The story',
    link: LINK,
    attachment: 'card',
    card: { title: 'The story', description: 'About it', picture: ONE },
    pictures: [
      { url: ONE, alt: 'One', chosen: true },
      { url: TWO, alt: 'Two', chosen: false },
    ],
    ...rest,
  };
}
