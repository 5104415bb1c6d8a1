// What is known of Buffer's classic API before the first call; the manifest's optional host is derived from it.

/** The REST API v1: where it answers, where people say yes to an app, and when Buffer switches it off for good. */
export const REST_API = {
  label: 'Buffer, classic API',
  origin: 'https://api.bufferapp.com',
  authorizeUrl: 'https://bufferapp.com/oauth2/authorize',
  /** Buffer's announcement of 2026-07-27; a day, in no zone that it names. */
  retiresOn: '2027-02-01',
  /** How a person may prove who they are: with an app registered before 2019, or a token that they have. */
  credentials: ['client-secret', 'access-token'],
} as const;
