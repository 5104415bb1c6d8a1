import { expect, test } from 'vitest';
import { authorizeUrl, ClassicSignInError, codeOf, exchangeCode } from '../../../lib/buffer/rest/sign-in.ts';

const RETURN_TO = 'https://bbbb.chromiumapp.org/';
const QUESTION = { clientId: 'id&1', redirectUri: RETURN_TO, state: 'a-state' };
const CLIENT = {
  origin: 'https://api.bufferapp.com',
  clientId: 'id',
  clientSecret: 'secret',
  redirectUri: RETURN_TO,
};

test('the question names the client, where to come back, and what for', () => {
  expect(authorizeUrl('https://bufferapp.com/oauth2/authorize', QUESTION)).toBe(
    'https://bufferapp.com/oauth2/authorize?client_id=id%261' +
      '&redirect_uri=https%3A%2F%2Fbbbb.chromiumapp.org%2F&response_type=code&state=a-state',
  );
});

test.each([
  [`${RETURN_TO}?code=1/mWot20jTwojsd00jFlaaR45&state=a-state`],
  [`${RETURN_TO}?code=1%2FmWot20jTwojsd00jFlaaR45&state=a-state`],
  // No document says that the state comes back.
  [`${RETURN_TO}?code=1/mWot20jTwojsd00jFlaaR45`],
])('the code of %s is read', (address) => {
  expect(codeOf(address, QUESTION)).toBe('1/mWot20jTwojsd00jFlaaR45');
});

const thrown = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

test.each([
  ['the state of another question', `${RETURN_TO}?code=1/x&state=other`, 'mismatch'],
  ['an empty state', `${RETURN_TO}?code=1/x&state=`, 'mismatch'],
  ['another host', 'https://cccc.chromiumapp.org/?code=1/x', 'mismatch'],
  ['another path', `${RETURN_TO}x?code=1/x`, 'mismatch'],
  ['another scheme', `http://bbbb.chromiumapp.org/?code=1/x`, 'mismatch'],
  ['no address', 'nonsense', 'mismatch'],
  ['a no', `${RETURN_TO}?error=access_denied&state=a-state`, 'denied'],
  ['a no to another question', `${RETURN_TO}?error=access_denied&state=other`, 'mismatch'],
  ['an unknown client', `${RETURN_TO}?error=unauthorized_client`, 'unknown-client'],
  ['an error and a code', `${RETURN_TO}?error=server_error&code=1/x`, 'server'],
  ['neither', RETURN_TO, 'server'],
  ['an empty code', `${RETURN_TO}?code=`, 'server'],
])('%s is no code', (_name, address, kind) => {
  const error = thrown(() => codeOf(address, QUESTION));
  expect(error).toBeInstanceOf(ClassicSignInError);
  expect(error).toMatchObject({ kind });
});

/** Trades a code at a server that gives one answer; what it was asked stands in `asked`. */
async function trade(code: string, answer: () => Response | Promise<Response>) {
  const asked: Request[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit) => {
    asked.push(new Request(input, init));
    return answer();
  };
  const result = await exchangeCode({ ...CLIENT, code }, { fetch }).catch((error: unknown) => error);
  return { result, asked };
}

const json = (status: number, body: object) => () => Response.json(body, { status });

test('a code that could break the form is encoded, any other goes as it is', async () => {
  const fine = await trade('1/a-B_c.d~', json(200, { access_token: '1/t' }));
  expect(await fine.asked[0]?.text()).toContain('&code=1/a-B_c.d~&grant_type=');
  const odd = await trade('1/x&grant_type=password', json(200, { access_token: '1/t' }));
  expect(await odd.asked[0]?.text()).toContain('&code=1%2Fx%26grant_type%3Dpassword&grant_type=');
});

test('the call has no cookies, no referrer and no redirect', async () => {
  const { result, asked } = await trade('1/x', json(200, { access_token: '1/t', expires_in: null }));
  expect(result).toBe('1/t');
  expect(asked[0]).toMatchObject({
    url: 'https://api.bufferapp.com/1/oauth2/token.json',
    method: 'POST',
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
});

test.each<[string, () => Response | Promise<Response>, string]>([
  ['a code that is spent', json(400, { error: 'invalid_grant' }), 'expired'],
  ['an unknown client', json(401, { error: 'invalid_client' }), 'unknown-client'],
  ['a 401 without a word', () => new Response('', { status: 401 }), 'unknown-client'],
  ['words of its own', json(400, { error: 'The code is no good.', code: 400 }), 'server'],
  ['an empty token', json(200, { access_token: '' }), 'server'],
  ['an error under 200', json(200, { error: 'invalid_grant' }), 'expired'],
  ['a page', () => new Response('<html>'), 'server'],
  ['a 500', json(500, { error: 'invalid_grant' }), 'server'],
  ['a 404', () => new Response('<html>', { status: 404 }), 'retired'],
  ['a 410', () => new Response('', { status: 410 }), 'retired'],
  ['nothing', () => Promise.reject(new TypeError('failed to fetch')), 'unreachable'],
])('%s is no token', async (_name, answer, kind) => {
  const { result, asked } = await trade('1/x', answer);
  expect(result).toBeInstanceOf(ClassicSignInError);
  expect(result).toMatchObject({ kind });
  expect(asked).toHaveLength(1);
  expect(String(result) + JSON.stringify(result)).not.toMatch(/secret|1\/x/);
});
