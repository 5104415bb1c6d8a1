import { expect, test } from 'vitest';
import { readRateHeaders, readRetryAfter } from '../../../lib/buffer/rate-headers.ts';
import { NOW } from './scripted.ts';

const read = (headers: Record<string, string>) => readRateHeaders(new Headers(headers), NOW);

test.each([
  [
    'as the documents write them',
    '"100-in-15min";q=100;w=900;pk=:dg7h,HDtO;Twn8==:',
    '"100-in-15min";r=98;t=897',
  ],
  ['as the command-line tool reads them', '"15m";q=100;w=900', '"15m";r=98;t=897'],
  ['with blanks', '"a, b" ; q=100 ; w=900', ' "a, b" ; r=98 ; t=897 '],
  ['with bare names', 'default;q=100;w=900', 'default;r=98;t=897'],
])('lists %s', (_name, policy, limit) => {
  const other = '"24h";q=250;w=86400';
  const { windows } = read({
    'RateLimit-Policy': `${policy}, ${other}`,
    RateLimit: `${limit}, "24h";r=7;t=60`,
  });
  expect(windows).toEqual([
    { seconds: 900, limit: 100, remaining: 98, resetAt: NOW + 897_000 },
    { seconds: 86_400, limit: 250, remaining: 7, resetAt: NOW + 60_000 },
  ]);
});

test.each(['RateLimit', 'X-RateLimit'])('the plain %s headers', (prefix) => {
  const headers = { [`${prefix}-Limit`]: '60', [`${prefix}-Remaining`]: '0', [`${prefix}-Reset`]: '30' };
  expect(read(headers).windows).toEqual([{ seconds: null, limit: 60, remaining: 0, resetAt: NOW + 30_000 }]);
});

test('a reset may be a moment instead of a delay', () => {
  const reset = (value: string) =>
    read({ 'X-RateLimit-Remaining': '1', 'X-RateLimit-Reset': value }).windows[0]?.resetAt;
  expect(reset(String((NOW + 30_000) / 1000))).toBe(NOW + 30_000);
  expect(reset(String(NOW + 30_000))).toBe(NOW + 30_000);
});

test('Retry-After is seconds or a date, never milliseconds', () => {
  const wait = (value: string | null) =>
    readRetryAfter(new Headers(value === null ? {} : { 'Retry-After': value }), NOW);
  expect(wait('90')).toBe(NOW + 90_000);
  expect(wait('Fri, 20 Nov 2026 12:05:00 GMT')).toBe(NOW + 300_000);
  expect(wait('soon')).toBeNull();
  expect(wait(null)).toBeNull();
});

test.each([
  ['three hours behind', -3 * 3_600_000],
  ['three hours ahead', 3 * 3_600_000],
])('a moment is told by the clock of the server, should the device be %s', (_name, skew) => {
  const headers = new Headers({
    Date: new Date(NOW - skew).toUTCString(),
    'Retry-After': new Date(NOW - skew + 60_000).toUTCString(),
    'X-RateLimit-Remaining': '0',
    'X-RateLimit-Reset': String((NOW - skew + 30_000) / 1000),
  });
  expect(readRateHeaders(headers, NOW)).toEqual({
    windows: [{ seconds: null, limit: null, remaining: 0, resetAt: NOW + 30_000 }],
    retryAt: NOW + 60_000,
  });
});

test.each(['', ',,,', '"unclosed;q=1', ';;;=', '"a";q=-1;w=x', '💥'])(
  'the broken list %j says nothing wrong',
  (value) => {
    const headers = new Headers();
    if (/^[\x20-\x7e]*$/.test(value)) headers.set('RateLimit-Policy', value);
    for (const window of readRateHeaders(headers, NOW).windows) {
      expect(window).toMatchObject({ remaining: null, resetAt: null });
    }
  },
);
