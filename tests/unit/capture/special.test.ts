import { describe, expect, it } from 'vitest';
import type { Less, TabInfo } from '../../../lib/capture/capture.ts';
import { lessOf } from '../../../lib/capture/special.ts';
import { reading } from './reading.ts';

describe('a page that could not be read', () => {
  it.each<[string, Partial<TabInfo>, Less]>([
    ['a file', { url: 'file:///home/a.pdf' }, 'file'],
    ['Chrome’s store', { url: 'https://chromewebstore.google.com/detail/x' }, 'store'],
    ['its old address', { url: 'https://chrome.google.com/webstore/detail/x' }, 'store'],
    ['Edge’s store', { url: 'https://microsoftedge.microsoft.com/addons' }, 'store'],
    ['Firefox’s store', { url: 'https://addons.mozilla.org/de/firefox/' }, 'store'],
    ['what only begins like a store', { url: 'https://chromewebstore.google.com.evil.de/' }, 'closed'],
    ['another page of that host', { url: 'https://chrome.google.com/webstorefront' }, 'closed'],
    ['the browser’s own', { url: 'chrome://settings/' }, 'browser'],
    ['an empty tab', { url: 'about:blank' }, 'browser'],
    ['source', { url: 'view-source:https://a.de/' }, 'browser'],
    ['an error page', { trouble: 'Frame with ID 0 is showing error page' }, 'error'],
    [
      'an error page on its way',
      { trouble: 'Frame with ID 0 is showing error page', loading: true },
      'error',
    ],
    ['one that is loading', { trouble: 'deadline', loading: true }, 'loading'],
    ['one that hangs', { trouble: 'deadline' }, 'hung'],
    ['one that is closed to us', { trouble: 'This page cannot be scripted' }, 'closed'],
    ['no address and no words', { url: '' }, 'closed'],
  ])('%s', (_, tab, less) => {
    expect(lessOf(null, { url: 'https://a.de/', title: '', ...tab })).toBe(less);
  });
});

describe('a page that was read', () => {
  const TAB = { url: 'https://a.de/', title: '' };
  it.each([
    ['PDF', { contentType: 'application/pdf' }, 'pdf'],
    ['a PDF from the disk', { contentType: 'application/pdf', url: 'file:///a.pdf' }, 'file'],
    ['a page from the disk', { url: 'file:///a.html' }, 'file'],
    ['one that is gone', { status: 404 }, 'gone'],
    ['one that failed', { status: 500, complete: false }, 'gone'],
    ['a picture', { contentType: 'image/png' }, 'text'],
    ['JSON', { contentType: 'application/json' }, 'text'],
    ['one that is loading', { complete: false }, 'loading'],
    ['a whole one', {}, null],
    ['XHTML', { contentType: 'application/xhtml+xml' }, null],
    ['one of no known type', { contentType: '', status: 0 }, null],
  ] as const)('%s', (_, rest, less) => {
    expect(lessOf(reading(rest), TAB)).toBe(less);
  });
});
