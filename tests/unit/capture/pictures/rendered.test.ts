import { describe, expect, it } from 'vitest';
import { matchesMedia } from '../../../../lib/capture/pictures/media.ts';
import { renderedSource, sourceSize } from '../../../../lib/capture/pictures/rendered.ts';
import type { PagePicture } from '../../../../lib/capture/reading.ts';
import { image } from '../reading.ts';

const WINDOW = { width: 1280, height: 720, ratio: 1 };

function set(srcset: string, rest: Partial<PagePicture['sets'][number]> = {}): PagePicture['sets'][number] {
  return { srcset, sizes: '', type: '', media: '', ...rest };
}

function source(rest: Partial<PagePicture>): string {
  return renderedSource(image(rest), WINDOW);
}

// What the browser can say itself is asked in tests/e2e/srcset.spec.ts.
describe('renderedSource', () => {
  it('is what is shown, whatever else the image has', () => {
    expect(source({ src: 'https://a.de/a.jpg' })).toBe('https://a.de/a.jpg');
  });

  it('passes over an SVG source and what the browser cannot show', () => {
    const sets = [
      set('/a.svg', { type: 'image/svg+xml' }),
      set('/b.mp4', { type: 'video/mp4' }),
      set('/c.avif', { type: 'Image/AVIF; codecs=av01' }),
      set('/d.jpg'),
    ];
    expect(source({ sets })).toBe('/c.avif');
  });

  it.each([
    ['an address', ['/real.jpg'], '/real.jpg'],
    ['an address with commas', ['/w_400,h_300/real.jpg'], '/w_400,h_300/real.jpg'],
    ['the first of several', ['/first.jpg', '/second.jpg'], '/first.jpg'],
    ['a list', ['/a.jpg 400w, /b.jpg 1300w, /c.jpg 2600w'], '/b.jpg'],
    ['a list by density', ['/a,b.jpg, /c.jpg 2x'], '/a,b.jpg'],
    ['what is no template', ['/x_{width}x.jpg', '/x_800x.jpg 800w'], '/x_800x.jpg'],
    ['what is no data', ['data:image/gif;base64,R0', '/real.jpg'], '/real.jpg'],
  ])('takes %s that a script is to load', (_, lazy, expected) => {
    expect(source({ lazy })).toBe(expected);
    expect(source({ lazy, sets: [set('data:image/gif;base64,R0lGOD 1w')] })).toBe(expected);
  });

  it('takes a lazy list by the sizes of the image', () => {
    const lazy = ['/a.jpg 400w, /b.jpg 800w'];
    expect(source({ lazy, sets: [set('', { sizes: '300px' })] })).toBe('/a.jpg');
    expect(source({ lazy, sets: [set('', { sizes: 'auto' })], width: 700 })).toBe('/b.jpg');
  });

  it('prefers the srcset to what a script is to load', () => {
    expect(source({ sets: [set('/a.jpg 1x')], lazy: ['/b.jpg'] })).toBe('/a.jpg');
  });

  it('gives what stands in the page where there is nothing else', () => {
    expect(source({ src: 'data:image/png;base64,AA' })).toBe('data:image/png;base64,AA');
    expect(source({})).toBe('');
  });
});

describe('sourceSize', () => {
  it.each([
    ['', 1280],
    ['50vw', 640],
    ['auto', 300],
    ['auto, 50vw', 300],
    ['(max-width: 600px) 10px, 20px', 20],
    ['calc(100vw - (2 * 40px))', 1200],
    ['calc(100vw / 0)', 1280],
    ['calc(1px - 2px)', 0],
    ['calc(100vw - 80px', 1200],
    ['calc(100vw -80px)', 1280],
    ['50%', 1280],
    ['100', 1280],
    ['0', 0],
    ['1e2px', 100],
    [`${'calc('.repeat(4000)}1px`, 1280],
  ])('reads %j', (sizes, expected) => {
    expect(sourceSize(sizes, { width: 300, viewport: WINDOW })).toBe(expected);
  });

  it('takes the whole window for an automatic size that nobody knows', () => {
    expect(sourceSize('auto', { width: 0, viewport: WINDOW })).toBe(1280);
  });
});

describe('matchesMedia', () => {
  it.each([
    ['', true],
    ['all', true],
    ['print', false],
    ['print, screen', true],
    ['not print', true],
    ['(prefers-color-scheme: light)', false],
    ['not all and (prefers-color-scheme: dark)', false],
    ['(prefers-color-scheme: dark) or (min-width: 1px)', true],
    ['(min-width: 80em) and (max-width: 80em)', true],
    ['(min-width: 80.1em)', false],
    ['(1000px < width < 1280px)', false],
    ['(1280px >= width)', true],
    ['(constructor: 1px)', false],
    [`${'('.repeat(4000)}min-width: 1px`, false],
  ])('answers %j', (media, expected) => {
    expect(matchesMedia(media, WINDOW)).toBe(expected);
  });
});
