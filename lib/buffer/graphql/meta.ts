// What is known of Buffer's GraphQL API before the first call; the manifest's hosts are derived from it.

/** Buffer's supported API: where it answers, who signs people in for it, and what a sign-in asks for. */
export const GRAPHQL_API = {
  label: 'Buffer',
  origin: 'https://api.buffer.com',
  issuer: 'https://auth.buffer.com',
  /** `offline_access` is what makes the server hand out a refresh token. */
  scopes: ['posts:read', 'posts:write', 'account:read', 'offline_access'],
  /** How a person may prove who they are: by signing in, or by pasting a personal key. */
  credentials: ['oauth', 'api-key'],
} as const;
