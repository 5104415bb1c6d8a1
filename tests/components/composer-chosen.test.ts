// What the settings and earlier choices make of a page: its channels, its link, its words.
import { describe, expect, it } from 'vitest';
import type { Capture } from '@/lib/capture/capture.ts';
import { draftKey } from '@/lib/capture/to-draft.ts';
import { emptyDraft } from '@/lib/drafts/draft.ts';
import { DEFAULT_SETTINGS } from '@/lib/settings.ts';
import { CAPTURE, composing, LINK } from './composing.ts';

const WHOLE = `${LINK}?utm_source=mail`;
const TRACKED: Capture = {
  ...CAPTURE,
  address: WHOLE,
  links: [
    { value: LINK, source: 'tab', removed: ['utm_source'] },
    { value: WHOLE, source: 'address', removed: [] },
  ],
};
const SITES = [{ host: 'example.org', channelIds: ['b', 'a'] }];

describe('the channels of a site', () => {
  it('stand there once the page is known', async () => {
    const { composer, ready } = composing({ sites: SITES });
    await ready();
    expect(composer.draft.channelIds).toEqual(['b', 'a']);
  });

  it('leave alone what the person has chosen meanwhile', async () => {
    const { composer, ready } = composing({ sites: SITES });
    composer.toggleChannel('b');
    await ready();
    expect(composer.draft.channelIds).toEqual(['b']);
  });

  it('are those of its last post, where that is wished', async () => {
    const { composer, ready, sites, choices } = composing({ settings: { channelMemory: 'site' } });
    await ready();
    composer.toggleChannel('b');
    await composer.submitting.submit();
    expect(sites).toEqual([{ host: 'example.org', channelIds: ['a', 'b'] }]);
    expect(choices).toEqual([{ channelIds: ['a', 'b'], when: 'queue', options: {} }]);
  });

  it('are not remembered otherwise, nor where there is no site', async () => {
    const usual = composing({ sites: SITES });
    await usual.ready();
    await usual.composer.submitting.submit();
    const nowhere = composing({ settings: { channelMemory: 'site' } });
    await nowhere.ready({ ...CAPTURE, address: '', links: [] });
    await nowhere.composer.submitting.submit();
    expect([...usual.sites, ...nowhere.sites]).toEqual([]);
    expect(nowhere.choices).toHaveLength(1);
  });
});

describe('a link that is not to be cleaned', () => {
  it('is the address as it stands, in the text too, and one press takes the trackers off', async () => {
    const { composer, ready, remembered } = composing({ settings: { cleanLinks: false } });
    await ready(TRACKED);
    expect(composer.draft).toMatchObject({ link: WHOLE, text: `A walk\n${WHOLE}` });
    const other = composer.sources.otherLink();
    expect(other).toMatchObject({ does: 'clean', link: { value: LINK } });
    if (other) composer.sources.chooseLink(other.link);
    expect(composer.draft.link).toBe(LINK);
    expect(remembered).toEqual([[WHOLE, 'tab']]);
    const back = composer.sources.otherLink();
    if (back) composer.sources.chooseLink(back.link);
    expect(remembered.at(-1)).toEqual([WHOLE, null]);
  });
});

describe('the words that a post begins with', () => {
  it('are the template’s, and the link in them follows the link field', async () => {
    const templates = { page: 'Worth a read: {title}\n\n{link} #walk' };
    const { composer, ready } = composing({ settings: { templates } });
    await ready(TRACKED);
    expect(composer.draft.text).toBe(`Worth a read: A walk\n\n${LINK} #walk`);
    composer.setLink(WHOLE);
    expect(composer.draft.text).toBe(`Worth a read: A walk\n\n${WHOLE} #walk`);
  });
});

describe('campaign parameters', () => {
  const utm = { ...DEFAULT_SETTINGS.utm, on: true };

  it('are sent, and not shown', async () => {
    const { composer, ready, sent } = composing({ settings: { utm } });
    await ready();
    expect(composer.draft).toMatchObject({ link: LINK, text: `A walk\n${LINK}` });
    await composer.submitting.submit();
    expect(JSON.stringify(sent)).toContain(`A walk\\n${LINK}?utm_source=linkedin&utm_medium=social`);
  });

  it('go with a draft of an earlier visit as they are set now', async () => {
    const stored = { ...emptyDraft(), key: draftKey(CAPTURE), text: 'Mine', link: LINK, channelIds: ['a'] };
    const { composer, ready, sent } = composing({ settings: { utm }, drafts: { [stored.key]: stored } });
    await ready();
    composer.change({ attachment: 'card' });
    await composer.submitting.submit();
    expect(JSON.stringify(sent)).toContain(`"url":"${LINK}?utm_source=linkedin`);
  });

  it('go with a draft that is taken out of the list', async () => {
    const stored = { ...emptyDraft(), key: 'other', text: `Mine ${LINK}`, link: LINK, channelIds: ['a'] };
    const { composer, ready, sent } = composing({ settings: { utm }, drafts: { other: stored } });
    await ready();
    await composer.take('other');
    await composer.submitting.submit();
    expect(JSON.stringify(sent)).toContain(`Mine ${LINK}?utm_source=linkedin`);
  });
});
