// Which card stands with which link: what a page says of itself says nothing about another.
import { describe, expect, it } from 'vitest';
import { emptyDraft } from '@/lib/drafts/draft.ts';
import { CAPTURE, composing, LINK } from './composing.ts';

const WHOLE = `${LINK}?utm_source=mail`;
const PICTURE = 'https://example.org/walk.jpg';
const NOTHING = { title: '', description: '', picture: null };
const OTHER = 'https://elsewhere.example/';

const RICH = {
  ...CAPTURE,
  address: WHOLE,
  links: [
    { value: LINK, source: 'tab' as const, removed: ['utm_source'] },
    { value: WHOLE, source: 'address' as const, removed: [] },
  ],
  descriptions: [{ value: 'About walking', source: 'og' as const }],
  pictures: [{ url: PICTURE, alt: '', width: 0, height: 0, source: 'og' as const }],
};
const CARD = { title: 'A walk', description: 'About walking', picture: PICTURE };

describe('the card of a link', () => {
  it('is the page’s for every address of the page, and empty for another page’s', async () => {
    const { composer, ready } = composing();
    await ready(RICH);
    expect(composer.draft.card).toEqual(CARD);
    composer.setLink(WHOLE);
    expect(composer.draft.card).toEqual(CARD);
    composer.setLink(OTHER);
    expect(composer.draft.card).toEqual(NOTHING);
  });

  it('comes back with the page’s link as the person had left it, and so does the other one', async () => {
    const { composer, ready } = composing();
    await ready(RICH);
    composer.change({ card: { ...CARD, title: 'My walk' } });
    composer.setLink(OTHER);
    composer.change({ card: { ...NOTHING, title: 'Their page' } });
    composer.setLink(LINK);
    expect(composer.draft.card).toEqual({ ...CARD, title: 'My walk' });
    composer.setLink(`${OTHER}deeper`);
    expect(composer.draft.card).toEqual({ ...NOTHING, title: 'Their page' });
  });

  it('is not the page’s when another link was typed before the page had answered', async () => {
    const { composer, ready } = composing();
    composer.setLink(OTHER);
    composer.change({ card: { ...NOTHING, title: 'Their page' } });
    await ready(RICH);
    expect(composer.draft).toMatchObject({ link: OTHER, text: `A walk\n${OTHER}` });
    expect(composer.draft.card).toEqual({ ...NOTHING, title: 'Their page' });
    composer.setLink(LINK);
    expect(composer.draft.card).toEqual(CARD);
  });

  it('of a restored draft stays with its link, and the page’s is still there', async () => {
    const first = composing();
    await first.ready(RICH);
    first.composer.setLink(OTHER);
    first.composer.keeper.flush();
    const again = composing({ drafts: Object.fromEntries(first.drafts) });
    await again.ready(RICH);
    expect(again.composer.draft).toMatchObject({ link: OTHER, card: NOTHING });
    again.composer.setLink(LINK);
    expect(again.composer.draft.card).toEqual(CARD);
  });

  it('begins anew with the draft', async () => {
    const { composer, ready } = composing();
    await ready(RICH);
    composer.change({ card: { ...CARD, title: 'My walk' } });
    composer.setLink(OTHER);
    composer.change({ card: { ...NOTHING, title: 'Their page' } });
    composer.startOver();
    expect(composer.draft.card).toEqual(CARD);
    composer.setLink(OTHER);
    expect(composer.draft.card).toEqual(NOTHING);
  });

  it('of a post that is taken back belongs to the link of that post', async () => {
    const key = 'entry e';
    const card = { title: 'Sent', description: '', picture: null };
    const stored = { ...emptyDraft(), key, link: OTHER, attachment: 'card' as const, card };
    const { composer, ready } = composing({ drafts: { [key]: stored }, handoff: { draftKey: key } });
    await ready(RICH);
    composer.setLink(LINK);
    expect(composer.draft.card).toEqual(NOTHING);
    composer.setLink(OTHER);
    expect(composer.draft.card).toEqual(card);
  });
});

describe('a page that is read again', () => {
  const half = { ...CAPTURE, titles: [{ value: 'Loading…', source: 'tab' as const }] };

  it('fills what nobody has touched, and nothing else', async () => {
    const { composer, ready } = composing();
    await ready(half);
    composer.change({ card: { ...composer.draft.card, title: 'My walk' } });
    await composer.again(RICH);
    expect(composer.draft).toMatchObject({
      text: `A walk\n${LINK}`,
      card: { title: 'My walk', description: 'About walking', picture: PICTURE },
      pictures: [{ url: PICTURE, chosen: true }],
    });
    composer.change({ text: 'My own words', pictures: [{ url: PICTURE, alt: '', chosen: false }] });
    const more = {
      ...RICH.pictures[0],
      url: `${PICTURE}?2`,
      alt: '',
      width: 0,
      height: 0,
      source: 'og' as const,
    };
    await composer.again({ ...RICH, titles: [], pictures: [more, ...RICH.pictures] });
    expect(composer.draft.text).toBe('My own words');
    expect(composer.draft.pictures.map(({ url, chosen }) => [url, chosen])).toEqual([
      [PICTURE, false],
      [`${PICTURE}?2`, false],
    ]);
  });

  it('is read once more when it was still loading, and only then', async () => {
    const loading = composing();
    await loading.ready({ ...half, less: 'loading' }, RICH);
    expect(loading.composer.draft).toMatchObject({ text: `A walk\n${LINK}`, card: CARD });
    const closed = composing();
    await closed.ready({ ...half, less: 'loading' }, null);
    const whole = composing();
    await whole.ready(half, RICH);
    for (const { composer } of [closed, whole]) expect(composer.draft.text).toContain('Loading…');
  });

  it('touches no draft of an earlier visit, and none that was sent', async () => {
    const first = composing();
    await first.ready(half);
    first.composer.change({ channelIds: ['b'] });
    first.composer.keeper.flush();
    const again = composing({ drafts: Object.fromEntries(first.drafts) });
    await again.ready(half);
    await again.composer.again(RICH);
    expect(again.composer.draft.text).toContain('Loading…');
    const sent = composing();
    await sent.ready(half);
    await sent.composer.submitting.submit();
    await sent.composer.editAgain();
    await sent.composer.again(RICH);
    expect(sent.composer.draft.text).toContain('Loading…');
  });

  it('counts for nothing when it is another page, or knows less than before', async () => {
    const { composer, ready } = composing();
    await ready(RICH);
    await composer.again({ ...CAPTURE, titles: [], less: 'hung' });
    await composer.again({ ...RICH, pageUrl: OTHER, titles: [{ value: 'Elsewhere', source: 'og' }] });
    expect(composer.draft).toMatchObject({ text: `A walk\n${LINK}`, card: CARD });
  });

  it('is another draft when it has moved on while it was loading', async () => {
    const { composer, ready } = composing();
    await ready({ ...half, less: 'loading' });
    await composer.again({ ...RICH, pageUrl: `${LINK}/en` });
    expect(composer.draft).toMatchObject({ pageUrl: `${LINK}/en`, card: CARD });
  });
});
