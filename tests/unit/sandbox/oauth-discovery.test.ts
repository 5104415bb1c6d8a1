// Compared with what Buffer's server said of itself (recorded, the origin replaced).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const SCOPES = [
  'offline_access',
  'posts:read',
  'posts:write',
  'ideas:read',
  'ideas:write',
  'account:read',
  'account:write',
  'insights:read',
  'engagements:read',
  'engagements:write',
];

const OAUTH = (origin: string) => ({
  issuer: origin,
  authorization_endpoint: `${origin}/auth`,
  token_endpoint: `${origin}/token`,
  response_types_supported: ['code'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  token_endpoint_auth_methods_supported: ['none'],
  code_challenge_methods_supported: ['S256'],
  registration_endpoint: `${origin}/reg`,
  scopes_supported: SCOPES,
  resource_parameter_supported: true,
});

const OPENID = (origin: string) => ({
  authorization_endpoint: `${origin}/auth`,
  claims_parameter_supported: false,
  claims_supported: ['sub', 'sid', 'auth_time', 'iss'],
  code_challenge_methods_supported: ['S256'],
  end_session_endpoint: `${origin}/session/end`,
  grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
  issuer: origin,
  jwks_uri: `${origin}/jwks`,
  registration_endpoint: `${origin}/reg`,
  authorization_response_iss_parameter_supported: true,
  response_modes_supported: ['form_post', 'fragment', 'query'],
  response_types_supported: ['code', 'none'],
  scopes_supported: [...SCOPES, 'openid'],
  subject_types_supported: ['public'],
  token_endpoint_auth_methods_supported: ['none', 'client_secret_post'],
  token_endpoint: `${origin}/token`,
  id_token_signing_alg_values_supported: ['PS256', 'RS256'],
  pushed_authorization_request_endpoint: `${origin}/request`,
  request_uri_parameter_supported: false,
  userinfo_endpoint: `${origin}/me`,
  introspection_endpoint: `${origin}/token/introspection`,
  dpop_signing_alg_values_supported: ['ES256', 'Ed25519', 'EdDSA'],
  revocation_endpoint: `${origin}/token/revocation`,
  claim_types_supported: ['normal'],
});

/** Lists are compared as sets: their order says nothing. */
const unordered = (document: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(document).map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value]),
  );

test.each([
  ['oauth-authorization-server', OAUTH],
  ['openid-configuration', OPENID],
] as const)('/.well-known/%s says what Buffer says', async (name, recorded) => {
  const response = await fetch(`${sandbox.origin}/.well-known/${name}`);
  expect(response.headers.get('content-type')).toContain('application/json');
  expect(unordered(await response.json())).toEqual(unordered(recorded(sandbox.origin)));
});
