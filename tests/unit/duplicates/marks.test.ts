// One post, however its link and its words are written, and another one that only looks like it.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../lib/duplicates/marks.ts';

/** Half characters among it. */
const ANYTHING = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));

const links = (link: string) => marksOf('', link).links;

describe('a link', () => {
  it.each([
    'http://www.Example.org/walk/',
    'https://m.example.org/walk?utm_source=x&fbclid=1',
    'https://example.org/walk#part',
    'https://example.org:443/walk#:~:text=a%20walk',
  ])('%s is the same page', (link) => {
    expect(links(link)).toEqual(links('https://example.org/walk'));
  });

  it('has its parameters in any order', () => {
    expect(links('https://example.org/?b=2&a=1')).toEqual(links('https://example.org/?a=1&b=2&utm_medium=y'));
  });

  it.each([
    'https://example.org/Walk',
    'https://example.org/walk?id=1',
    'https://other.example.org/walk',
    'https://example.org/walk#/two',
    'https://example.org/walk#!two',
  ])('%s is another page', (link) => {
    expect(links(link)).not.toEqual(links('https://example.org/walk'));
  });

  it('leads to another place of a page that is a program, wherever its words are', () => {
    expect(links('https://example.org/#/two:~:text=walk')).toEqual(links('https://example.org/#/two'));
    expect(links('https://example.org/#/two')).not.toEqual(links('https://example.org/#/one'));
  });

  it('to a post on X is the same by whoever tells it on', () => {
    expect(links('https://twitter.com/mara/status/20?s=1')).toEqual(links('https://x.com/i/status/20'));
  });

  it('that is none has no mark', () => {
    expect(links('mailto:a@example.org')).toEqual([]);
    expect(links('walk')).toEqual([]);
  });

  it('counts once, in the text and beside it', () => {
    const marks = marksOf('See https://example.org/walk.', 'https://www.example.org/walk');
    expect(marks.links).toHaveLength(1);
    expect(marks.inText).toEqual(marks.links);
    expect(marksOf('See', 'https://example.org/walk').inText).toEqual([]);
  });
});

describe('words', () => {
  it.each(['A walk, a day!', 'a  WALK\na day', '“A walk” – a day…', 'A walk\u200B a day'])(
    '%s are the same',
    (text) => {
      expect(marksOf(text, null).words).toBe(marksOf('A walk a day', null).words);
    },
  );

  it.each(['A walk a night', 'A walk a day 🌲', 'A walk a day https://example.org/'])(
    '%s are others',
    (text) => {
      expect(marksOf(text, null).words).not.toBe(marksOf('A walk a day', null).words);
    },
  );

  it('are none where nothing is written', () => {
    expect(marksOf(' \n', null)).toEqual({ words: '', links: [], inText: [], isTelling: false });
  });

  it('tell a post only if they are some', () => {
    expect(marksOf('Good morning, all', null).isTelling).toBe(false);
    expect(marksOf('Good morning, all of you', null).isTelling).toBe(true);
    expect(marksOf('Look https://example.org/a-long-address', null).isTelling).toBe(false);
  });

  it('have no hash in common with others', () => {
    const texts = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,40}$/), { minLength: 200, maxLength: 400 });
    fc.assert(
      fc.property(texts, (all) => {
        expect(new Set(all.map((text) => marksOf(text, null).words)).size).toBe(all.length);
      }),
      { numRuns: 20 },
    );
  });

  it('may be anything at all', () => {
    fc.assert(
      fc.property(ANYTHING, (text) => {
        const link = `https://example.org/${encodeURIComponent(text.toWellFormed())}`;
        expect(marksOf(text, link)).toEqual(marksOf(`  ${text}\n`, `${link}#top`));
      }),
    );
  });

  it('of the strangest kind are read in no time', () => {
    const began = performance.now();
    marksOf(`https://${'.'.repeat(30_000)}x ${'!'.repeat(30_000)}x`, null);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
