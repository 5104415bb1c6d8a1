import { describe, expect, it } from 'vitest';
import { siteNames, subjectOf, thingsOf } from '../../../lib/capture/json-ld.ts';
import type { JsonLd } from '../../../lib/capture/reading.ts';

const HERE = 'https://a.de/here';
const isHere = (url: string): boolean => url === HERE;
const subject = (...blocks: JsonLd[]) => subjectOf(thingsOf(blocks), isHere);
const article = (headline: string, rest: { [name: string]: JsonLd } = {}): JsonLd => ({
  '@type': 'Article',
  headline,
  ...rest,
});

describe('thingsOf', () => {
  it.each<[string, JsonLd[]]>([
    ['a block', [article('A')]],
    ['a list', [[article('A')]]],
    ['a graph', [{ '@graph': [article('A')] }]],
    ['a graph of one', [{ '@graph': article('A') }]],
    ['what a page is mainly about', [{ mainEntity: article('A') }]],
    ['what it is on', [{ mainEntityOfPage: article('A') }]],
    ['several blocks, some of them nothing', [null, 'words', [], {}, [null, 'x'], article('A')]],
  ])('finds what stands in %s', (_, blocks) => {
    expect(thingsOf(blocks)).toMatchObject([{ types: ['Article'], title: 'A' }]);
  });

  it('reads a thing with all that it may say, in each of the ways to say it', () => {
    const [thing] = thingsOf([
      article(' H ', {
        '@id': '#it',
        name: { '@value': 'N' },
        description: ['D', 'E'],
        mainEntityOfPage: { '@id': HERE },
        image: ['/1.png', { '@type': 'ImageObject', url: '/2.png' }, { contentUrl: '/3.png', width: '800' }],
        thumbnailUrl: '/4.png',
        publisher: { '@type': 'Organization', name: 'The Paper' },
      }),
    ]);
    expect(thing).toEqual({
      types: ['Article'],
      id: '#it',
      title: 'H',
      name: 'N',
      description: 'D',
      url: HERE,
      images: ['/1.png', '/2.png', '/3.png', '/4.png'],
      publisher: 'The Paper',
    });
  });

  it('follows references to what stands elsewhere', () => {
    const [thing] = thingsOf([
      { '@graph': [article('A', { image: { '@id': '#image' }, publisher: { '@id': '#paper' } })] },
      { '@type': 'ImageObject', '@id': '#image', url: '/1.png' },
      { '@type': 'Organization', '@id': '#paper', name: 'The Paper' },
    ]);
    expect(thing).toMatchObject({ images: ['/1.png'], publisher: 'The Paper' });
  });

  it('takes nothing for another thing because both are without a name', () => {
    const [thing] = thingsOf([
      article('A', { image: { url: '/1.png' }, publisher: { name: 'The Paper' } }),
      { '@type': 'Organization', name: 'O', url: 'https://a.de/' },
    ]);
    expect(thing).toMatchObject({ images: ['/1.png'], publisher: 'The Paper' });
  });

  it('takes a reference to nothing as the address that it may be', () => {
    expect(thingsOf([article('A', { image: { '@id': 'https://a.de/1.png' } })])[0]?.images).toEqual([
      'https://a.de/1.png',
    ]);
  });

  it('comes to an end where things refer to themselves and to each other', () => {
    const things = thingsOf([
      article('A', { '@id': '#a', image: { '@id': '#a' }, publisher: { '@id': '#b' } }),
      { '@type': 'Organization', '@id': '#b', name: { '@id': '#b' }, image: { '@id': '#a' } },
    ]);
    expect(things).toMatchObject([{ title: 'A' }, { id: '#b' }]);
  });

  it('leaves pictures that say themselves that they are small', () => {
    const image: JsonLd = [
      { url: '/s.png', width: '199' },
      { url: '/w.png', width: '800', height: '90 px' },
      { url: '/l.png', width: '200' },
    ];
    expect(thingsOf([article('A', { image })])[0]?.images).toEqual(['/l.png']);
  });
});

describe('subjectOf', () => {
  it('is the thing that names this address, wherever it stands', () => {
    const others = [article('Other', { url: 'https://a.de/other' }), article('Third')];
    expect(subject(...others, article('Here', { url: HERE }))?.title).toBe('Here');
    expect(subject(...others, article('Here', { '@id': HERE }))?.title).toBe('Here');
    expect(subject(...others, article('Here', { mainEntityOfPage: HERE }))?.title).toBe('Here');
  });

  it('is the only one of its kind', () => {
    expect(
      subject({ '@type': 'Organization', name: 'O' }, article('A'), { '@type': 'Product', name: 'P' })?.title,
    ).toBe('A');
  });

  it('is nothing on a page that lists several of a kind', () => {
    expect(subject(article('A'), article('B'))).toBeNull();
  });

  it('is the page itself where that is all there is', () => {
    const page = { '@type': 'WebPage', name: 'Page' };
    expect(subject(page)?.title).toBe('Page');
    expect(subject(page, article('A'))?.title).toBe('A');
    expect(subject({ '@type': 'CollectionPage', name: 'List' })).toBeNull();
  });

  it.each([
    'NewsArticle',
    'BlogPosting',
    'Recipe',
    'VideoObject',
    'PodcastEpisode',
    'Event',
    'QAPage',
    ['Thing', 'Book'],
  ])('may be a %j', (type) => {
    expect(subject({ '@type': type, name: 'N' })?.title).toBe('N');
  });

  it.each(['Organization', 'WebSite', 'BreadcrumbList', 'Person', 'ImageObject', 'SearchAction'])(
    'is no %s',
    (type) => {
      expect(subject({ '@type': type, name: 'N' })).toBeNull();
    },
  );

  it('may have no other title than the one of a job', () => {
    expect(subject({ '@type': 'JobPosting', title: 'Keeper' })).toMatchObject({ title: 'Keeper' });
  });
});

describe('siteNames', () => {
  it('are those of publishers, of the site and of who stands behind it', () => {
    const things = thingsOf([
      article('A', { publisher: 'The Paper' }),
      { '@type': 'WebSite', name: 'paper.de' },
      { '@type': 'NewsMediaOrganization', name: 'Paper House' },
      { '@type': 'Person', name: 'Mara' },
      { '@type': 'WebSite' },
    ]);
    expect(siteNames(things)).toEqual(['The Paper', 'paper.de', 'Paper House']);
  });
});
