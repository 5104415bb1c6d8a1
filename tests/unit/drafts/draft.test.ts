import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withLink, withTitle } from '../../../lib/drafts/draft.ts';
import { draft, LINK } from './fixtures.ts';

describe('withLink', () => {
  it.each([
    [`The story\n${LINK}`, 'The story\nNEW'],
    [`${LINK} and (${LINK}).`, 'NEW and (NEW).'],
    [`See ${LINK}, ${LINK}!`, 'See NEW, NEW!'],
    [`Really ${LINK}?`, 'Really NEW?'],
    [`Other: ${LINK}/comments`, `Other: ${LINK}/comments`],
    [`Other: ${LINK}?page=2 ${LINK}.html ${LINK}-2`, `Other: ${LINK}?page=2 ${LINK}.html ${LINK}-2`],
    ['No address', 'No address'],
  ])('%j becomes %j', (text, expected) => {
    expect(withLink(draft({ text }), 'NEW')).toEqual({ ...draft({ text }), text: expected, link: 'NEW' });
  });

  it('takes a link out, and the line it stood on', () => {
    expect(withLink(draft({ text: `The story\n${LINK}` }), '')).toMatchObject({
      text: 'The story',
      link: '',
    });
  });

  it('leaves the text alone when there was no link', () => {
    expect(withLink(draft({ text: 'Words ', link: '' }), LINK)).toMatchObject({ text: 'Words ', link: LINK });
  });

  it('brings the old text back when the old link comes back, whatever characters they hold', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true }),
        fc.stringMatching(/^[A-Z $&.*+?()]*$/),
        (old, words) => {
          const before = draft({ text: `${words}\n${old}`, link: old });
          const after = withLink(before, 'https://new.de/$&$1');
          expect(after.text).toBe(`${words}\nhttps://new.de/$&$1`);
          expect(withLink(after, old)).toEqual(before);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('withTitle', () => {
  const card = { title: 'Old', description: 'About it', picture: null };

  it.each([
    [`Old\n${LINK}`, `New\n${LINK}`],
    [`Mine\nOld\n${LINK}`, `Mine\nNew\n${LINK}`],
    ['Old times', 'Old times'],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    const before = draft({ text, card });
    expect(withTitle(before, 'New')).toEqual({ ...before, text: expected, card: { ...card, title: 'New' } });
  });

  it('changes a line that a template made of the old title, and none that was written otherwise', () => {
    const lines = (title: string) => [`Read: ${title} by me`, LINK];
    const before = draft({ text: `Read: Old by me\nOld by me\nRead: Old by you\n${LINK}`, card });
    expect(withTitle(before, 'New', lines).text).toBe(
      `Read: New by me\nOld by me\nRead: Old by you\n${LINK}`,
    );
  });

  it('takes no line for a title that was or will be empty', () => {
    expect(withTitle(draft({ text: `\n${LINK}`, card: { ...card, title: '' } }), 'New').text).toBe(
      `\n${LINK}`,
    );
    expect(withTitle(draft({ text: `Old\n${LINK}`, card }), '').text).toBe(`Old\n${LINK}`);
  });
});
