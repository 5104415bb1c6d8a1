import { minifySync } from 'vite';
import { expect, it } from 'vitest';
import { readPage } from '../../../lib/capture/page.ts';

it('what is sent into every page is at most 5 KB', () => {
  const { code, errors } = minifySync('page.js', `export ${readPage.toString()}`);
  expect(errors).toEqual([]);
  // What the minifier drops as unused would be small too.
  expect(code).toContain('application\\/ld\\+json');
  expect(new TextEncoder().encode(code).length).toBeLessThanOrEqual(5120);
});
