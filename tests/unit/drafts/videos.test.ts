// What a video changes for a draft's channels: what they ask for, what they have room for, and what is sent.
import { describe, expect, it } from 'vitest';
import { newPostSchema } from '../../../lib/buffer/schemas.ts';
import type { Channel } from '../../../lib/buffer/types.ts';
import type { Draft } from '../../../lib/drafts/draft.ts';
import { fieldsFor, valuesFor } from '../../../lib/drafts/fields.ts';
import { problems } from '../../../lib/drafts/limits.ts';
import { toPosts } from '../../../lib/drafts/split.ts';
import { countText } from '../../../lib/networks/count.ts';
import { isVideoFile } from '../../../lib/networks/videos.ts';
import { draftSchema } from '../../../lib/platform/schemas.ts';
import { channel, draft } from './fixtures.ts';

const FILM = { attachment: 'video', video: 'https://a.de/walk.mp4' } as const;

function on(network: string, options: Record<string, string> = {}, rest: Partial<Draft> = {}): Draft {
  return draft({ channelIds: [network], options: { [network]: options }, ...rest });
}

function sent(of: Draft, to: Channel) {
  return toPosts(of, [to])[0];
}

function found(of: Draft, to: Channel) {
  return problems(of, [to], { now: 0, count: countText }).map(
    ({ channelId: _, blocking: __, ...rest }) => rest,
  );
}

describe('a video', () => {
  it('a reel can be chosen where a video goes out, and is a post again without it', () => {
    const kinds = (of: Draft, to = channel('instagram')) => fieldsFor(of, to)[0]?.choices;
    expect(kinds(on('instagram'))).toEqual(['post', 'story']);
    expect(kinds(on('instagram', {}, FILM))).toEqual(['post', 'story', 'reel']);
    expect(valuesFor(on('instagram', { type: 'reel' }, FILM), channel('instagram'))).toEqual({
      type: 'reel',
    });
    expect(valuesFor(on('instagram', { type: 'reel' }), channel('instagram'))).toEqual({ type: 'post' });
  });

  it('TikTok’s title is for pictures', () => {
    expect(fieldsFor(on('tiktok', {}, FILM), channel('tiktok'))).toEqual([]);
    expect(sent(on('tiktok', {}, FILM), channel('tiktok'))?.options).toEqual({});
    expect(
      sent(on('tiktok', { title: 'Walk' }, { attachment: 'pictures' }), channel('tiktok'))?.options,
    ).toEqual({
      title: 'Walk',
    });
  });

  it('YouTube takes nothing that is no video', () => {
    expect(found(on('youtube'), channel('youtube'))).toEqual([{ kind: 'needs-video' }]);
    expect(found(on('youtube', {}, { attachment: 'pictures' }), channel('youtube'))).toEqual([
      { kind: 'needs-video' },
    ]);
    expect(found(on('youtube', {}, FILM), channel('youtube'))).toEqual([]);
    expect(found(on('youtube', {}, FILM), channel('youtube', { fields: [] }))).toEqual([
      { kind: 'no-video' },
    ]);
  });

  it('a video on YouTube has a title, which begins as the page’s', () => {
    const title = (words: string) => found(on('youtube', { title: words }, FILM), channel('youtube'));
    expect(sent(on('youtube', {}, FILM), channel('youtube'))?.options).toEqual({
      title: 'The story',
      categoryId: '22',
      privacy: 'public',
    });
    expect(title(' ')).toEqual([{ kind: 'needs-field', field: 'title' }]);
    expect(title('x'.repeat(101))).toEqual([{ kind: 'long-field', field: 'title', over: 1 }]);
  });

  it('stands for the picture', () => {
    for (const network of ['instagram', 'pinterest', 'tiktok'])
      expect(found(on(network, {}, { ...FILM, text: '' }), channel(network))).toEqual([]);
    const none = { ...FILM, video: '', text: '' };
    expect(found(on('linkedin', {}, none), channel('linkedin'))).toEqual([{ kind: 'empty' }]);
  });

  it('leaves TikTok less room for words', () => {
    const text = 'x'.repeat(2201);
    expect(found(on('tiktok', {}, { ...FILM, text }), channel('tiktok'))).toEqual([
      { kind: 'too-long', over: 1 },
    ]);
    expect(found(on('tiktok', {}, { text, attachment: 'pictures' }), channel('tiktok'))).toEqual([]);
  });

  it('goes nowhere while something else is attached, or where the API takes none', () => {
    const attachment = (of: Draft, to: Channel) => sent(of, to)?.attachment;
    expect(attachment(on('twitter', {}, FILM), channel('twitter'))).toEqual({
      kind: 'video',
      url: FILM.video,
    });
    const none = on('twitter', {}, { ...FILM, attachment: 'none' });
    expect(attachment(none, channel('twitter'))).toEqual({ kind: 'none' });
    expect(attachment(on('twitter', {}, FILM), channel('twitter', { fields: [] }))).toEqual({ kind: 'none' });
  });

  it('is kept with the draft and with its post; a draft that was stored before there were any has none', () => {
    const { utm: _, ...whole } = on('twitter', {}, FILM);
    expect(draftSchema.parse(whole)).toEqual(whole);
    const { video: __, ...old } = { ...whole, attachment: 'card' };
    expect(draftSchema.parse(old)).toMatchObject({ attachment: 'card', video: '' });
    const post = sent(on('youtube', { privacy: 'private' }, FILM), channel('youtube'));
    expect(newPostSchema.parse(post)).toEqual(post);
  });

  it('is known by how its address ends', () => {
    const known = ['https://a.de/Walk.MP4', 'https://a.de/w/alk.mov?size=9#t=1', 'https://a.de/a.webm'];
    expect(known.filter((url) => !isVideoFile(url))).toEqual([]);
    const other = ['https://a.de/watch?v=walk.mp4', 'https://a.de/mp4', 'https://a.de/walk.mp4/page'];
    expect(other.filter(isVideoFile)).toEqual([]);
  });
});
