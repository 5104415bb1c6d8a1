import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { createBrowser, insecure, prepare, RETURN_TO, redeem, refresh, signIn } from './oauth-browser.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const start = (params?: Record<string, string>) => prepare(sandbox.origin, sandbox.clientId, params);
const allow = (url: string) => createBrowser(sandbox.origin).press(url, 'allow');
const signedIn = (params?: Record<string, string>) => signIn(sandbox.origin, sandbox.clientId, params);

/** Whether the API knows who owns the token. */
async function opens(token: string | undefined): Promise<boolean> {
  const response = await fetch(`${sandbox.origin}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ account { id } }' }),
  });
  return response.status !== 401;
}

async function advance(seconds: number): Promise<void> {
  await fetch(`${sandbox.origin}/_sandbox/clock`, {
    method: 'POST',
    body: JSON.stringify({ advance: seconds }),
  });
}

async function refusal(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof oauth.ResponseBodyError ? error.error : String(error)),
  );
}

describe('signing in', () => {
  test('Allow gives tokens for an hour that open the API', async () => {
    const { tokens } = await signedIn();
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600 });
    expect(tokens.scope?.split(' ').sort()).toEqual(
      ['account:read', 'offline_access', 'posts:read', 'posts:write'].sort(),
    );
    expect(await opens(tokens.access_token)).toBe(true);
  });

  test('the consent page names the app, the person, the return address and both buttons', async () => {
    const { url } = await start();
    const { response } = await createBrowser(sandbox.origin).follow(url);
    const html = await response.text();
    expect(response.status).toBe(200);
    for (const words of [
      'Quick Queue',
      'local Buffer',
      '>Allow</button>',
      '>Deny</button>',
      'chromiumapp.org',
    ]) {
      expect(html).toContain(words);
    }
    expect(html).not.toContain('<script');
  });

  test('Deny goes back with access_denied, state and iss', async () => {
    const request = await start();
    const back = await createBrowser(sandbox.origin).press(request.url, 'deny');
    expect(back.href.startsWith(RETURN_TO)).toBe(true);
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      error: 'access_denied',
      state: request.state,
      iss: sandbox.origin,
    });
  });

  test('the answer to Allow carries code, state and iss', async () => {
    const request = await start();
    const back = await allow(request.url);
    expect([...back.searchParams.keys()].sort()).toEqual(['code', 'iss', 'state']);
    expect(back.searchParams.get('iss')).toBe(sandbox.origin);
  });

  test('without offline_access there is no refresh token', async () => {
    const { tokens } = await signedIn({ scope: 'posts:read' });
    expect(tokens.refresh_token).toBeUndefined();
    expect(tokens.scope).toBe('posts:read');
  });

  test('without prompt=consent a person who has allowed before is not asked again', async () => {
    const browser = createBrowser(sandbox.origin);
    await browser.press((await start()).url, 'allow');
    const { url } = await browser.follow((await start({ prompt: '' })).url);
    expect(new URL(url).searchParams.get('code')).toBeTruthy();
  });

  test.each([
    'https://0123456789abcdef0123456789abcdef01234567.extensions.allizom.org/',
    'http://127.0.0.1:4711/back',
    'http://localhost:4711/back?from=buffer',
  ])('may return to %s', async (address) => {
    const back = await allow((await start({ redirect_uri: address })).url);
    expect(back.href.startsWith(address)).toBe(true);
    expect(back.searchParams.get('code')).toBeTruthy();
  });
});

describe('refused on a page of the server, not by redirect', () => {
  test.each([
    ['an unknown client', { client_id: 'nobody' }, 'No app is registered'],
    ['a return address elsewhere', { redirect_uri: 'https://evil.example/cb' }, 'not registered for it'],
    [
      'an address that only looks like an extension',
      { redirect_uri: 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org.evil.example/' },
      'not registered for it',
    ],
  ])('%s', async (_name, params, words) => {
    const { response } = await createBrowser(sandbox.origin).follow((await start(params)).url);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(words);
  });
});

describe('PKCE', () => {
  test.each([
    ['no challenge', { code_challenge: '', code_challenge_method: '' }],
    ['a plain challenge', { code_challenge_method: 'plain' }],
  ])('%s is refused', async (_name, params) => {
    const { url } = await createBrowser(sandbox.origin).follow((await start(params)).url);
    expect(new URL(url).searchParams.get('error')).toBe('invalid_request');
  });

  test('a wrong verifier is refused', async () => {
    const request = await start();
    const back = await allow(request.url);
    const wrong = { ...request, verifier: oauth.generateRandomCodeVerifier() };
    expect(await refusal(redeem(wrong, back))).toBe('invalid_grant');
  });
});

describe('codes', () => {
  test('a code used twice is refused, and the first use loses its tokens', async () => {
    const request = await start();
    const back = await allow(request.url);
    const first = await redeem(request, back);
    expect(await refusal(redeem(request, back))).toBe('invalid_grant');
    expect(await opens(first.access_token)).toBe(false);
  });

  test('a code is void after 60 seconds', async () => {
    const request = await start();
    const back = await allow(request.url);
    await advance(61);
    expect(await refusal(redeem(request, back))).toBe('invalid_grant');
  });
});

describe('clients', () => {
  const post = async (fields: Record<string, string>) => {
    const response = await fetch(`${sandbox.origin}/token`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    return { status: response.status, body: await response.json() };
  };
  const grant = { grant_type: 'refresh_token', refresh_token: 'x' };
  const failed = { error: 'invalid_client', error_description: 'client authentication failed' };

  test('an unknown client is answered as Buffer answers', async () => {
    expect(await post({ ...grant, client_id: 'nobody' })).toEqual({ status: 401, body: failed });
  });

  test('a public client that sends a secret is refused', async () => {
    const answer = await post({ ...grant, client_id: sandbox.clientId, client_secret: 'secret' });
    expect(answer.body).toEqual(failed);
  });
});

describe('refreshing', () => {
  test('rotates the refresh token and gives a new access token', async () => {
    const { request, tokens } = await signedIn();
    const next = await refresh(request, tokens.refresh_token);
    expect(next.refresh_token).not.toBe(tokens.refresh_token);
    expect(next.access_token).not.toBe(tokens.access_token);
    expect(await opens(next.access_token)).toBe(true);
    expect((await refresh(request, next.refresh_token)).access_token).toBeTruthy();
  });

  test('using a refresh token again revokes the whole grant', async () => {
    const { request, tokens } = await signedIn();
    const next = await refresh(request, tokens.refresh_token);
    expect(await refusal(refresh(request, tokens.refresh_token))).toBe('invalid_grant');
    expect(await opens(next.access_token)).toBe(false);
    expect(await refusal(refresh(request, next.refresh_token))).toBe('invalid_grant');
  });

  test('two refreshes at once: at most one wins, and the grant is revoked', async () => {
    const { request, tokens } = await signedIn();
    const both = await Promise.allSettled([
      refresh(request, tokens.refresh_token),
      refresh(request, tokens.refresh_token),
    ]);
    const won = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(won.length).toBeLessThan(2);
    for (const { access_token } of won) expect(await opens(access_token)).toBe(false);
  });

  test('another sign-in of the same person is left alone when a grant is revoked', async () => {
    const other = await signedIn();
    const { request, tokens } = await signedIn();
    await refresh(request, tokens.refresh_token);
    await refusal(refresh(request, tokens.refresh_token));
    expect(await opens(other.tokens.access_token)).toBe(true);
  });
});

describe('the end of a token', () => {
  test('comes after 3,600 seconds of the sandbox clock, and the refresh token outlives it', async () => {
    const { request, tokens } = await signedIn();
    await advance(3590);
    expect(await opens(tokens.access_token)).toBe(true);
    await advance(20);
    expect(await opens(tokens.access_token)).toBe(false);
    expect(await opens((await refresh(request, tokens.refresh_token)).access_token)).toBe(true);
  });

  test.each(['refresh_token', 'access_token'] as const)('comes when the %s is revoked', async (kind) => {
    const { request, tokens } = await signedIn();
    const revoked = await oauth.revocationRequest(
      { ...request.server, revocation_endpoint: `${sandbox.origin}/token/revocation` },
      request.client,
      oauth.None(),
      tokens[kind] ?? '',
      insecure,
    );
    await oauth.processRevocationResponse(revoked);
    expect(await opens(tokens.access_token)).toBe(false);
    expect(await refusal(refresh(request, tokens.refresh_token))).toBe('invalid_grant');
  });

  test('an unknown token opens nothing, the API key does', async () => {
    expect(await opens('nonsense')).toBe(false);
    expect(await opens(sandbox.apiKey)).toBe(true);
  });
});
