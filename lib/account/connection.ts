// Which API a credential opens, and where it answers.
import type { BackendConnection } from '../buffer/backends.ts';
import type { Credentials } from './credentials.ts';

/** Where each API answers: Buffer's own hosts, or a local Buffer for both. */
export interface Origins {
  graphql: string;
  classic: string;
}

/** The connection that credentials are for; `shorten` is whether the classic API shortens links in texts. */
export function connectionOf(
  { kind }: Pick<Credentials, 'kind'>,
  origins: Origins,
  shorten: boolean,
): BackendConnection {
  return kind === 'classic'
    ? { api: 'rest', origin: origins.classic, shorten }
    : { api: 'graphql', origin: origins.graphql };
}
