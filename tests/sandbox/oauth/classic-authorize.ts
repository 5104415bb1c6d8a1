// GET and POST /oauth2/authorize: the classic API's question to the person, and the way back with a code.
import { errors } from 'oidc-provider';
import type { Answer, Api } from '../contract.ts';
import type { ClassicGrants } from './classic-grants.ts';
import { returnAddressAllowed } from './clients.ts';
import type { Person } from './consent.ts';
import { CLASSIC_CLIENT_ID } from './credentials.ts';
import { consentPage, errorPage } from './pages.ts';

const OPERATION = 'oauth2/authorize';

/** The classic API has no scopes: a token opens all of these. */
const ALL = ['account:read', 'posts:read', 'posts:write'];

function page(html: string, status = 200): Response {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(html, { status, headers });
}

/** What cannot be answered to the app, because nobody knows whose it is or where it lives. */
function broken(query: URLSearchParams): Error | undefined {
  if (query.get('client_id') !== CLASSIC_CLIENT_ID) return new errors.InvalidClient('client is invalid');
  if (!returnAddressAllowed(query.get('redirect_uri') ?? '')) return new errors.InvalidRedirectUri();
  return undefined;
}

/** The app's address with the answer, a pair that is encoded already: a code keeps its slash, as Buffer sends it. */
function backTo(query: URLSearchParams, answer: string): Response {
  const address = query.get('redirect_uri') ?? '';
  const state = query.get('state');
  const echo = state === null ? '' : `&state=${encodeURIComponent(state)}`;
  const location = `${address}${address.includes('?') ? '&' : '?'}${answer}${echo}`;
  return new Response(null, { status: 302, headers: { location } });
}

export function createClassicAuthorize(grants: ClassicGrants, person: Person): Api {
  function answer(request: Request, body: string): Response {
    const query = new URL(request.url).searchParams;
    const error = broken(query);
    if (error) return page(errorPage(error, error.message), 400);
    if (query.get('response_type') !== 'code') return backTo(query, 'error=unsupported_response_type');
    const returnTo = query.get('redirect_uri') ?? '';
    if (request.method !== 'POST') {
      const question = { app: 'Quick Queue', person: person.name, scopes: ALL };
      return page(consentPage({ ...question, returnTo: new URL(returnTo).host }));
    }
    const isAllowed = new URLSearchParams(body).get('answer') === 'allow';
    return backTo(query, isAllowed ? `code=${grants.issueCode(returnTo)}` : 'error=access_denied');
  }
  return {
    peek: () => OPERATION,
    async handle(request, body): Promise<Answer> {
      const isOurs = new URL(request.url).pathname === `/${OPERATION}`;
      const response = isOurs ? answer(request, body) : page('<h1>Not found</h1>', 404);
      const committed = /[?&]code=/.test(response.headers.get('location') ?? '');
      return { response, outcome: { operation: OPERATION, committed, ids: [] } };
    },
  };
}
