// How the classic API is reached: paths and their ending, tokens, envelopes, the minute's budget.
import { describe, expect, test } from 'vitest';
import { IDS, useClassic } from './classic-sandbox.ts';
import { signIn } from './oauth-browser.ts';

const classic = useClassic();
const get = (path: string, headers: Record<string, string> = {}) => classic.raw(path, { headers });
const withToken = (path: string) => get(`${path}?access_token=${classic.sandbox.classicToken}`);

describe('paths', () => {
  test('an unknown one is 404 in the recorded words, with or without a token', async () => {
    for (const answer of [await get('/1/nothing.json'), await withToken('/1/updates/x/y/z.json')]) {
      expect(answer.status).toBe(404);
      expect(answer.text).toBe('{"error":"The endpoint you requested was not found.","code":404}');
    }
  });

  test.each(['/1/user.xml', '/1/user', '/1/profiles.html'])('%s: 1005, HTTP 406', async (path) => {
    const { status, body } = await withToken(path);
    expect(status).toBe(406);
    expect(body).toEqual({ success: false, message: 'Unsupported response format.', code: 1005 });
  });

  test.each([
    ['POST', 'user'],
    ['GET', 'updates/create'],
    ['POST', `profiles/${IDS.twitter}`],
    ['DELETE', 'updates/64f0b0570000000000000004'],
    ['PUT', 'updates/64f0b0570000000000000004/update'],
  ])('%s %s: 405', async (method, path) => {
    const { status, body } = await classic.raw(`/1/${path}.json`, { method });
    expect([status, body]).toEqual([405, { error: 'Method not allowed.', code: 405 }]);
  });
});

describe('answers', () => {
  test('are awesome JSON with escaped slashes and letters', async () => {
    const { status, statusText, headers, text, body } = await withToken('/1/profiles.json');
    expect([status, statusText]).toEqual([200, 'Awesome']);
    expect(headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(text).toContain('\\/media\\/avatars\\/linkedin.jpg');
    expect(text).not.toMatch(/[^\\]\//);
    expect(body).toHaveLength(8);
    const made = await classic.created('text=%E2%80%99%F0%9F%8C%B2%0A', 'mastodon');
    expect(made.text).toBe('’🌲\n');
    expect((await classic.get(`updates/${made.id}.json`)).text).toContain(
      '"text":"\\u2019\\ud83c\\udf32\\n"',
    );
  });

  test('pretty=true spreads them over lines, errors too', async () => {
    const token = `access_token=${classic.sandbox.classicToken}`;
    expect((await get(`/1/user.json?pretty=true&${token}`)).text).toMatch(/^\{\n {4}"_id": "/);
    expect((await get('/1/nothing.json?pretty=true')).text).toMatch(/^\{\n {4}"error": "/);
    expect((await get(`/1/user.json?pretty=false&${token}`)).text).toMatch(/^\{"_id":"/);
  });
});

describe('tokens', () => {
  const multipart = (token: string) => {
    const form = new FormData();
    form.append('access_token', token);
    return form;
  };

  test.each<[string, (token: string) => [path: string, init?: RequestInit]]>([
    ['in the header', (token) => ['/1/user.json', { headers: { authorization: `Bearer ${token}` } }]],
    ['in the header, small', (token) => ['/1/user.json', { headers: { authorization: `bearer ${token}` } }]],
    [
      'in the header, with %2F',
      (token) => ['/1/user.json', { headers: { authorization: `Bearer ${token.replace('/', '%2F')}` } }],
    ],
    ['in the query', (token) => [`/1/user.json?access_token=${token}`]],
    ['in the query, with %2F', (token) => [`/1/user.json?access_token=${encodeURIComponent(token)}`]],
    [
      'in the query of a POST',
      (token) => [
        `/1/profiles/${IDS.twitter}/updates/shuffle.json?access_token=${token}`,
        { method: 'POST' },
      ],
    ],
    [
      'in the form',
      (token) => [
        `/1/profiles/${IDS.twitter}/updates/shuffle.json`,
        { method: 'POST', body: new URLSearchParams({ access_token: token }) },
      ],
    ],
    [
      'in the form, with a raw slash and no content type',
      (token) => [
        `/1/profiles/${IDS.twitter}/updates/shuffle.json`,
        { method: 'POST', body: new TextEncoder().encode(`count=1&access_token=${token}&`) },
      ],
    ],
    [
      'in a multipart field',
      (token) => [
        `/1/profiles/${IDS.twitter}/updates/shuffle.json`,
        { method: 'POST', body: multipart(token) },
      ],
    ],
  ])('%s', async (_, request) => {
    const [path, init] = request(classic.sandbox.classicToken);
    expect((await classic.raw(path, init)).status).toBe(200);
    const [wrong, wrongInit] = request('1/somebody');
    expect((await classic.raw(wrong, wrongInit)).status).toBe(401);
  });

  test('none: 401 as recorded, empty and with a challenge', async () => {
    const { status, statusText, headers, text } = await get('/1/profiles.json');
    expect([status, statusText, text]).toEqual([401, 'Authorization Required', '']);
    expect(headers.get('content-type')).toBe('text/html; charset=UTF-8');
    expect(headers.get('www-authenticate')).toMatch(
      /^OAuth realm='Service', error='invalid_request', error_desc/,
    );
  });

  test('an unknown one: the same with invalid_token', async () => {
    const { status, headers, text } = await get('/1/user.json?access_token=1%2Fnobody');
    expect([status, text]).toEqual([401, '']);
    expect(headers.get('www-authenticate')).toContain("error='invalid_token'");
  });

  test('an empty one: 1001, HTTP 403', async () => {
    const { status, body } = await get('/1/user.json?access_token=');
    expect(status).toBe(403);
    expect(body).toEqual({ success: false, message: 'Access token required.', code: 1001 });
  });

  test('keys and tokens of the GraphQL API: 401 in Buffer’s words of 2026', async () => {
    const { tokens } = await signIn(classic.sandbox.origin, classic.sandbox.clientId);
    for (const modern of [classic.sandbox.apiKey, tokens.access_token]) {
      const { status, body } = await get('/1/user.json', { authorization: `Bearer ${modern}` });
      expect([status, body]).toEqual([
        401,
        { error: 'OIDC tokens are not accepted for direct API access', code: 401 },
      ]);
    }
  });

  test('and the classic token opens nothing of GraphQL', async () => {
    const { status } = await classic.raw('/graphql', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${classic.sandbox.classicToken}`,
        'content-type': 'application/json',
      },
      body: '{"query":"{ account { id } }"}',
    });
    expect(status).toBe(401);
  });

  test('links/shares asks for none', async () => {
    expect((await get('/1/links/shares.json?url=http%3A%2F%2Fa.example')).body).toEqual({ shares: 0 });
  });
});

describe('sixty requests a minute', () => {
  const many = async (count: number) => {
    const statuses: number[] = [];
    for (let at = 0; at < count; at += 1) statuses.push((await classic.get('user.json')).status);
    return statuses;
  };

  test('the sixty-first is 429, and the minute rolls by the sandbox’s clock', async () => {
    expect(new Set(await many(30))).toEqual(new Set([200]));
    await classic.client.advance(40);
    expect(new Set(await many(30))).toEqual(new Set([200]));
    const { status, body, headers } = await classic.get('user.json');
    expect(status).toBe(429);
    expect(body).toEqual({ error: expect.any(String), code: 429 });
    expect([...headers.keys()].filter((name) => /rate|retry/i.test(name))).toEqual([]);
    await classic.client.advance(21);
    expect((await many(31)).filter((one) => one === 429)).toHaveLength(1);
  });

  test('strangers and open endpoints cost nothing; a reset gives the minute back', async () => {
    for (let at = 0; at < 61; at += 1) await get('/1/links/shares.json?url=http%3A%2F%2Fa.example');
    for (let at = 0; at < 5; at += 1) await get('/1/user.json?access_token=1%2Fnobody');
    expect((await many(61)).at(-1)).toBe(429);
    await classic.client.reset();
    expect((await classic.get('user.json')).status).toBe(200);
  });
});
