// Stepping through what a page offers, with what the person typed as one more stop.
import { describe, expect, it } from 'vitest';
import type { Capture } from '@/lib/capture/capture.ts';
import { emptyDraft } from '@/lib/drafts/draft.ts';
import { CAPTURE, composing, LINK } from './composing.ts';

const WHOLE = 'https://www.example.org/walk?utm_source=mail';
const CLEAN = 'https://www.example.org/walk';

const RICH: Capture = {
  ...CAPTURE,
  address: WHOLE,
  links: [
    { value: LINK, source: 'canonical', removed: ['utm_source'] },
    { value: CLEAN, source: 'tab', removed: ['utm_source'] },
    { value: WHOLE, source: 'address', removed: [] },
  ],
  titles: [
    { value: 'A walk', source: 'og' },
    { value: 'A walk in the hills', source: 'page' },
  ],
  descriptions: [{ value: 'About walking', source: 'og' }],
};

function originsOf({ composer }: ReturnType<typeof composing>, field: 'link' | 'title' | 'description') {
  const { stops, at } = composer.sources.of(field);
  return [stops[at]?.origin, stops.length];
}

describe('where a value comes from', () => {
  it('is said of everything that the page gave, also of a draft that comes back', async () => {
    const first = composing();
    await first.ready(RICH);
    expect(originsOf(first, 'link')).toEqual(['canonical', 3]);
    expect(originsOf(first, 'title')).toEqual(['og', 2]);
    first.composer.sources.step('title', 1);
    first.composer.change({ card: { ...first.composer.draft.card, description: 'Mine' } });
    first.composer.keeper.flush();
    const again = composing({ drafts: Object.fromEntries(first.drafts) });
    await again.ready(RICH);
    expect(originsOf(again, 'title')).toEqual(['page', 2]);
    expect(originsOf(again, 'description')).toEqual(['yours', 2]);
  });

  it('is the person where they typed, and nothing where nothing is', async () => {
    const one = composing();
    await one.ready({ ...RICH, descriptions: [] });
    expect(originsOf(one, 'description')).toEqual(['none', 1]);
    one.composer.setLink('https://elsewhere.example/');
    expect(originsOf(one, 'link')).toEqual(['yours', 4]);
    expect(originsOf(one, 'title')).toEqual(['none', 3]);
  });
});

describe('a title within a line of the template', () => {
  it('becomes the one that was stepped to, whatever link stands beside it, and comes back', async () => {
    const { composer, ready } = composing({
      settings: { templates: { page: 'Read: {title} by me\n{title} {link}' } },
    });
    await ready(RICH);
    composer.change({ text: `${composer.draft.text}\nA walk of mine` });
    composer.setLink(CLEAN);
    composer.sources.step('title', 1);
    expect(composer.draft.text).toBe(
      `Read: A walk in the hills by me\nA walk in the hills ${CLEAN}\nA walk of mine`,
    );
    composer.sources.step('title', 1);
    expect(composer.draft.text).toBe(`Read: A walk by me\nA walk ${CLEAN}\nA walk of mine`);
  });
});

describe('a draft of no page', () => {
  it('says nothing of where it came from', async () => {
    const key = 'entry e';
    const stored = { ...emptyDraft(), key, link: LINK, text: 'Sent' };
    const { composer, ready } = composing({ drafts: { [key]: stored }, handoff: { draftKey: key } });
    await ready(RICH);
    expect(composer.sources.of('link').stops).toEqual([]);
    expect(composer.sources.otherLink()).toBeNull();
  });
});

describe('stepping', () => {
  it('goes round through titles, back and forth, and takes the same line of the text along', async () => {
    const { composer, ready } = composing();
    await ready(RICH);
    composer.sources.step('title', 1);
    expect(composer.draft.card.title).toBe('A walk in the hills');
    expect(composer.draft.text).toBe(`A walk in the hills\n${LINK}`);
    composer.sources.step('title', 1);
    expect(composer.draft.text).toBe(`A walk\n${LINK}`);
    composer.sources.step('title', -1);
    expect(composer.draft.card.title).toBe('A walk in the hills');
  });

  it('comes back to what was typed, and leaves the words of the post alone', async () => {
    const { composer, ready } = composing();
    await ready(RICH);
    composer.change({ text: 'My own words', card: { ...composer.draft.card, title: 'My title' } });
    composer.sources.step('title', 1);
    expect(composer.draft.card.title).toBe('A walk');
    composer.sources.step('title', -1);
    expect(composer.draft.card.title).toBe('My title');
    expect(composer.draft.text).toBe('My own words');
  });

  it('forgets what was typed when the draft begins anew', async () => {
    const { composer, ready } = composing();
    await ready(RICH);
    composer.change({ card: { ...composer.draft.card, title: 'My title' } });
    composer.sources.step('title', 1);
    composer.startOver();
    expect(composer.sources.of('title').stops).toHaveLength(2);
  });

  it('stands still where there is nothing else, and while posts are handed over', async () => {
    const handed = Promise.withResolvers<void>();
    const reply = (): Promise<never> => {
      handed.resolve();
      return new Promise(() => undefined);
    };
    const one = composing({ reply });
    await one.ready(RICH);
    one.composer.sources.step('description', 1);
    expect(one.composer.keeper.isTouched).toBe(false);
    void one.composer.submitting.submit();
    await handed.promise;
    one.composer.sources.step('link', 1);
    expect(one.composer.draft.link).toBe(LINK);
    expect(one.remembered).toEqual([]);
  });
});

describe('the link', () => {
  it('is restored by one press and cleaned by another, in the text too, and the site remembers it', async () => {
    const { composer, remembered, ready } = composing();
    await ready(RICH);
    const restore = composer.sources.otherLink();
    expect(restore?.does).toBe('restore');
    if (restore) composer.sources.chooseLink(restore.link);
    expect(composer.draft).toMatchObject({ link: WHOLE, text: `A walk\n${WHOLE}` });
    expect(remembered).toEqual([[WHOLE, 'address']]);
    const back = composer.sources.otherLink();
    expect(back).toMatchObject({ does: 'clean', link: { value: LINK } });
    if (back) composer.sources.chooseLink(back.link);
    expect(composer.draft.text).toBe(`A walk\n${LINK}`);
    expect(remembered.at(-1)).toEqual([WHOLE, null]);
  });

  it('begins with what was chosen on its site, also when the draft begins anew', async () => {
    const { composer, remembered, ready } = composing({
      linkChoices: [{ host: 'example.org', source: 'tab' }],
    });
    await ready(RICH);
    expect(composer.draft).toMatchObject({ link: CLEAN, text: `A walk\n${CLEAN}` });
    composer.sources.step('link', 1);
    composer.startOver();
    expect(composer.draft.link).toBe(WHOLE);
    composer.setLink('https://elsewhere.example/');
    expect(remembered).toEqual([[WHOLE, 'address']]);
    expect(composer.sources.otherLink()).toMatchObject({ does: 'offered', link: { value: LINK } });
  });

  it('leads to the selected words, or not, by one press', async () => {
    const { composer, ready } = composing();
    const words = `${LINK}#:~:text=a%20dog`;
    const links = [{ value: words, source: 'selection' as const, removed: [] }, ...RICH.links];
    await ready({ ...RICH, kind: 'selection', quote: 'a dog', links });
    const plain = composer.sources.otherLink();
    expect(plain).toMatchObject({ does: 'plain', link: { value: LINK } });
    if (plain) composer.sources.chooseLink(plain.link);
    expect(composer.sources.otherLink()).toMatchObject({ does: 'words', link: { value: words } });
  });

  it('has no other where the address is the best there is', async () => {
    const { composer, ready } = composing();
    await ready();
    expect(composer.sources.otherLink()).toBeNull();
  });
});
