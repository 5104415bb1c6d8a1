import { describe, expect, it } from 'vitest';
import {
  channelsFor,
  type SiteChannels,
  siteOf,
  typedSite,
  withoutSite,
  withSite,
} from '../../../lib/capture/sites.ts';

const SITES: SiteChannels[] = [
  { host: 'paper.example', channelIds: ['a'] },
  { host: 'blog.paper.example', channelIds: ['b', 'c'] },
  { host: 'news.blog.paper.example', channelIds: [] },
  { host: 'local:8080', channelIds: ['d'] },
];

describe('the channels of a site', () => {
  it.each([
    ['https://paper.example/story', ['a']],
    ['https://www.paper.example/', ['a']],
    ['https://shop.paper.example/', ['a']],
    ['https://www.blog.paper.example/', ['b', 'c']],
    ['https://deep.blog.paper.example/', ['b', 'c']],
    ['https://news.blog.paper.example/', ['b', 'c']],
    ['https://newspaper.example/', null],
    ['http://local:8080/x', ['d']],
    ['http://local/x', null],
    ['about:blank', null],
    ['', null],
  ])('%s', (address, channelIds) => {
    expect(channelsFor(address, SITES)).toEqual(channelIds);
  });

  it('are replaced by those chosen later, and forgotten', () => {
    const sites = withSite(SITES, { host: 'paper.example', channelIds: ['z'] });
    expect(sites).toHaveLength(SITES.length);
    expect(channelsFor('https://paper.example/', sites)).toEqual(['z']);
    expect(channelsFor('https://paper.example/', withoutSite(sites, 'paper.example'))).toBeNull();
    expect(withSite(SITES, { host: '', channelIds: ['z'] })).toBe(SITES);
  });

  it('are kept for the 200 sites where something was chosen last', () => {
    let sites: SiteChannels[] = [];
    for (let site = 0; site <= 200; site += 1) {
      sites = withSite(sites, { host: `site${site}.example`, channelIds: ['a'] });
      if (site === 150) sites = withSite(sites, { host: 'site0.example', channelIds: ['b'] });
    }
    expect(sites).toHaveLength(200);
    expect(channelsFor('https://site1.example/', sites)).toBeNull();
    expect(channelsFor('https://site0.example/', sites)).toEqual(['b']);
  });
});

it.each([
  ['paper.example', 'paper.example'],
  [' WWW.Paper.Example ', 'paper.example'],
  ['https://blog.paper.example/a?b#c', 'blog.paper.example'],
  ['localhost:3000', 'localhost:3000'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['two words', ''],
  ['me@paper.example', ''],
  ['mailto:me@paper.example', ''],
  ['', ''],
])('the site that %j means is %j', (typed, site) => {
  expect(typedSite(typed)).toBe(site);
});

it('no address has no site', () => {
  expect([siteOf(''), siteOf('about:blank'), siteOf('words')]).toEqual(['', '', '']);
});
