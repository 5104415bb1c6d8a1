// The keys and clients that exist from the start. None of them opens anything but the local Buffer.

/** A personal API key of the seeded person. */
export const API_KEY = 'buf_local_4f1c9a7e2b8d4063a5e1';

/** A token and an app of the classic API. */
export const CLASSIC_TOKEN = '1/local5b3e8d10c7f2496ea84d';
export const CLASSIC_CLIENT_ID = '5f0000000000000000c1a551';
export const CLASSIC_CLIENT_SECRET = 'local-classic-secret-7d20';

/** The public app client (no secret) that the extension's sandbox build signs in with. */
export const CLIENT_ID = 'quick-queue-local';

/** Every scope of Buffer's discovery document, in its order. */
export const SCOPES: readonly string[] = [
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
  'openid',
];
