import { describe, expect, it } from 'vitest';
import type { Capture, LinkOption } from '../../../lib/capture/capture.ts';
import { type LinkChoice, withChosenLink, withLinkChoice } from '../../../lib/capture/link-choices.ts';

const ADDRESS = 'https://www.paper.example/story?utm_source=mail';
const LINKS: LinkOption[] = [
  { value: 'https://paper.example/story', source: 'canonical', removed: ['utm_source'] },
  { value: 'https://www.paper.example/story', source: 'tab', removed: ['utm_source'] },
  { value: ADDRESS, source: 'address', removed: [] },
];

function capture(links = LINKS, address = ADDRESS): Capture {
  const empty = { titles: [], descriptions: [], pictures: [], unusable: [], quote: null, less: null };
  return { kind: 'page', pageUrl: address, address, links, ...empty };
}

function firstOf(choices: LinkChoice[], from = capture()): string | undefined {
  return withChosenLink(from, choices).links[0]?.source;
}

describe('what is chosen on a site', () => {
  it('stands first on its next page, and the others keep their order', () => {
    const choices = withLinkChoice([], 'https://paper.example/other', 'address');
    expect(choices).toEqual([{ host: 'paper.example', source: 'address' }]);
    expect(withChosenLink(capture(), choices).links.map(({ source }) => source)).toEqual([
      'address',
      'canonical',
      'tab',
    ]);
  });

  it('changes nothing on another site, without such a link, or where no site is', () => {
    expect(firstOf([{ host: 'sub.paper.example', source: 'address' }])).toBe('canonical');
    expect(firstOf([{ host: 'paper.example', source: 'selection' }])).toBe('canonical');
    expect(firstOf([{ host: '', source: 'address' }], capture([], ''))).toBeUndefined();
    expect(withLinkChoice([], 'about:blank', 'address')).toEqual([]);
  });

  it('finds the address as it stands also where it needed no cleaning', () => {
    const links: LinkOption[] = [
      { value: 'https://paper.example/story', source: 'canonical', removed: [] },
      { value: 'https://paper.example/story/2', source: 'tab', removed: [] },
    ];
    const choices = [{ host: 'paper.example', source: 'address' }];
    expect(firstOf(choices, capture(links, 'https://paper.example/story/2'))).toBe('tab');
  });

  it('is the address as it stands where nothing is to be cleaned, unless something else was chosen', () => {
    const first = (from: Capture, choices: LinkChoice[] = []) =>
      withChosenLink(from, choices, false).links[0]?.source;
    expect(first(capture())).toBe('address');
    expect(first(capture(), [{ host: 'paper.example', source: 'canonical' }])).toBe('canonical');
    const toWords: LinkOption = { value: `${ADDRESS}#:~:text=a`, source: 'selection', removed: [] };
    expect(first(capture([toWords, ...LINKS]))).toBe('selection');
    expect(first(capture([], ''))).toBeUndefined();
  });

  it('is forgotten, and replaced by what is chosen later', () => {
    const address = withLinkChoice([], ADDRESS, 'address');
    expect(withLinkChoice(address, ADDRESS, 'tab')).toEqual([{ host: 'paper.example', source: 'tab' }]);
    expect(withLinkChoice(address, ADDRESS, null)).toEqual([]);
  });

  it('is kept for the 200 sites where something was chosen last', () => {
    let choices: LinkChoice[] = [];
    for (let site = 0; site <= 200; site += 1) {
      choices = withLinkChoice(choices, `https://site${site}.example/`, 'tab');
      if (site === 150) choices = withLinkChoice(choices, 'https://site0.example/', 'address');
    }
    expect(choices).toHaveLength(200);
    expect(choices.some(({ host }) => host === 'site1.example')).toBe(false);
    expect(choices.find(({ host }) => host === 'site0.example')?.source).toBe('address');
  });
});
