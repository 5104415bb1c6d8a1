// A text for all networks and texts of their own: which one is shown, linked, counted and sent.
import { describe, expect, it } from 'vitest';
import { draftKey } from '@/lib/capture/to-draft.ts';
import { emptyDraft } from '@/lib/drafts/draft.ts';
import { CAPTURE, composing, LINK } from './composing.ts';

async function written() {
  const all = composing();
  await all.ready();
  all.composer.change({ text: 'For all', attachment: 'none', channelIds: ['a', 'b'] });
  return { ...all, texts: all.composer.texts };
}

describe('a network’s text', () => {
  it('follows that of all until it is another, and from then on is its own', async () => {
    const { composer, texts } = await written();
    texts.show('twitter');
    expect([texts.of('twitter'), texts.own.value]).toEqual(['For all', []]);
    texts.write(null, 'For everyone');
    expect(texts.of('twitter')).toBe('For everyone');
    texts.write('twitter', 'For X');
    texts.write(null, 'For the rest');
    expect([texts.of('twitter'), texts.own.value]).toEqual(['For X', ['twitter']]);
    expect(composer.draft).toMatchObject({ text: 'For the rest', texts: { twitter: 'For X' } });
  });

  it('is linked again when it is that of all again, as after undoing', async () => {
    const { composer, texts } = await written();
    texts.write('twitter', 'For allx');
    texts.write('twitter', 'For all');
    expect(composer.draft.texts).toEqual({});
    texts.write(null, 'For everyone');
    expect(texts.of('twitter')).toBe('For everyone');
  });

  it('stays its own where that of all comes to be the same by itself', async () => {
    const { texts } = await written();
    texts.write('twitter', 'Both');
    texts.write(null, 'Both');
    texts.write(null, 'Both and more');
    expect(texts.of('twitter')).toBe('Both');
  });

  it('may be empty, and so blocks a post that would have nothing', async () => {
    const { composer, texts } = await written();
    texts.write('twitter', '');
    expect(composer.judge.blocking.value).toMatchObject([{ kind: 'empty' }]);
    composer.toggleChannel('b');
    expect(composer.judge.blocking.value).toEqual([]);
  });

  it('is all that is needed where every network has its own', async () => {
    const { composer, texts } = await written();
    texts.write('twitter', 'For X');
    texts.write('linkedin', 'For LinkedIn');
    texts.write(null, '');
    expect(composer.judge.blocking.value).toEqual([]);
    await composer.submitting.submit();
    expect(composer.submitting.phase.value).toBe('sent');
  });

  it('gives way to that of all when its network is chosen no more, and is kept', async () => {
    const { composer, texts } = await written();
    texts.show('twitter');
    texts.write('twitter', 'For X');
    composer.toggleChannel('b');
    expect([texts.shown.value, texts.networks.value]).toEqual([null, ['linkedin']]);
    composer.toggleChannel('b');
    expect([texts.shown.value, texts.of('twitter')]).toEqual(['twitter', 'For X']);
  });

  it('goes out on its network only', async () => {
    const { composer, sent, texts } = await written();
    texts.write('twitter', 'For X');
    await composer.submitting.submit();
    expect(sent).toMatchObject([
      { submissions: [{ post: { text: 'For all' } }, { post: { text: 'For X' } }] },
    ]);
  });
});

describe('the counter', () => {
  it('is of the tightest network that the shown text goes to', async () => {
    const { composer, texts } = await written();
    expect(composer.judge.counter.value).toMatchObject({ channel: { id: 'b' }, left: 273 });
    texts.write('twitter', 'For X');
    expect(composer.judge.counter.value).toMatchObject({ channel: { id: 'a' }, left: 2993 });
    texts.show('twitter');
    expect(composer.judge.counter.value).toMatchObject({ channel: { id: 'b' }, left: 275 });
    expect(composer.judge.counters().map(({ left }) => left)).toEqual([2993, 275]);
  });

  it('is none where the text goes nowhere', async () => {
    const { composer, texts } = await written();
    texts.write('twitter', 'For X');
    texts.write('linkedin', 'For LinkedIn');
    expect(composer.judge.counter.value).toBeNull();
  });
});

describe('what changes from outside', () => {
  it('is changed in a network’s own text too: another link, another title', async () => {
    const { composer, texts } = await written();
    composer.change({ link: LINK, card: { title: 'A walk', description: '', picture: null } });
    texts.write('twitter', `A walk\nSee ${LINK}`);
    composer.setLink('https://example.org/other');
    expect(texts.of('twitter')).toBe('A walk\nSee https://example.org/other');
    expect(texts.of(null)).toBe('For all');
  });

  it('does not take what was typed before the kept draft has come', async () => {
    const key = draftKey(CAPTURE);
    const kept = {
      ...emptyDraft(),
      key,
      text: 'Kept',
      texts: { twitter: 'Kept for X', linkedin: 'Kept too' },
      channelIds: ['a', 'b'],
    };
    const { composer, ready } = composing({ drafts: { [key]: kept } });
    composer.texts.write('twitter', 'Typed');
    await ready();
    expect(composer.draft.text).toBe('Kept');
    expect(composer.draft.texts).toEqual({ twitter: 'Typed\nKept for X', linkedin: 'Kept too' });
  });

  it('shows the text of all again when another draft begins', async () => {
    const { composer, page, ready } = composing();
    page.resolve(CAPTURE);
    await ready();
    for (const begins of [() => composer.startOver(), () => composer.another()]) {
      composer.change({ channelIds: ['a', 'b'] });
      composer.texts.show('linkedin');
      expect(composer.texts.shown.value).toBe('linkedin');
      begins();
      composer.change({ channelIds: ['a', 'b'] });
      expect(composer.texts.shown.value).toBe(null);
    }
  });

  it('waits for words that an input method is still building', async () => {
    const key = draftKey(CAPTURE);
    const { composer, page, ready } = composing({
      drafts: { [key]: { ...emptyDraft(), key, text: 'Kept' } },
    });
    composer.texts.composing(true);
    composer.texts.write(null, 'に');
    page.resolve(CAPTURE);
    await composer.loaded;
    await new Promise(setImmediate);
    expect(composer.draft.text).toBe('に');
    composer.texts.write(null, '日本');
    composer.texts.composing(false);
    await ready();
    expect(composer.draft.text).toBe('日本\nKept');
  });
});
