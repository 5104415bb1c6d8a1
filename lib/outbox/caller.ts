// The names under which what is known of each caller is stored.
import type { Caller } from '../buffer/backend.ts';
import { APIS } from '../buffer/backends.ts';

/** Until there was a second API the account's id alone was the name, and what stands there must not be forgotten. */
export function callerKey({ accountId, api }: Caller): string {
  return api === 'graphql' ? accountId : `${accountId} ${api}`;
}

/** An account as the caller that it is, or was, through each API. */
export function callersOf(accountId: string): Caller[] {
  return APIS.map((api) => ({ accountId, api }));
}
