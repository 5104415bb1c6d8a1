// Which API a credential opens, and where it answers.
import type { Api } from '../buffer/backend.ts';
import type { BackendConnection } from '../buffer/backends.ts';
import type { Credentials } from './credentials.ts';

/** Where each API answers: Buffer's own hosts, or a local Buffer for both. */
export interface Origins {
  graphql: string;
  classic: string;
}

/** The API that credentials open; the other one must never see them. */
export function apiOf({ kind }: Pick<Credentials, 'kind'>): Api {
  return kind === 'classic' ? 'rest' : 'graphql';
}

/** The connection that credentials are for; `shorten` is whether the classic API shortens links in texts. */
export function connectionOf(
  credentials: Pick<Credentials, 'kind'>,
  origins: Origins,
  shorten: boolean,
): BackendConnection {
  const api = apiOf(credentials);
  return api === 'rest' ? { api, origin: origins.classic, shorten } : { api, origin: origins.graphql };
}
