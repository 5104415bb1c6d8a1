// What a draft's channels ask for, what is sent of it, and what is said where something is missing.
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../lib/buffer/types.ts';
import { withoutPicture } from '../../../lib/drafts/attachment-notes.ts';
import type { Draft } from '../../../lib/drafts/draft.ts';
import { fieldsFor, valuesFor } from '../../../lib/drafts/fields.ts';
import { problems } from '../../../lib/drafts/limits.ts';
import { toPosts } from '../../../lib/drafts/split.ts';
import { countText } from '../../../lib/networks/count.ts';
import { networkFields } from '../../../lib/networks/fields.ts';
import { NETWORKS } from '../../../lib/networks/table.ts';
import { channel, draft, LINK, ONE, TWO } from './fixtures.ts';

const NOW = Date.parse('2026-11-24T09:10:00Z');

function on(network: string, options: Record<string, string> = {}, rest: Partial<Draft> = {}): Draft {
  return draft({ channelIds: [network], options: { [network]: options }, ...rest });
}

function sent(of: Draft, to: Channel) {
  const [post] = toPosts(of, [to]);
  return post;
}

function found(of: Draft, ...channels: Channel[]) {
  return problems(of, channels, { now: NOW, count: countText }).map(
    ({ channelId: _, blocking: __, ...rest }) => rest,
  );
}

const GOOGLE = channel('googlebusiness');
const EVENT = { type: 'event', title: 'Sale', start: '2026-12-01T18:00', end: '2026-12-01T21:00' };

describe('fields', () => {
  it('every network of the table may be asked for its fields, and one that is unknown has none', () => {
    for (const network of Object.keys(NETWORKS)) {
      const ids = networkFields(network).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(networkFields('unheardOf')).toEqual([]);
    expect(networkFields('constructor')).toEqual([]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['facebook', {}, ['type']],
    ['pinterest', {}, ['boardId', 'title']],
    ['googlebusiness', {}, ['type', 'button']],
    ['googlebusiness', { type: 'event' }, ['type', 'title', 'allDay', 'start', 'end', 'button']],
    ['googlebusiness', { type: 'offer' }, ['type', 'title', 'start', 'end', 'code', 'terms']],
    ['linkedin', {}, []],
    ['youtube', {}, ['categoryId', 'title', 'privacy']],
    ['mastodon', {}, ['spoilerText']],
    ['threads', {}, ['topic']],
    ['tiktok', {}, ['title']],
  ])('%s with %j', (network, options, ids) => {
    expect(fieldsFor(on(network, options), channel(network)).map(({ field }) => field.id)).toEqual(ids);
  });

  it('an API that has no such options is not asked for them', () => {
    const rest = { fields: ['boardId', 'title'] };
    expect(fieldsFor(on('facebook'), channel('facebook', rest))).toEqual([]);
    expect(fieldsFor(on('googlebusiness', EVENT), channel('googlebusiness', rest))).toEqual([]);
    expect(fieldsFor(on('pinterest'), channel('pinterest', rest))).toHaveLength(2);
    const all = { firstComment: 'More', tagIds: { org: ['t1'] } };
    expect(sent(on('facebook', {}, all), channel('facebook', rest))?.options).toEqual({});
  });

  it('a choice that is there no more is the first one again', () => {
    const boards = [
      { id: 'b1', name: 'One' },
      { id: 'b2', name: 'Two' },
    ];
    const pinterest = channel('pinterest', { boards });
    expect(valuesFor(on('pinterest', { boardId: 'b2' }), pinterest).boardId).toBe('b2');
    expect(valuesFor(on('pinterest', { boardId: 'gone' }), pinterest).boardId).toBe('b1');
    expect(valuesFor(on('facebook', { type: 'reel' }), channel('facebook')).type).toBe('post');
  });

  it('a title begins as the card’s, and one that was emptied stays empty', () => {
    const card = { title: 'x'.repeat(80), description: '', picture: null };
    expect(valuesFor(on('googlebusiness', { type: 'event' }, { card }), GOOGLE).title).toHaveLength(58);
    expect(valuesFor(on('googlebusiness', { ...EVENT, title: '' }, { card }), GOOGLE).title).toBe('');
  });
});

describe('what is sent of them', () => {
  it('an event begins and ends as the clocks at the business show it', () => {
    const place = channel('googlebusiness', { timezone: 'America/New_York' });
    expect(sent(on('googlebusiness', EVENT), place)?.options).toEqual({
      type: 'event',
      title: 'Sale',
      start: '2026-12-01T18:00:00-05:00',
      end: '2026-12-01T21:00:00-05:00',
    });
  });

  it('a day is its noon, so that it is the same day everywhere', () => {
    const days = { type: 'offer', start: '2026-12-01T18:00', end: '2026-12-02' };
    expect(sent(on('googlebusiness', days), GOOGLE)?.options).toEqual({
      type: 'offer',
      title: 'The story',
      start: '2026-12-01T12:00:00+01:00',
      end: '2026-12-02T12:00:00+01:00',
      linkUrl: LINK,
    });
    expect(sent(on('googlebusiness', { ...EVENT, allDay: 'true' }), GOOGLE)?.options).toMatchObject({
      allDay: true,
      start: '2026-12-01T12:00:00+01:00',
    });
  });

  it('a button leads to the link, which need not stand in the text then', () => {
    expect(sent(on('googlebusiness'), GOOGLE)).toMatchObject({
      text: `The story\n${LINK}`,
      options: { type: 'whats_new' },
    });
    expect(sent(on('googlebusiness', { button: 'shop' }), GOOGLE)).toMatchObject({
      text: 'The story',
      options: { type: 'whats_new', button: 'shop', linkUrl: LINK },
    });
    expect(sent(on('googlebusiness', { button: 'call' }), GOOGLE)).toMatchObject({
      text: `The story\n${LINK}`,
      options: { type: 'whats_new', button: 'call' },
    });
  });

  it.each(['facebook', 'instagram'])('a story on %s is one picture, with no comment', (network) => {
    const story = { type: 'story' };
    const picture = { kind: 'pictures', pictures: [{ url: ONE, alt: 'One' }] };
    const carded = on(network, story, { firstComment: 'More' });
    expect(sent(carded, channel(network))).toMatchObject({ attachment: picture, options: story });
    expect(sent(carded, channel(network))?.options).toEqual(story);
    const pictures = [ONE, TWO].map((url) => ({ url, alt: 'One', chosen: true }));
    const several = on(network, story, { attachment: 'pictures', pictures });
    expect(sent(several, channel(network))?.attachment).toEqual(picture);
    expect(withoutPicture(several, [channel(network)], 1)).toHaveLength(1);
    expect(found(on(network, story, { attachment: 'none' }), channel(network))).toEqual([
      { kind: 'needs-picture' },
    ]);
  });

  it('the first comment goes where there is one, and tags to the organization that has them', () => {
    const rest = { firstComment: ' More \n', tagIds: { org: ['t1'], other: ['t2'] } };
    const options = (network: string) => sent(on(network, {}, rest), channel(network))?.options;
    expect(options('linkedin')).toEqual({ firstComment: 'More', tagIds: ['t1'] });
    expect(options('facebook')).toEqual({ type: 'post', firstComment: 'More', tagIds: ['t1'] });
    expect(options('twitter')).toEqual({ tagIds: ['t1'] });
    const elsewhere = channel('twitter', { organizationId: 'other' });
    expect(sent(on('twitter', {}, rest), elsewhere)?.options).toEqual({ tagIds: ['t2'] });
  });
});

describe('what is said of them', () => {
  it.each<[Record<string, string>, object[]]>([
    [EVENT, []],
    [
      { type: 'event', title: ' ' },
      [
        { kind: 'needs-field', field: 'title' },
        { kind: 'needs-field', field: 'start' },
        { kind: 'needs-field', field: 'end' },
      ],
    ],
    [{ ...EVENT, start: '2026-13-01T18:00' }, [{ kind: 'needs-field', field: 'start' }]],
    [{ ...EVENT, title: 'x'.repeat(60) }, [{ kind: 'long-field', field: 'title', over: 2 }]],
    [{ ...EVENT, end: '2026-12-01T17:59' }, [{ kind: 'end-before-start', field: 'end' }]],
    [{ ...EVENT, end: '2026-12-01T17:59', allDay: 'true' }, []],
    [{ ...EVENT, start: '2026-11-24T08:00', end: '2026-11-24T10:10' }, [{ kind: 'past-end', field: 'end' }]],
    [{ ...EVENT, start: '2026-11-24T08:00', end: '2026-11-24T10:11' }, []],
    [{ type: 'offer', start: '2026-11-23', end: '2026-11-24' }, []],
    [{ type: 'offer', start: '2026-11-22', end: '2026-11-23' }, [{ kind: 'past-end', field: 'end' }]],
    [
      { type: 'offer', start: '2026-12-01', end: '2026-12-02', code: 'x'.repeat(59) },
      [{ kind: 'long-field', field: 'code', over: 1 }],
    ],
  ])('on Google of %j', (options, expected) => {
    expect(found(on('googlebusiness', options), GOOGLE)).toEqual(expected);
  });

  it('a button needs a link to lead to, unless it calls', () => {
    const rest = { link: '', attachment: 'none' } as const;
    expect(found(on('googlebusiness', { button: 'shop' }, rest), GOOGLE)).toEqual([
      { kind: 'needs-link', field: 'button' },
    ]);
    expect(found(on('googlebusiness', { button: 'call' }, rest), GOOGLE)).toEqual([]);
  });

  it('a first comment may be too long, on the networks that have one', () => {
    const firstComment = 'x'.repeat(1251);
    expect(found(on('linkedin', {}, { firstComment }), channel('linkedin'))).toEqual([
      { kind: 'long-comment', over: 1 },
    ]);
    expect(found(on('facebook', {}, { firstComment }), channel('facebook'))).toEqual([]);
    expect(found(on('twitter', {}, { firstComment }), channel('twitter'))).toEqual([]);
  });

  it('a warning on Mastodon takes of the room for words', () => {
    const text = 'x'.repeat(490);
    const rest = { text, attachment: 'none' } as const;
    expect(found(on('mastodon', { spoilerText: '0123456789' }, rest), channel('mastodon'))).toEqual([]);
    expect(found(on('mastodon', { spoilerText: '0123456789!' }, rest), channel('mastodon'))).toEqual([
      { kind: 'too-long', over: 1 },
    ]);
  });

  it('a network may be the only one that is left without words', () => {
    const rest = { text: '', texts: { twitter: 'Words' }, link: '', attachment: 'none' } as const;
    const both = draft({ channelIds: ['twitter', 'mastodon'], ...rest });
    expect(problems(both, [channel('twitter'), channel('mastodon')], { now: NOW, count: countText })).toEqual(
      [{ kind: 'empty', blocking: true, channelId: 'mastodon' }],
    );
    expect(found(draft({ channelIds: ['twitter'], ...rest }), channel('twitter'))).toEqual([]);
  });
});
