import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rendered, unknownNames, VARIABLES, type Values } from '../../../lib/drafts/template.ts';

const FULL: Values = {
  title: 'A walk',
  link: 'https://a.de/walk',
  quote: 'Wise words.',
  description: 'About walking',
  alt: 'A path',
  site: 'a.de',
};

function without(...names: (keyof Values)[]): Values {
  return { ...FULL, ...Object.fromEntries(names.map((name) => [name, ''])) };
}

describe('a template', () => {
  it('has its variables filled, and everything else as it is written', () => {
    expect(rendered('Read: {title} ({site})\n\n“{quote}”\n{link} #walk {', FULL)).toBe(
      'Read: A walk (a.de)\n\n“Wise words.”\nhttps://a.de/walk #walk {',
    );
  });

  it('keeps what no variable is called, and names it', () => {
    const template = '{titel} {Title} {title} {} { title } {titel}';
    expect(rendered(template, FULL)).toBe('{titel} {Title} A walk {} { title } {titel}');
    expect(unknownNames(template)).toEqual(['titel', 'Title']);
    expect(unknownNames('{title} {constructor}')).toEqual(['constructor']);
  });

  it.each<[string, string, Values]>([
    ['“{quote}”\n{link}', 'https://a.de/walk', without('quote')],
    ['{title} – {site}', 'A walk', without('site')],
    ['{site}: {title}', 'A walk', without('site')],
    ['{title} ({site})', 'A walk', without('site')],
    ['{title} #{site}', 'A walk', without('site')],
    ['{title} – {site} – {alt}', 'A walk – A path', without('site')],
    ['{title} – {site} – {alt}', 'A walk', without('site', 'alt')],
    ['Read {site}: {title}', 'Read: A walk', without('site')],
    ['{title} „{quote}“ {link}', 'A walk https://a.de/walk', without('quote')],
    ['{title}{site}!', 'A walk!', without('site')],
  ])('%j leaves nothing of an empty variable: %j', (template, text, values) => {
    expect(rendered(template, values)).toBe(text);
  });

  it('leaves out a line whose variables are all empty, with the blank one that kept it apart', () => {
    const template = '{title}\n\nMore: {description}\n\n{link}';
    expect(rendered(template, without('description'))).toBe('A walk\n\nhttps://a.de/walk');
    expect(rendered(template, without('title'))).toBe('More: About walking\n\nhttps://a.de/walk');
    expect(rendered(template, without('link'))).toBe('A walk\n\nMore: About walking');
    expect(rendered(template, without('title', 'description', 'link'))).toBe('');
  });

  it('keeps blank lines that the person wants', () => {
    expect(rendered('{title}\n\n\n{link}', FULL)).toBe('A walk\n\n\nhttps://a.de/walk');
  });
});

const word = fc.oneof(
  fc.constantFrom(
    '{link}',
    '{title}',
    '$&',
    '$1',
    '$$',
    '{',
    '}',
    'שלום',
    '👩‍👩‍👧',
    '\u202e',
    '“',
    '\\',
    '{{title}}',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const value = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `x${words.join(' ')}x`);
const values: fc.Arbitrary<Values> = fc.record({
  title: value,
  link: value,
  quote: value,
  description: value,
  alt: value,
  site: value,
});

describe('whatever the values hold', () => {
  it('they stand in the text as they are: no braces and no dollars in them mean anything', () => {
    fc.assert(
      fc.property(values, (given) => {
        const template = VARIABLES.map((name) => `{${name}}`).join(' / ');
        expect(rendered(template, given)).toBe(VARIABLES.map((name) => given[name]).join(' / '));
      }),
    );
  });

  it('each empty one goes without a trace, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...VARIABLES], { minLength: 1 }),
        fc.subarray([...VARIABLES]),
        (order, empty) => {
          const text = rendered(order.map((name) => `“{${name}}”`).join(' – '), without(...empty));
          const left = order.filter((name) => !empty.includes(name));
          expect(text).toBe(left.map((name) => `“${FULL[name]}”`).join(' – '));
        },
      ),
    );
  });

  it('a template without variables is its own text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (template) => {
        fc.pre(!/\{[\p{L}\p{N}_-]+\}/u.test(template));
        expect(rendered(template, FULL)).toBe(template.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd());
      }),
    );
  });
});
