import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureKey } from '../../../../lib/capture/pictures/same-picture.ts';

describe('pictureKey', () => {
  it.each([
    ['WordPress', 'https://a.de/up/ferry.jpg', 'https://a.de/up/ferry-300x200.jpg'],
    ['WordPress', 'https://a.de/up/ferry.jpg', 'https://a.de/up/ferry-scaled.jpg'],
    ['Jetpack', 'https://a.de/up/ferry.jpg', 'https://i2.wp.com/a.de/up/ferry.jpg?resize=300%2C200&ssl=1'],
    ['Shopify', 'https://a.de/files/shirt.jpg?v=17', 'https://a.de/files/shirt_400x.jpg?v=17'],
    ['Shopify', 'https://a.de/files/shirt.jpg', 'https://a.de/files/shirt_400x300_crop_center@2x.jpg'],
    ['Shopify', 'https://a.de/files/shirt.jpg', 'https://a.de/files/shirt_x400.jpg'],
    ['retina names', 'https://a.de/ferry.png', 'https://a.de/ferry@2x.png'],
    [
      'Cloudinary',
      'https://c.de/image/upload/v1/a.jpg',
      'https://c.de/image/upload/c_fill,w_400,h_300/v1/a.jpg',
    ],
    ['Cloudinary', 'https://c.de/upload/w_400,h_300/a.jpg', 'https://c.de/upload/w_800,h_600,q_auto/a.jpg'],
    [
      'Wix',
      'https://w.de/a~mv2.jpg/v1/fill/w_9,h_6,al_c/a.jpg',
      'https://w.de/a~mv2.jpg/v1/fill/w_90,h_60/a.jpg',
    ],
    ['Cloudflare', 'https://a.de/ferry.jpg', 'https://a.de/cdn-cgi/image/width=400,quality=75/ferry.jpg'],
    ['Next.js', 'https://a.de/ferry.jpg', 'https://a.de/_next/image?url=%2Fferry.jpg&w=640&q=75'],
    [
      'Next.js',
      'https://b.de/f.jpg?w=9',
      'https://a.de/_next/image?url=https%3A%2F%2Fb.de%2Ff.jpg&w=640&q=75',
    ],
    ['MediaWiki', 'https://u.de/c/a/ab/F.jpg', 'https://u.de/c/thumb/a/ab/F.jpg/1200px-F.jpg'],
    [
      'YouTube',
      'https://i.ytimg.com/vi/abc/maxresdefault.jpg',
      'https://i.ytimg.com/vi_webp/abc/hqdefault.webp',
    ],
    ['imgix', 'https://i.de/f.jpg?w=1200&h=630&fit=crop&auto=format&s=1a', 'https://i.de/f.jpg?w=300&s=2b'],
    ['a query', 'https://a.de/f.jpg?id=3&width=100', 'https://a.de/f.jpg?width=900&quality=70&id=3&dpr=2'],
    ['a hash and http', 'https://a.de/f.jpg', 'http://a.de/f.jpg#x'],
  ])('is one for two sizes by %s', (_, one, other) => {
    expect(pictureKey(other)).toBe(pictureKey(one));
  });

  it.each([
    ['https://a.de/f.jpg', 'https://a.de/g.jpg'],
    ['https://a.de/f.jpg', 'https://b.de/f.jpg'],
    ['https://a.de/f.jpg?id=1', 'https://a.de/f.jpg?id=2'],
    ['https://a.de/f.jpg?s=1', 'https://a.de/f.jpg?s=2'],
    ['https://a.de/f.jpg?v=1', 'https://a.de/f.jpg'],
    ['https://a.de/my_folder/f.jpg', 'https://a.de/f.jpg'],
    ['https://a.de/h_2/f.jpg', 'https://a.de/g_2/f.jpg'],
    ['https://a.de/2026-11/f.jpg', 'https://a.de/2026-12/f.jpg'],
    ['https://t.de/images?q=tbn:ANd9GcQx0123456789', 'https://t.de/images?q=tbn:ANd9GcQy0123456789'],
    ['https://a.de/_next/image?url=%2Ff.jpg&w=640', 'https://a.de/_next/image?url=%2Fg.jpg&w=640'],
    ['https://i.ytimg.com/vi/abc/0.jpg', 'https://i.ytimg.com/vi/abd/0.jpg'],
  ])('tells %s from %s', (one, other) => {
    expect(pictureKey(other)).not.toBe(pictureKey(one));
  });

  it('is found for every address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(pictureKey(url)).toBe(pictureKey(`${url.replace(/#.*/, '')}#else`));
      }),
    );
  });
});
