import { describe, expect, it } from 'vitest';
import { attachmentNotes, describedPictures, withoutPicture } from '../../../lib/drafts/attachment-notes.ts';
import type { Draft } from '../../../lib/drafts/draft.ts';
import { channel, draft, LINK, ONE, TWO } from './fixtures.ts';

const BOTH = [
  { url: ONE, alt: 'One', chosen: true },
  { url: TWO, alt: 'Two', chosen: true },
];

function notes(networks: string[], rest: Partial<Draft> = {}) {
  const channels = networks.map((network) => channel(network));
  return attachmentNotes(draft({ channelIds: networks, ...rest }), channels);
}

describe('what becomes of a link card', () => {
  it('is what is shown on the networks that take one', () => {
    expect(notes(['linkedin', 'facebook', 'threads', 'bluesky'])).toEqual([]);
  });

  it('is the link in the text where Buffer takes no card', () => {
    expect(notes(['twitter', 'linkedin', 'mastodon', 'googlebusiness'])).toEqual([
      { kind: 'own-card', networks: ['twitter', 'mastodon'] },
      { kind: 'link-in-text', networks: ['googlebusiness'] },
    ]);
  });

  it('is its picture where a network wants one', () => {
    expect(notes(['pinterest', 'instagram'])).toEqual([
      { kind: 'picture-instead', networks: ['pinterest', 'instagram'] },
    ]);
  });

  it('is nothing without a link, nor on X where that shares a post', () => {
    expect(notes(['twitter'], { link: '' })).toEqual([]);
    const link = 'https://x.com/someone/status/1234567890';
    expect(notes(['twitter', 'linkedin', 'mastodon'], { attachment: 'retweet', link })).toEqual([
      { kind: 'own-card', networks: ['mastodon'] },
    ]);
  });

  it('names a network once for all its channels', () => {
    const channels = [channel('twitter', { id: 'a' }), channel('twitter', { id: 'b' })];
    const found = attachmentNotes(draft({ channelIds: ['a', 'b'] }), channels);
    expect(found).toEqual([{ kind: 'own-card', networks: ['twitter'] }]);
  });
});

describe('what becomes of pictures', () => {
  const pictures: Partial<Draft> = { attachment: 'pictures', pictures: BOTH, text: `Look: ${LINK}` };

  it('is what is shown, but for networks without pictures or without words for them', () => {
    expect(notes(['linkedin', 'twitter', 'youtube', 'tiktok'], pictures)).toEqual([
      { kind: 'no-pictures', networks: ['youtube'] },
      { kind: 'no-alt', networks: ['tiktok'] },
    ]);
    const unspoken = BOTH.map((picture) => ({ ...picture, alt: '' }));
    expect(notes(['tiktok'], { ...pictures, pictures: unspoken })).toEqual([]);
  });

  it('is without a link where the words lack it, but on Pinterest', () => {
    const rest = { ...pictures, text: 'Look', texts: { bluesky: LINK } };
    expect(notes(['linkedin', 'bluesky', 'pinterest'], rest)).toEqual([
      { kind: 'no-link', networks: ['linkedin'] },
    ]);
  });

  it('is fewer of them where a network, or the API, takes fewer', () => {
    const channels = [
      channel('twitter'),
      channel('facebook', { maxPictures: 1 }),
      channel('linkedin'),
      channel('youtube'),
    ];
    const of = draft({ channelIds: channels.map(({ id }) => id) });
    expect(withoutPicture(of, channels, 0)).toEqual([]);
    expect(withoutPicture(of, channels, 1)).toEqual(['Facebook']);
    expect(withoutPicture(of, channels, 4)).toEqual(['X', 'Facebook']);
  });
});

describe('what becomes of a video', () => {
  const film: Partial<Draft> = { attachment: 'video', video: 'https://a.de/walk.mp4', text: LINK };

  it('is said of networks, and of an API, that take none', () => {
    expect(notes(['twitter', 'youtube', 'googlebusiness', 'startPage'], film)).toEqual([
      { kind: 'no-video', networks: ['googlebusiness', 'startPage'] },
    ]);
    const classic = channel('linkedin', { fields: [] });
    expect(attachmentNotes(draft({ ...film, channelIds: ['linkedin'] }), [classic])).toEqual([
      { kind: 'no-video', networks: ['linkedin'] },
    ]);
    expect(notes(['googlebusiness'], { ...film, video: '' })).toEqual([]);
  });

  it('is without a link where the words lack it', () => {
    expect(notes(['linkedin'], { ...film, text: 'Look' })).toEqual([
      { kind: 'no-link', networks: ['linkedin'] },
    ]);
  });
});

describe('which pictures want words', () => {
  it('are the chosen ones, also while no channel is', () => {
    const of = draft({ attachment: 'pictures', pictures: BOTH });
    expect(describedPictures(of, [])).toEqual([ONE, TWO]);
  });

  it('are the card’s where a network takes that instead, once', () => {
    const channels = ['linkedin', 'instagram', 'pinterest'].map((network) => channel(network));
    expect(describedPictures(draft({ channelIds: ['linkedin'] }), channels)).toEqual([]);
    expect(describedPictures(draft({ channelIds: ['instagram', 'pinterest'] }), channels)).toEqual([ONE]);
  });
});
