import { describe, expect, it } from 'vitest';
import { isPublicPicture, safeUrl } from '../../../lib/buffer/safe-url.ts';

describe('safeUrl', () => {
  it.each([
    ['https://a.de', undefined, 'https://a.de/'],
    ['http://a.de/x?y#z', undefined, 'http://a.de/x?y#z'],
    ['/x', 'https://a.de/b/', 'https://a.de/x'],
    ['//cdn.de/x', 'https://a.de/', 'https://cdn.de/x'],
    [' https://a.de/x ', undefined, 'https://a.de/x'],
    ['https://bücher.de/ü', undefined, 'https://xn--bcher-kva.de/%C3%BC'],
    [`https://a.de/${'x'.repeat(2035)}`, undefined, `https://a.de/${'x'.repeat(2035)}`],
  ])('takes %j', (value, base, expected) => {
    expect(safeUrl(value, base)).toBe(expected);
  });

  it.each([
    ['javascript:alert(1)'],
    ['JaVaScRiPt:alert(1)'],
    ['\u0001javascript:alert(1)'],
    ['java\nscript:alert(1)'],
    ['data:text/html,x'],
    ['blob:https://a.de/1'],
    ['file:///etc/passwd'],
    ['chrome://settings'],
    ['about:blank'],
    ['ftp://a.de/'],
    ['https://user@a.de/'],
    ['https://user:pass@a.de/'],
    ['https://buffer.com@evil.de/'],
    ['https://'],
    ['/x'],
    [''],
    [`https://a.de/${'x'.repeat(2036)}`],
    ['javascript:alert(1)', 'https://a.de/'],
  ])('refuses %j', (value, base?: string) => {
    expect(safeUrl(value, base)).toBeNull();
  });
});

describe('isPublicPicture', () => {
  it.each([
    'https://a.de/x.jpg',
    'https://a.de/x',
    'https://a.de./x.png',
    'https://8.8.8.8/x.png',
    'https://100.63.0.1/x.png',
    'https://172.32.0.1/x.png',
    'https://[2a00:1450:4001::8a]/x.png',
    'https://mylocal.de/x.png',
    'https://a.de/x.png?y=.svg',
  ])('takes %s', (url) => {
    expect(isPublicPicture(url)).toBe(true);
  });

  it.each([
    'http://a.de/x.jpg',
    'https://a.de/x.svg',
    'https://a.de/x.SVGZ?v=1',
    'data:image/png;base64,AAAA',
    'blob:https://a.de/1',
    'https://localhost/x.png',
    'https://app.localhost/x.png',
    'https://localhost./x.png',
    'https://printer.local/x.png',
    'https://wiki/x.png',
    'https://host.internal/x.png',
    'https://127.0.0.1/x.png',
    'https://2130706433/x.png',
    'https://0x7f.1/x.png',
    'https://0177.0.0.1/x.png',
    'https://10.1.2.3/x.png',
    'https://172.16.0.1/x.png',
    'https://172.31.255.255/x.png',
    'https://192.168.1.1/x.png',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/x.png',
    'https://0.0.0.0/x.png',
    'https://224.0.0.1/x.png',
    'https://198.18.0.1/x.png',
    'https://[::1]/x.png',
    'https://[::]/x.png',
    'https://[::ffff:10.0.0.1]/x.png',
    'https://[fe80::1]/x.png',
    'https://[fc00::1]/x.png',
    'https://[fd12:3456::1]/x.png',
    'https://[64:ff9b::a00:1]/x.png',
    'https://[2002:a00:1::]/x.png',
    'https://[2001::1]/x.png',
    'https://[2001:db8::1]/x.png',
    'https://user:pass@a.de/x.png',
    'nonsense',
  ])('refuses %s', (url) => {
    expect(isPublicPicture(url)).toBe(false);
  });

  it('takes the one allowed origin and no other of the loopback', () => {
    const options = { allow: 'http://127.0.0.1:8787' };
    expect(isPublicPicture('http://127.0.0.1:8787/media/a.png', options)).toBe(true);
    expect(isPublicPicture('http://127.0.0.1:8788/media/a.png', options)).toBe(false);
    expect(isPublicPicture('http://127.0.0.1:8787/media/a.svg', options)).toBe(false);
    expect(isPublicPicture('http://127.0.0.1:8787.evil.de/a.png', options)).toBe(false);
    expect(isPublicPicture('http://127.0.0.1:8787/media/a.png')).toBe(false);
  });
});
