// The shapes of what signing in keeps, as they come back from storage.
import * as z from 'zod/mini';
import type { Credentials } from './credentials.ts';
import type { PendingSignIn } from './oauth.ts';

export const credentialsSchema: z.ZodMiniType<Credentials> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('api-key'), key: z.string() }),
    z.object({
      kind: z.literal('oauth'),
      clientId: z.string(),
      accessToken: z.string(),
      refreshToken: z.nullable(z.string()),
      expiresAt: z.number(),
      refreshStartedAt: z.nullable(z.number()),
    }),
    z.object({ kind: z.literal('classic'), accessToken: z.string(), brought: z.boolean() }),
  ]),
);

export const pendingSignInSchema: z.ZodMiniType<PendingSignIn> = z.lazy(() =>
  z.object({
    issuer: z.string(),
    clientId: z.string(),
    redirectUri: z.string(),
    state: z.string(),
    verifier: z.string(),
    expiresAt: z.number(),
  }),
);
