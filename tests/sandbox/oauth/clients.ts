// The seeded public client, and which addresses a sign-in may return to.
import type { ClientMetadata, Provider } from 'oidc-provider';
import { CLIENT_ID } from './credentials.ts';

/** Chromium's and Firefox's addresses for extensions (the id differs per build), and loopback for programs. */
const RETURN_ADDRESSES = [
  /^https:\/\/[a-p]{32}\.chromiumapp\.org\//,
  /^https:\/\/[0-9a-f]{40}\.extensions\.allizom\.org\//,
  /^http:\/\/(127\.0\.0\.1|localhost):\d{1,5}(\/|$)/,
];

export const SEEDED_CLIENT: ClientMetadata = {
  client_id: CLIENT_ID,
  client_name: 'Quick Queue',
  application_type: 'web',
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: [`https://${'a'.repeat(32)}.chromiumapp.org/`],
};

/** Whether the seeded client may be returned to this address; a fragment is never allowed (RFC 6749 §3.1.2). */
export function returnAddressAllowed(address: string): boolean {
  if (!URL.canParse(address) || address.includes('#')) return false;
  return RETURN_ADDRESSES.some((pattern) => pattern.test(address));
}

/** Lets the seeded client return to any extension or loopback address; other clients keep the exact match. */
export function openReturnAddresses(provider: Provider): void {
  const prototype = provider.Client.prototype;
  const exact = prototype.redirectUriAllowed;
  prototype.redirectUriAllowed = function allowed(address: string) {
    return this.clientId === CLIENT_ID ? returnAddressAllowed(address) : exact.call(this, address);
  };
}
