// What chosen channels ask for beside text and media, and what is remembered of it.
import { describe, expect, it } from 'vitest';
import { Fields } from '@/components/composer/fields/fields.model.ts';
import type { Post } from '@/lib/buffer/types.ts';
import { draftKey } from '@/lib/capture/to-draft.ts';
import { emptyDraft } from '@/lib/drafts/draft.ts';
import { CAPTURE, channel, composing as composingAll } from './composing.ts';

/** A composer with the model of its fields, as their view makes it. */
function composing(change: Parameters<typeof composingAll>[0] = {}) {
  const composed = composingAll(change);
  return { ...composed, fields: new Fields(composed.composer) };
}

const PINS = {
  ...channel('pins', 'pinterest'),
  boards: [
    { id: 'b1', name: 'Paths' },
    { id: 'b2', name: 'Pages' },
  ],
};
const SHOP = channel('shop', 'googlebusiness');
const CHANNELS = [PINS, SHOP, channel('face', 'facebook')];

function valuesOf({ fields }: ReturnType<typeof composing>, channelId: string) {
  const found = fields.channels.value.find((one) => one.channel.id === channelId);
  return found && Object.fromEntries(found.fields.map(({ field, value }) => [field.id, value]));
}

describe('fields', () => {
  it('are those of the chosen channels', async () => {
    const composed = composing({ channels: CHANNELS });
    await composed.ready();
    expect(composed.fields.channels.value).toEqual([]);
    composed.composer.toggleChannel('pins');
    expect(valuesOf(composed, 'pins')).toEqual({ boardId: 'b1', title: 'A walk' });
    composed.composer.toggleChannel('shop');
    composed.fields.set('shop', 'type', 'event');
    expect(Object.keys(valuesOf(composed, 'shop') ?? {})).toContain('start');
    composed.composer.toggleChannel('shop');
    expect(valuesOf(composed, 'shop')).toBeUndefined();
  });

  it('a submit remembers choices, not words, and the next draft begins with them', async () => {
    const first = composing({ channels: CHANNELS, options: { face: { type: 'story' } } });
    await first.ready({
      ...CAPTURE,
      pictures: [{ url: 'https://a.de/1.png', alt: '', source: 'og', width: 0, height: 0 }],
    });
    first.composer.toggleChannel('pins');
    first.fields.set('pins', 'boardId', 'b2');
    first.fields.set('pins', 'title', 'One of a kind');
    await first.composer.submitting.submit();
    const [choice] = first.choices;
    expect(choice?.options).toEqual({ pins: { boardId: 'b2' }, face: { type: 'story' } });

    const second = composing({ channels: CHANNELS, options: choice?.options });
    await second.ready();
    second.composer.toggleChannel('pins');
    expect(valuesOf(second, 'pins')).toEqual({ boardId: 'b2', title: 'A walk' });
  });

  it('what few posts need is asked for once it is wanted, or is there already', async () => {
    const composed = composing({ channels: [channel('toot', 'mastodon'), channel('talk', 'threads')] });
    await composed.ready();
    const { composer, fields } = composed;
    composer.toggleChannel('toot');
    composer.toggleChannel('talk');
    expect(fields.channels.value).toEqual([]);
    expect(fields.extras.value).toEqual(['spoilerText', 'topic']);
    fields.wanted.value = ['spoilerText'];
    expect(valuesOf(composed, 'toot')).toEqual({ spoilerText: '' });
    expect(fields.extras.value).toEqual(['topic']);
    fields.set('talk', 'topic', 'Walking');
    expect(valuesOf(composed, 'talk')).toEqual({ topic: 'Walking' });
    await composer.submitting.submit();
    expect(composed.choices[0]?.options).toEqual({});
  });

  it('of a video on YouTube the category and who sees it are remembered, and not the title', async () => {
    const composed = composing({ channels: [channel('tube', 'youtube')] });
    await composed.ready();
    const { composer, fields } = composed;
    composer.toggleChannel('tube');
    composer.change({ attachment: 'video', video: 'https://a.de/walk.mp4' });
    fields.set('tube', 'title', 'One of a kind');
    fields.set('tube', 'categoryId', '19');
    fields.set('tube', 'privacy', 'unlisted');
    await composer.submitting.submit();
    expect(composed.choices[0]?.options).toEqual({ tube: { categoryId: '19', privacy: 'unlisted' } });
  });

  it('a draft that is kept keeps its own, and begins with the last ones where it says nothing', async () => {
    const key = draftKey(CAPTURE);
    const kept = { ...emptyDraft(), key, channelIds: ['pins', 'face'], options: { pins: { boardId: 'b1' } } };
    const composed = composing({
      channels: CHANNELS,
      options: { pins: { boardId: 'b2' }, face: { type: 'story' } },
      drafts: { [key]: kept },
    });
    await composed.ready();
    expect(valuesOf(composed, 'pins')).toMatchObject({ boardId: 'b1' });
    expect(valuesOf(composed, 'face')).toEqual({ type: 'story' });
  });

  it('what is missing holds the post back, and is said of the field once it was left', async () => {
    const { composer, fields, sent, ready } = composing({ channels: CHANNELS });
    await ready();
    composer.toggleChannel('shop');
    fields.set('shop', 'type', 'event');
    expect(fields.problemOf('shop', 'start')).toMatchObject({ kind: 'needs-field' });
    expect(fields.wasLeft('shop', 'start')).toBe(false);
    fields.leave('shop', 'start');
    expect(fields.wasLeft('shop', 'start')).toBe(true);
    await composer.submitting.submit();
    expect(sent).toEqual([]);
    fields.set('shop', 'start', '2026-12-01T10:00');
    fields.set('shop', 'end', '2026-12-01T11:00');
    await composer.submitting.submit();
    const [command] = sent;
    if (command?.type !== 'accept') throw new Error('nothing was accepted');
    const options = command.submissions.find(({ post }) => post.channel.id === 'shop')?.post.options;
    expect(options).toMatchObject({ type: 'event', title: 'A walk', start: '2026-12-01T10:00:00+01:00' });
  });
});

describe('the first comment', () => {
  it('is offered where a chosen channel has one, and is as long as the tightest of them takes', async () => {
    const { composer, fields, ready } = composing({ channels: CHANNELS });
    await ready();
    expect(fields.commented.value.map(({ id }) => id)).toEqual(['a']);
    composer.toggleChannel('face');
    expect(fields.commentLimit.value).toBe(1250);
    composer.toggleChannel('a');
    expect(fields.commentLimit.value).toBe(5000);
    fields.set('face', 'type', 'story');
    expect(fields.commented.value).toEqual([]);
  });
});

describe('tags', () => {
  const tag = (id: string, name: string) => ({ id, name, color: '#9bcf53' });
  const post = (channelId: string, ...tags: Post['tags'] & object) => ({ channelId, tags }) as Post;

  it('are those that posts of the chosen organizations were seen with, once each', async () => {
    const elsewhere = { ...channel('far', 'twitter'), organizationId: 'other' };
    const { composer, fields, ready } = composing({
      channels: [elsewhere],
      knownPosts: [
        post('a', tag('t2', 'Walking')),
        post('b', tag('t1', 'Reading'), tag('t2', 'Walking')),
        post('far', tag('t3', 'Not ours')),
        post('gone', tag('t4', 'Nobody knows')),
        { channelId: 'a' } as Post,
      ],
    });
    await ready();
    expect(fields.tags.value).toEqual([['o', []]]);
    await fields.load();
    const names = () => fields.tags.value.map(([, tags]) => tags.map(({ name }) => name));
    expect(names()).toEqual([['Reading', 'Walking']]);
    composer.toggleChannel('far');
    expect(names()).toEqual([['Reading', 'Walking'], ['Not ours']]);
  });

  it('go with the posts of their organization', async () => {
    const { composer, fields, sent, ready } = composing();
    await ready();
    fields.toggleTag('o', 't1');
    fields.toggleTag('o', 't2');
    fields.toggleTag('o', 't1');
    expect(fields.hasTag('o', 't2')).toBe(true);
    // One that was seen on no post is still to be seen, so that it can be taken off.
    expect(fields.tags.value).toEqual([['o', [{ id: 't2', name: '', color: '' }]]]);
    await composer.submitting.submit();
    const [command] = sent;
    if (command?.type !== 'accept') throw new Error('nothing was accepted');
    expect(command.submissions[0]?.post.options).toEqual({ tagIds: ['t2'] });
  });
});
