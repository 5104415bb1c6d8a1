import { describe, expect, it } from 'vitest';
import { hasMoved, withoutStale } from '../../../lib/capture/stale.ts';
import { reading, tags } from './reading.ts';

const ARRIVED = 'https://tube.de/watch?v=old';
const NOW = 'https://tube.de/watch?v=new';
const isSameTitle = (a: string, b: string): boolean => a !== '' && a === b;

function moved(meta: [string, string][], rest = {}) {
  return reading({ url: NOW, arrived: ARRIVED, title: 'New', meta: tags(meta), ...rest });
}

describe('hasMoved', () => {
  it.each([
    ['another path', 'https://a.de/1', 'https://a.de/2', true],
    ['another query that means something', ARRIVED, NOW, true],
    ['another tracker', 'https://a.de/1?utm_source=x', 'https://a.de/1', false],
    ['another hash', 'https://a.de/1', 'https://a.de/1#part', false],
    ['a slash at the end', 'https://a.de/1/', 'https://a.de/1', false],
    ['nothing known', '', 'https://a.de/1', false],
  ])('%s', (_, arrived, url, expected) => {
    expect(hasMoved(reading({ url, arrived }))).toBe(expected);
  });
});

describe('withoutStale', () => {
  it('leaves a page alone that is where it was loaded', () => {
    const page = reading({ meta: tags([['og:title', 'T']]), jsonLd: [{ '@type': 'Article' }] });
    expect(withoutStale(page, isSameTitle)).toBe(page);
  });

  it('keeps only what is of the site after in-page navigation', () => {
    const page = moved(
      [
        ['og:site_name', 'Tube'],
        ['application-name', 'Tube'],
        ['og:title', 'Old'],
        ['og:url', ARRIVED],
        ['og:image', '/old.png'],
      ],
      { links: [{ rel: 'canonical', href: NOW }], jsonLd: [{ '@type': 'VideoObject' }] },
    );
    const { meta, links, jsonLd, title, images } = withoutStale(page, isSameTitle);
    expect(meta.map(({ name }) => name)).toEqual(['og:site_name', 'application-name']);
    expect({ links, jsonLd, title, images }).toEqual({ links: [], jsonLd: [], title: 'New', images: [] });
  });

  it.each<[string, [string, string][]]>([
    ['og:url is the current address', [['og:url', NOW]]],
    ['og:url is it relative to the page', [['og:url', '/watch?v=new']]],
    ['og:title is the current title', [['og:title', 'New']]],
  ])('believes the tags when %s', (_, meta) => {
    const page = moved(meta);
    expect(withoutStale(page, isSameTitle)).toEqual(page);
  });

  it('does not take the old address from tags whose title is proven', () => {
    const page = moved([
      ['og:title', 'New'],
      ['og:url', ARRIVED],
    ]);
    expect(withoutStale(page, isSameTitle).meta).toEqual(tags([['og:title', 'New']]));
  });

  it('does not take two empty titles for the same', () => {
    expect(withoutStale(moved([['og:title', '']], { title: '' }), isSameTitle).meta).toEqual([]);
  });

  it('believes nothing of an error page', () => {
    const page = reading({ status: 404, meta: tags([['og:title', 'Not found']]) });
    expect(withoutStale(page, () => true).meta).toEqual([]);
    expect(withoutStale({ ...page, status: 399 }, () => true).meta).toHaveLength(1);
  });
});
