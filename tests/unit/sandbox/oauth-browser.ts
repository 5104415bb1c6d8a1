// A person with a browser, as far as signing in needs one: cookies, redirects, and a button to press.
import * as oauth from 'oauth4webapi';

export const RETURN_TO = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/cb';
export const insecure = { [oauth.allowInsecureRequests]: true };

/** Takes the redirects from `start` on, with cookies, up to a page or an address outside of the origin. */
export function createBrowser(origin: string) {
  const jar = new Map<string, string>();

  async function visit(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', cookie, ...init.headers };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/);
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    return response;
  }

  async function follow(start: string, init?: RequestInit): Promise<{ url: string; response: Response }> {
    let url = start;
    let response = await visit(url, init);
    for (;;) {
      const location = response.headers.get('location');
      if (!location) return { url, response };
      url = new URL(location, url).href;
      if (!url.startsWith(`${origin}/`)) return { url, response };
      response = await visit(url);
    }
  }

  return {
    follow,
    /** Opens the consent page, presses a button, and answers the address that the app is called back at. */
    async press(authorizeUrl: string, answer: 'allow' | 'deny'): Promise<URL> {
      const page = await follow(authorizeUrl);
      const { url } = await follow(page.url, { method: 'POST', body: new URLSearchParams({ answer }) });
      return new URL(url);
    },
  };
}

export interface Request {
  server: oauth.AuthorizationServer;
  client: oauth.Client;
  verifier: string;
  state: string;
  url: string;
}

const SCOPE = 'posts:read posts:write account:read offline_access';

/** What an app prepares before it sends a person to sign in; `params` replace the usual ones, '' leaves one out. */
export async function prepare(
  origin: string,
  clientId: string,
  params: Record<string, string> = {},
): Promise<Request> {
  const issuer = new URL(origin);
  const found = await oauth.discoveryRequest(issuer, insecure);
  const server = await oauth.processDiscoveryResponse(issuer, found);
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const url = new URL(server.authorization_endpoint ?? '');
  const all = {
    client_id: clientId,
    redirect_uri: RETURN_TO,
    response_type: 'code',
    scope: SCOPE,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    prompt: 'consent',
    ...params,
  };
  for (const [name, value] of Object.entries(all)) if (value) url.searchParams.set(name, value);
  return { server, client: { client_id: clientId }, verifier, state, url: url.href };
}

/** Trades the address that the app was called back at for tokens; throws what the server refuses. */
export async function redeem(request: Request, calledBack: URL): Promise<oauth.TokenEndpointResponse> {
  const { server, client, verifier, state } = request;
  const params = oauth.validateAuthResponse(server, client, calledBack, state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    params,
    RETURN_TO,
    verifier,
    insecure,
  );
  return oauth.processAuthorizationCodeResponse(server, client, response);
}

export async function refresh(request: Request, token = ''): Promise<oauth.TokenEndpointResponse> {
  const { server, client } = request;
  const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), token, insecure);
  return oauth.processRefreshTokenResponse(server, client, response);
}

export interface Session {
  request: Request;
  tokens: oauth.TokenEndpointResponse;
}

/** A whole sign-in. */
export async function signIn(
  origin: string,
  clientId: string,
  params: Record<string, string> = {},
): Promise<Session> {
  const request = await prepare(origin, clientId, params);
  const calledBack = await createBrowser(origin).press(request.url, 'allow');
  return { request, tokens: await redeem(request, calledBack) };
}
