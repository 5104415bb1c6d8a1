// The classic API's way in: a page that asks, a code of half a minute, a token for good.
import { describe, expect, test } from 'vitest';
import { useClassic } from './classic-sandbox.ts';

const classic = useClassic();
const RETURN_TO = 'http://127.0.0.1:9999/cb';

function address(params: Record<string, string> = {}): string {
  const all = {
    client_id: classic.sandbox.classicClientId,
    redirect_uri: RETURN_TO,
    response_type: 'code',
    ...params,
  };
  return `/oauth2/authorize?${new URLSearchParams(all)}`;
}

const press = async (answer: 'allow' | 'deny', params?: Record<string, string>) => {
  const body = new URLSearchParams({ answer });
  const { status, headers } = await classic.raw(address(params), {
    method: 'POST',
    body,
    redirect: 'manual',
  });
  expect(status).toBe(302);
  return headers.get('location') ?? '';
};
const codeFrom = (location: string) => /[?&]code=([^&]*)/.exec(location)?.[1] ?? '';
const newCode = async () => codeFrom(await press('allow'));

/** The exchange as the documents want it: the code's slash as it is. */
const exchange = (code: string, params: Record<string, string> = {}) => {
  const all = {
    client_id: classic.sandbox.classicClientId,
    client_secret: classic.sandbox.classicClientSecret,
    redirect_uri: RETURN_TO,
    grant_type: 'authorization_code',
    ...params,
  };
  return classic.raw('/1/oauth2/token.json', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `${new URLSearchParams(all)}&code=${code}`,
  });
};
const opens = async (token: unknown) =>
  (await classic.raw(`/1/user.json?access_token=${token}`)).status === 200;

describe('asking', () => {
  test('the page names the app and has both buttons', async () => {
    const { status, headers, text } = await classic.raw(address());
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('Connect Quick Queue to your Buffer account?');
    expect(text).toMatch(/<button name="answer" value="deny">Deny<\/button>/);
    expect(text).toMatch(/<button class="main" name="answer" value="allow">Allow<\/button>/);
    expect(text).toContain('127.0.0.1:9999');
  });

  test('Allow returns a code with its slash, and the state', async () => {
    expect(await press('allow')).toMatch(/^http:\/\/127\.0\.0\.1:9999\/cb\?code=1\/\w{20,}$/);
    expect(await press('allow', { state: 'a b&/' })).toMatch(/\?code=1\/\w+&state=a%20b%26%2F$/);
    expect(await press('allow', { redirect_uri: `${RETURN_TO}?x=1` })).toMatch(/\/cb\?x=1&code=1\/\w+$/);
    const extension = `https://${'b'.repeat(32)}.chromiumapp.org/classic`;
    expect(await press('allow', { redirect_uri: extension })).toContain(`${extension}?code=1/`);
  });

  test('Deny says so', async () => {
    expect(await press('deny', { state: 'x' })).toBe(`${RETURN_TO}?error=access_denied&state=x`);
  });

  test.each([
    [{ client_id: 'nobody' }, 'No app is registered'],
    [{ redirect_uri: 'https://evil.example/' }, 'not registered for it'],
    [{ redirect_uri: '' }, 'not registered for it'],
  ])('no way back with %o: a page, no redirect', async (params, words) => {
    for (const method of ['GET', 'POST']) {
      const { status, text } = await classic.raw(address(params), { method, redirect: 'manual' });
      expect(status).toBe(400);
      expect(text).toContain(words);
    }
  });

  test('another response type is answered to the app', async () => {
    const { headers } = await classic.raw(address({ response_type: 'token' }), { redirect: 'manual' });
    expect(headers.get('location')).toBe(`${RETURN_TO}?error=unsupported_response_type`);
  });
});

describe('the code', () => {
  test('becomes a token that opens the API', async () => {
    const { status, body } = await exchange(await newCode());
    expect(status).toBe(200);
    expect(body).toEqual({ access_token: expect.stringMatching(/^1\/\w{20,}$/) });
    await classic.client.advance(400 * 86_400);
    expect(await opens(body.access_token)).toBe(true);
  });

  test('lives for thirty seconds', async () => {
    const [early, late] = [await newCode(), await newCode()];
    await classic.client.advance(28);
    expect((await exchange(early)).status).toBe(200);
    await classic.client.advance(2.5);
    const { status, body } = await exchange(late);
    expect([status, body]).toEqual([400, { error: 'invalid_grant', error_description: expect.any(String) }]);
  });

  test('works once', async () => {
    const code = await newCode();
    expect((await exchange(code)).status).toBe(200);
    expect((await exchange(code)).body.error).toBe('invalid_grant');
  });

  test('may be encoded once, as every form encodes it, unless a test takes the documents by the letter', async () => {
    expect((await exchange((await newCode()).replace('/', '%2F'))).status).toBe(200);
    expect((await exchange((await newCode()).replace('/', '%252F'))).body.error).toBe('invalid_grant');
    await classic.client.behave({ encodedCodes: false });
    expect((await exchange((await newCode()).replace('/', '%2F'))).body.error).toBe('invalid_grant');
    expect((await exchange(await newCode())).status).toBe(200);
  });

  test('may come in multipart', async () => {
    const form = new FormData();
    form.append('client_id', classic.sandbox.classicClientId);
    form.append('client_secret', classic.sandbox.classicClientSecret);
    form.append('redirect_uri', RETURN_TO);
    form.append('grant_type', 'authorization_code');
    form.append('code', await newCode());
    const { status } = await classic.raw('/1/oauth2/token.json', { method: 'POST', body: form });
    expect(status).toBe(200);
  });

  test.each([
    [{ client_secret: 'wrong' }, 401, 'invalid_client'],
    [{ client_id: 'nobody' }, 401, 'invalid_client'],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [{ redirect_uri: 'http://127.0.0.1:9998/cb' }, 400, 'invalid_grant'],
    [{ redirect_uri: '' }, 400, 'invalid_request'],
    [{ client_secret: '' }, 400, 'invalid_request'],
  ])('is refused with %o', async (params, status, error) => {
    const answer = await exchange(await newCode(), params);
    expect([answer.status, answer.body.error]).toEqual([status, error]);
  });

  test('that nobody issued is refused', async () => {
    expect((await exchange('1/made-up')).body.error).toBe('invalid_grant');
  });
});

describe('the end of a token', () => {
  test('deauthorize revokes the token that calls, and no other', async () => {
    const { access_token } = (await exchange(await newCode())).body;
    const { status, body } = await classic.raw('/1/user/deauthorize.json', {
      method: 'POST',
      body: new URLSearchParams({ access_token: String(access_token) }),
    });
    expect([status, body]).toEqual([200, { success: true, message: 'Access successfully revoked!' }]);
    expect(await opens(access_token)).toBe(false);
    expect(await opens(classic.sandbox.classicToken)).toBe(true);
  });

  test('a reset restores the seeded one and forgets all others', async () => {
    const { access_token } = (await exchange(await newCode())).body;
    const code = await newCode();
    await classic.post('user/deauthorize.json');
    expect(await opens(classic.sandbox.classicToken)).toBe(false);
    await classic.client.reset();
    expect(await opens(classic.sandbox.classicToken)).toBe(true);
    expect(await opens(access_token)).toBe(false);
    expect((await exchange(code)).body.error).toBe('invalid_grant');
  });
});

test('the log has the steps', async () => {
  await classic.raw(address());
  await exchange(await newCode());
  const lines = (await classic.client.log()).map(({ api, operation, committed }) => [
    api,
    operation,
    committed,
  ]);
  expect(lines).toEqual([
    ['oauth', 'oauth2/authorize', false],
    ['oauth', 'oauth2/authorize', true],
    ['rest', 'oauth2/token', true],
  ]);
});
