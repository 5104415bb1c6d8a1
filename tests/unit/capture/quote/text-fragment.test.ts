// How links to words are written and chosen; that a browser finds them is shown by tests/e2e/text-fragment.spec.ts.
import { describe, expect, it } from 'vitest';
import type { Capture } from '../../../../lib/capture/capture.ts';
import { chooseFrom } from '../../../../lib/capture/choose.ts';
import type { Passage } from '../../../../lib/capture/quote/selection.ts';
import { linkToPassage, withQuoteLink } from '../../../../lib/capture/quote/text-fragment.ts';
import { reading } from '../reading.ts';

const LINK = 'https://a.de/story';

/** The passage between ⟦ and ⟧ in these blocks. */
function passage(...marked: string[]): Passage {
  const place = (sign: string) => {
    const block = marked.findIndex((text) => text.includes(sign));
    return { block, at: (marked[block] ?? '').replace(sign === '⟧' ? '⟦' : '', '').indexOf(sign) };
  };
  const blocks = marked.map((text) => text.replace(/[⟦⟧]/g, ''));
  return { blocks, from: place('⟦'), to: place('⟧') };
}

function directive(...marked: string[]): string | undefined {
  return linkToPassage(LINK, passage(...marked))?.split('#:~:text=')[1];
}

describe('linkToPassage', () => {
  it.each([
    ['the words alone where they stand once', ['Nothing ⟦ventured⟧ nothing gained'], 'ventured'],
    ['as few neighbours as tell them apart', ['one two. Not ⟦one⟧ but two of them'], 'one,-but%20two%20of'],
    ['the words before where nothing follows', ['two words, then ⟦words⟧'], 'two%20words%2C%20then-,words'],
    ['the block before where the words begin their own', ['Same', 'Other', '⟦Same⟧'], 'Other-,Same'],
    ['where more than one block begins and ends', ['A ⟦b c', 'd e⟧ f'], 'b%20c,d%20e'],
    ['whole words where one is selected in part', ['Half a wo⟦rd or mo⟧re'], 'word%20or%20more'],
    ['each sign of the syntax as what it is', ['a ⟦b-c, d&e⟧ f'], 'b%2Dc%2C%20d%26e'],
    ['no sign that a network takes for the end', ['a ⟦b (c) *d*!⟧'], 'b%20%28c%29%20%2Ad%2A%21'],
    ['other letters', ['das ⟦Straßenfest⟧ hier'], 'Stra%C3%9Fenfest'],
  ])('gives %s', (_, blocks, expected) => {
    expect(directive(...blocks)).toBe(expected);
  });

  it.each([
    ['there is nothing to tell them apart', ['Same words', 'x', 'Same ⟦words', 'until⟧ then']],
    ['they end where an invisible mark follows', ['A \u202b⟦turned word⟧\u202c here']],
    ['nothing of them is in the page', ['⟦', '⟧']],
  ])('gives nothing where %s', (_, blocks) => {
    expect(directive(...blocks)).toBeUndefined();
  });

  it('names long passages by their ends, without words that overlap', () => {
    const long = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');
    expect(directive(`a ⟦${long}⟧ z`)).toBe(
      'word0%20word1%20word2%20word3,word36%20word37%20word38%20word39',
    );
  });

  it('stands behind the hash that the link has', () => {
    expect(linkToPassage(`${LINK}#part`, passage('some ⟦words⟧'))).toBe(`${LINK}#part:~:text=words`);
  });

  it('gives up rather than making a link too long', () => {
    expect(linkToPassage(`${LINK}?${'x'.repeat(2020)}`, passage('a ⟦few⟧ words'))).toBeNull();
  });

  it('gets through a long page where nothing leads to the words', () => {
    const filler = Array.from(
      { length: 4000 },
      (_, index) => `The walk number ${index} of the long walk and more`,
    );
    expect(directive(...filler, 'the ⟦walk⟧')).toBeUndefined();
  });
});

describe('withQuoteLink', () => {
  const url = 'https://a.de/story?utm_source=x';
  const capture = (rest: Partial<Capture> = {}): Capture => ({
    ...chooseFrom(reading({ url }), { url, title: '' }, { quote: 'words' }),
    ...rest,
  });
  const words = passage('some ⟦words⟧');

  it('puts the link to the words before the plain ones', () => {
    const plain = capture();
    expect(withQuoteLink(plain, words)).toEqual({
      ...plain,
      links: [
        { value: 'https://a.de/story#:~:text=words', source: 'selection', removed: ['utm_source'] },
        ...plain.links,
      ],
    });
  });

  it.each([
    ['another page', [{ value: 'https://a.de/other', source: 'canonical' as const, removed: [] }]],
    ['nowhere', []],
  ])('stays plain where the link leads to %s', (_, links) => {
    expect(withQuoteLink(capture({ links }), words).links).toEqual(links);
  });
});
