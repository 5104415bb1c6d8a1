// oidc-provider, set up as Buffer's discovery documents describe Buffer's own server.
import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { type Configuration, errors, type JWK, Provider } from 'oidc-provider';
import type { Store } from './adapter.ts';
import { openReturnAddresses, SEEDED_CLIENT } from './clients.ts';
import { SCOPES } from './credentials.ts';
import { errorPage } from './pages.ts';

const DAY = 86_400;

/** Seconds. Buffer documents 3,600 for access tokens; the other lifetimes are not published. */
const LIFETIMES = {
  AccessToken: 3600,
  AuthorizationCode: 60,
  ClientCredentials: 3600,
  RefreshToken: 90 * DAY,
  Grant: 365 * DAY,
  IdToken: 3600,
  Interaction: 3600,
  Session: 14 * DAY,
};

async function signingKey(): Promise<JWK> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return { ...(privateKey.export({ format: 'jwk' }) as JWK), use: 'sig' };
}

function features(origin: string): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    introspection: {
      enabled: true,
      allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
    },
    revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
    registration: { enabled: true },
    rpInitiatedLogout: { enabled: true },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo(_ctx, resource) {
        if (new URL(resource).origin !== origin) throw new errors.InvalidTarget();
        return {
          scope: SCOPES.join(' '),
          accessTokenFormat: 'opaque',
          accessTokenTTL: LIFETIMES.AccessToken,
        };
      },
    },
  };
}

const behaviour = {
  scopes: SCOPES,
  responseTypes: ['code', 'none'],
  clientAuthMethods: ['none', 'client_secret_post'],
  clientDefaults: {
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  },
  enabledJWA: { idTokenSigningAlgValues: ['PS256', 'RS256'] },
  clockTolerance: 0,
  ttl: LIFETIMES,
  pkce: { required: () => true },
  rotateRefreshToken: true,
  allowOmittingSingleRegisteredRedirectUri: false,
  // Without this the tokens of a sign-in that did not ask for offline_access would die with the cookie.
  expiresWithSession: () => false,
  // Whether Buffer refuses requests with a foreign Origin is unknown. The shell strips the CORS headers.
  clientBasedCORS: () => true,
} satisfies Configuration;

/** Makes the authorization server whose issuer is `origin`; everything it remembers is in `store`. */
export async function createProvider(origin: string, store: Store): Promise<Provider> {
  const provider = new Provider(origin, {
    ...behaviour,
    adapter: (model: string) => store.adapter(model),
    clients: [SEEDED_CLIENT],
    features: features(origin),
    jwks: { keys: [await signingKey()] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    renderError(ctx, out, error) {
      ctx.type = 'html';
      ctx.body = errorPage(error, `${out.error}: ${out.error_description ?? ''}`);
    },
  });
  openReturnAddresses(provider);
  return provider;
}
