// Codes and tokens of the classic API: a code lives half a minute and once, a token until its owner takes it back.
import { randomBytes } from 'node:crypto';
import type { Caller, Clock } from '../contract.ts';
import { CLASSIC_CLIENT_ID, CLASSIC_TOKEN } from './credentials.ts';

const CODE_LIFETIME_MS = 30_000;

export interface ClassicGrants {
  /** Who holds the token; null when nobody does. */
  holderOf(token: string): Caller | null;
  /** A code that is good for this return address alone. */
  issueCode(redirectUri: string): string;
  /** The token for a code, which is used up by the attempt; null when it is not good, or no longer. */
  redeem(code: string, redirectUri: string): string | null;
  revoke(token: string): void;
  reset(): void;
}

/** As Buffer's look: a one, a slash, and letters and digits. */
function secret(): string {
  return `1/${randomBytes(18).toString('base64url').replaceAll(/[-_]/g, 'x')}`;
}

/** All grants are the account's; the token of `credentials.ts` is good from the start and again after a reset. */
export function createClassicGrants(clock: Clock, accountId: string): ClassicGrants {
  const codes = new Map<string, { redirectUri: string; expiresAt: number }>();
  const tokens = new Set([CLASSIC_TOKEN]);
  return {
    holderOf: (token) => (tokens.has(token) ? { accountId, clientId: CLASSIC_CLIENT_ID, scopes: [] } : null),
    issueCode(redirectUri) {
      const code = secret();
      codes.set(code, { redirectUri, expiresAt: clock.now() + CODE_LIFETIME_MS });
      return code;
    },
    redeem(code, redirectUri) {
      const found = codes.get(code);
      codes.delete(code);
      if (!found || found.redirectUri !== redirectUri || found.expiresAt <= clock.now()) return null;
      const token = secret();
      tokens.add(token);
      return token;
    },
    revoke: (token) => void tokens.delete(token),
    reset() {
      codes.clear();
      tokens.clear();
      tokens.add(CLASSIC_TOKEN);
    },
  };
}
