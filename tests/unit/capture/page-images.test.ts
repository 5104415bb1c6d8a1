// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { readPage } from '../../../lib/capture/page.ts';
import type { PagePicture } from '../../../lib/capture/reading.ts';

/** Here no image is ever loaded, though each says that it is: a browser says so of one that is broken. */
function imagesOf(attributes: string, isComplete = false): PagePicture[] {
  vi.spyOn(HTMLImageElement.prototype, 'complete', 'get').mockReturnValue(isComplete);
  document.body.innerHTML = `<img src="https://a.de/1.png" ${attributes}>`;
  return readPage().images;
}

afterEach(() => {
  vi.restoreAllMocks();
});

it.each([
  ['width="300"', { width: 300, height: 0 }],
  ['height="300"', { width: 0, height: 300 }],
  ['width="50%" height="auto"', { width: 0, height: 0 }],
  ['width="100%" height="400"', { width: 0, height: 400 }],
  ['width="Infinity" height="1e999"', { width: 0, height: 0 }],
])('an unloaded image with %s is read with what is known of its size', (size, expected) => {
  expect(imagesOf(size)).toMatchObject([expected]);
});

it.each(['width="99"', 'height="60"', 'width="800" height="90"'])('one with %s is not', (size) => {
  expect(imagesOf(size)).toEqual([]);
});

it('an image that could not be loaded is not read, whatever size it says', () => {
  expect(imagesOf('width="300" height="200"', true)).toEqual([]);
});
