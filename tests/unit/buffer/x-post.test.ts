import { expect, test } from 'vitest';
import { xPostAddress, xPostId } from '../../../lib/buffer/x-post.ts';

test.each([
  ['https://x.com/mara/status/654043184394207232', '654043184394207232'],
  ['https://x.com/mara/status/654043184394207232/photo/1', '654043184394207232'],
  ['https://x.com/mara/status/654043184394207232?s=20#top', '654043184394207232'],
  ['https://twitter.com/mara/status/1', '1'],
  ['https://twitter.com/mara/statuses/1', '1'],
  ['https://www.twitter.com/mara/status/1', '1'],
  ['https://mobile.twitter.com/mara/status/1/', '1'],
  ['https://x.com/i/web/status/1', '1'],
  ['http://x.com/i/status/1', '1'],
])('%s is the post %s', (address, id) => {
  expect(xPostId(address)).toBe(id);
});

test.each([
  'https://x.com/mara',
  'https://x.com/mara/status/',
  'https://x.com/mara/status/12x',
  'https://x.com/mara/lists/1',
  'https://x.com.evil.example/mara/status/1',
  'https://example.com/x.com/status/1',
  'https://notx.com/mara/status/1',
  'x.com/mara/status/1',
  '',
])('%j is no post on X', (address) => {
  expect(xPostId(address)).toBeNull();
});

test('an address that is made from an id leads back to it', () => {
  expect(xPostId(xPostAddress('654043184394207232'))).toBe('654043184394207232');
});
