// What proves to Buffer who is calling. Plain data for the storage of the background alone; never in a message.

/** A personal API key that the person made in Buffer's settings; it does not expire. */
export interface ApiKeyCredentials {
  kind: 'api-key';
  key: string;
}

/** What a sign-in through Buffer's authorization server gave. */
export interface OAuthCredentials {
  kind: 'oauth';
  clientId: string;
  accessToken: string;
  /** Single use: presenting one twice revokes the whole grant. Null when it is spent, or was never given. */
  refreshToken: string | null;
  /** When the access token dies: milliseconds since the epoch. */
  expiresAt: number;
  /**
   * Set, durably, before a refresh leaves, and cleared with its answer: found at a start, it says that an
   * answer was lost and that the refresh token may be spent. Milliseconds since the epoch.
   */
  refreshStartedAt: number | null;
}

/** An access token of the classic API; it lives until it is revoked. */
export interface ClassicCredentials {
  kind: 'classic';
  accessToken: string;
  /** The person brought it along, so it may serve them elsewhere: signing out here leaves it alone. */
  brought: boolean;
}

export type Credentials = ApiKeyCredentials | OAuthCredentials | ClassicCredentials;

/** Credentials and whose they are: one account's posts never leave under another's token. */
export interface CredentialsRecord {
  accountId: string;
  credentials: Credentials;
  /** Milliseconds since the epoch; the refusal of a call that left before is another sign-in's. */
  signedInAt: number;
}
