// The authorization server and the API keys, as the shell and the APIs see them.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { Authenticate, Clock } from '../contract.ts';
import { createStore } from './adapter.ts';
import { createConsent, type Person } from './consent.ts';
import { API_KEY, SCOPES } from './credentials.ts';
import { DISCOVERY_PATH, discoveryDocument } from './discovery.ts';
import { createProvider } from './provider.ts';

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

export interface Authorization {
  authenticate: Authenticate;
  /** Answers every path of `ownsPath` except the consent pages. */
  protocol: Handler;
  /** Answers `/interaction/:uid`, the pages between a request and its code. */
  consent: Handler;
  /** Forgets every sign-in, token, session and registered client. */
  reset(): void;
}

/** The protocol's calls that the log lists and the faults can meet, by method and path. */
const OPERATIONS: Record<string, string> = {
  'GET /auth': 'authorize',
  'POST /token': 'token',
  'POST /token/revocation': 'revocation',
  'POST /token/introspection': 'introspection',
  'POST /request': 'pushedAuthorization',
  'POST /reg': 'registration',
  'GET /me': 'userinfo',
  'POST /me': 'userinfo',
};

const OWN_PATHS =
  /^\/(auth(\/.+)?|token(\/(revocation|introspection))?|request|reg(\/.+)?|me|jwks|session\/end(\/.+)?)$/;

export const isConsentPath = (path: string): boolean => path.startsWith('/interaction/');
export const isProtocolPath = (path: string): boolean =>
  OWN_PATHS.test(path) || path === DISCOVERY_PATH || path === '/.well-known/openid-configuration';

/** The name under which a call is logged, or undefined for pages and documents that change nothing. */
export function operationOf(method: string, path: string): string | undefined {
  return OPERATIONS[`${method} ${path}`];
}

function createAuthenticate(provider: Provider, person: Person): Authenticate {
  return async (token) => {
    if (token === API_KEY) return { accountId: person.id, clientId: `key:${API_KEY}`, scopes: SCOPES };
    const found = await provider.AccessToken.find(token);
    if (!found?.clientId || !(await provider.Grant.find(String(found.grantId)))) return null;
    return { accountId: found.accountId, clientId: found.clientId, scopes: [...found.scopes] };
  };
}

export interface Setup {
  origin: string;
  clock: Clock;
  person: Person;
}

export async function createAuthorization({ origin, clock, person }: Setup): Promise<Authorization> {
  const store = createStore(clock);
  const provider = await createProvider(origin, store);
  const callback = provider.callback();
  const document = JSON.stringify(discoveryDocument(origin));
  return {
    authenticate: createAuthenticate(provider, person),
    consent: createConsent(provider, person),
    reset: () => store.clear(),
    async protocol(req, res) {
      if (req.method !== 'GET' || req.url?.split('?')[0] !== DISCOVERY_PATH) return callback(req, res);
      res.setHeader('content-type', 'application/json; charset=utf-8');
      res.end(document);
    },
  };
}
