import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../lib/buffer/types.ts';
import type { Draft } from '../../../lib/drafts/draft.ts';
import { problems, tightest as tightestBy } from '../../../lib/drafts/limits.ts';
import { countText } from '../../../lib/networks/count.ts';
import { channel, draft, LINK } from './fixtures.ts';

const NOW = new Date(2026, 10, 24, 9, 10).getTime();

function tightest(of: Draft, channels: Channel[]) {
  return tightestBy(of, channels, countText);
}

function found(rest: Partial<Draft>, channels: Channel[] = [channel('linkedin')]) {
  return problems(draft({ channelIds: channels.map(({ id }) => id), ...rest }), channels, {
    now: NOW,
    count: countText,
  });
}

describe('tightest', () => {
  const channels = [channel('linkedin'), channel('twitter'), channel('bluesky')];

  it('is null when no channel is chosen', () => {
    expect(tightest(draft(), channels)).toBeNull();
    expect(tightest(draft({ channelIds: ['gone'] }), channels)).toBeNull();
  });

  it('looks at the chosen channels only', () => {
    expect(tightest(draft({ channelIds: ['linkedin'] }), channels)).toMatchObject({
      left: 3000 - 9,
      limit: 3000,
    });
  });

  it('counts what will be sent: X gets the link in its text, LinkedIn a card', () => {
    const result = tightest(draft({ channelIds: ['linkedin', 'twitter', 'bluesky'] }), channels);
    expect(result).toMatchObject({
      channel: { id: 'twitter' },
      network: { label: 'X' },
      left: 280 - 9 - 1 - 23,
    });
  });

  it('counts as each network does', () => {
    const text = '日'.repeat(200);
    const both = draft({ channelIds: ['bluesky', 'twitter'], text, attachment: 'none' });
    expect(tightest(both, channels)).toMatchObject({ channel: { id: 'twitter' }, left: -120 });
  });

  it('takes a channel’s own limit before the network’s', () => {
    const instance = channel('mastodon', { maxCharacters: 20 });
    const text = `12345 ${LINK}${'x'.repeat(99)}`;
    expect(tightest(draft({ channelIds: ['mastodon'], text, attachment: 'none' }), [instance])).toMatchObject(
      {
        left: 20 - 29,
        limit: 20,
      },
    );
  });
});

describe('problems', () => {
  it('finds none in a draft that is ready', () => {
    expect(found({})).toEqual([]);
    expect(found({ text: '' })).toEqual([]);
    expect(found({ text: '', attachment: 'pictures' })).toEqual([]);
    expect(found({ when: 'at', at: '2026-11-24T09:11' })).toEqual([]);
  });

  it.each<[string, Partial<Draft>]>([
    ['no-channel', { channelIds: [] }],
    ['no-channel', { channelIds: ['gone'] }],
    ['empty', { text: ' \n', attachment: 'none' }],
    ['empty', { text: '', link: '' }],
    ['empty', { text: '', attachment: 'pictures', pictures: [] }],
    ['bad-link', { link: 'javascript:alert(1)' }],
    ['bad-link', { link: 'example.com', attachment: 'none' }],
    ['no-time', { when: 'at', at: null }],
    ['no-time', { when: 'at', at: '' }],
    ['no-time', { when: 'at', at: '2026-13-01T00:00' }],
    ['past-time', { when: 'at', at: '2026-11-24T09:10' }],
    ['past-time', { when: 'at', at: '2025-11-24T09:11' }],
  ])('%s: %j', (kind, rest) => {
    expect(found(rest)).toEqual([{ kind, blocking: true }]);
  });

  it.each<[string, boolean, Channel]>([
    ['locked', true, channel('linkedin', { isLocked: true })],
    ['disconnected', false, channel('linkedin', { isDisconnected: true })],
    ['paused', false, channel('linkedin', { isPaused: true })],
    ['needs-board', true, channel('pinterest', { boards: [] })],
  ])('%s of a channel, blocking: %s', (kind, blocking, about) => {
    expect(found({}, [channel('threads'), about])).toEqual([{ kind, blocking, channelId: about.id }]);
  });

  it.each(['instagram', 'pinterest', 'tiktok'])('%s needs a picture', (network) => {
    const problem = { kind: 'needs-picture', blocking: true, channelId: network };
    expect(found({}, [channel(network)])).toEqual([]);
    expect(found({ attachment: 'pictures' }, [channel(network)])).toEqual([]);
    expect(found({ attachment: 'none' }, [channel(network)])).toEqual([problem]);
    expect(found({ attachment: 'pictures', pictures: [] }, [channel(network)])).toEqual([problem]);
  });

  it('an X post that is shared on needs no words', () => {
    const link = 'https://x.com/mara/status/1234567890';
    expect(found({ attachment: 'retweet', text: '', link }, [channel('twitter')])).toEqual([]);
    expect(found({ attachment: 'retweet', text: '', link: '' }, [channel('twitter')])).toMatchObject([
      { kind: 'empty' },
    ]);
  });

  it('says by how much a text is too long, for each channel that it is too long for', () => {
    const channels = [channel('twitter'), channel('bluesky'), channel('linkedin')];
    expect(found({ text: 'x'.repeat(310), attachment: 'none' }, channels)).toEqual([
      { kind: 'too-long', blocking: true, channelId: 'twitter', over: 30 },
      { kind: 'too-long', blocking: true, channelId: 'bluesky', over: 10 },
    ]);
    expect(found({ text: 'x'.repeat(280), attachment: 'none' }, channels)).toEqual([]);
  });

  it('does not count two million characters as X does, which takes a while: they are too many anyway', () => {
    const text = '👩‍👩‍👧‍👦'.repeat(200_000);
    const over = text.length - 280;
    expect(found({ text, attachment: 'none' }, [channel('twitter')])).toMatchObject([
      { kind: 'too-long', over },
    ]);
  });

  it('names the draft’s own problems before the channels’', () => {
    const kinds = found({ link: 'x', when: 'at' }, [channel('twitter', { isLocked: true })]).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['bad-link', 'no-time', 'locked']);
  });
});
