// The document at /.well-known/oauth-authorization-server, which Buffer writes by hand: it says less than
// the library's own at /.well-known/openid-configuration.
import { SCOPES } from './credentials.ts';

export const DISCOVERY_PATH = '/.well-known/oauth-authorization-server';

export function discoveryDocument(origin: string) {
  return {
    issuer: origin,
    authorization_endpoint: `${origin}/auth`,
    token_endpoint: `${origin}/token`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['none'],
    code_challenge_methods_supported: ['S256'],
    registration_endpoint: `${origin}/reg`,
    scopes_supported: SCOPES.filter((scope) => scope !== 'openid'),
    resource_parameter_supported: true,
  };
}
