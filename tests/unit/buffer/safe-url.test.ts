import { describe, expect, it } from 'vitest';
import { isPublicPicture, pictureVerdict, safeUrl } from '../../../lib/buffer/safe-url.ts';

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

describe('pictureVerdict', () => {
  it.each([
    ['data:image/png;base64,AAAA', 'inline'],
    ['blob:https://a.de/1', 'inline'],
    ['http://a.de/x.jpg', 'insecure'],
    ['javascript:alert(1)', 'insecure'],
    ['nonsense', 'insecure'],
    ['https://a.de/x.svg', 'svg'],
    ['http://10.0.0.1/x.svg', 'svg'],
    ['http://10.0.0.1/x.png', 'private'],
    ['https://user@a.de/x.png', 'private'],
    [`https://a.de/${'x'.repeat(2100)}`, 'signed'],
  ])('says of %s that it is %s', (url, why) => {
    expect(pictureVerdict(url)).toBe(why);
  });

  it.each([
    'https://b.s3.amazonaws.com/x.png?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=900&X-Amz-Signature=ab',
    'https://b.s3.amazonaws.com/x.png?AWSAccessKeyId=A&Expires=1&Signature=b',
    'https://storage.googleapis.com/b/x.png?X-Goog-Expires=900&X-Goog-Signature=ab',
    'https://d1.cloudfront.net/x.png?Policy=a&Signature=b&Key-Pair-Id=c',
    'https://b.blob.core.windows.net/x.png?sv=2024-01-01&se=2026-12-01&sr=b&sp=r&sig=a%3D',
    'https://scontent.xx.fbcdn.net/v/x_n.jpg?_nc_cat=1&oh=00_a&oe=6700',
    'https://scontent-fra3-1.cdninstagram.com/v/x.jpg?oe=6700',
    'https://cdn.discordapp.com/attachments/1/2/x.png?ex=1&is=2&hm=3',
    'https://media.discordapp.net/attachments/1/2/x.png',
    'https://media.licdn.com/dms/image/x?e=1700000000&v=beta&t=a',
    'https://a.akamaized.net/x.jpg?hdnts=exp=1~acl=/*~hmac=2',
    'https://a.akamaized.net/x.jpg?hdnea=exp=1~hmac=2',
    'https://a.b-cdn.net/x.jpg?token=abc&expires=1',
    'https://i.imgix.net/x.jpg?expires=1&s=2',
    'https://p16.tiktokcdn.example/x.jpeg?x-expires=1&x-signature=2',
    'https://x.supabase.co/storage/v1/object/sign/b/x.png?token=eyJhbGciOi.eyJ1cmwiOi.abc_-',
    'https://private-user-images.githubusercontent.com/1/2.png?jwt=eyJ0.eyJp.x',
    'https://raw.githubusercontent.com/o/r/main/x.png?token=A',
    'https://file.notion.so/f/f/1/2/x.png?table=block&expirationTimestamp=1&signature=2',
    'https://files.slack.com/files-pri/T1-F1/x.png',
    'https://mail.google.com/mail/u/0?ui=2&view=fimg',
    'https://contoso-my.sharepoint.com/personal/x.png',
    'https://eu-api.asm.skype.com/v1/objects/0/views/imgo',
  ])('knows that %s does not last or is not for everyone', (url) => {
    expect(pictureVerdict(url)).toBe('signed');
  });

  it.each([
    'https://firebasestorage.googleapis.com/v0/b/x/o/y.png?alt=media&token=6f1e',
    'https://preview.redd.it/x.png?width=640&auto=webp&s=0123456789abcdef',
    'https://i.guim.co.uk/img/media/x.jpg?width=1200&quality=85&s=0123',
    'https://media.licdn.com/dms/image/x?e=2147483647&v=beta&t=a',
    'https://files.slack.com/files-pri/T1-F1/x.png?pub_secret=ab',
    'https://cdn.discordapp.com/avatars/1/2.png',
    'https://raw.githubusercontent.com/o/r/main/x.png',
    'https://a.de/x.jpg?signature=mine',
    'https://a.de/x.jpg?expires=never',
    'https://notfbcdn.net/x.jpg?oe=1',
    'https://lh3.googleusercontent.com/a=w1200',
  ])('has nothing against %s', (url) => {
    expect(pictureVerdict(url)).toBeNull();
  });
});
