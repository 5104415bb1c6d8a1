// Who is signed in: the one place that holds credentials, begins and ends sign-ins, and makes back-ends.
import type { Credentials } from '@/lib/account/credentials.ts';
import { SignInError } from '@/lib/account/errors.ts';
import { type AuthServer, authServer, beginSignIn, finishSignIn, revoke } from '@/lib/account/oauth.ts';
import { pendingSignInSchema } from '@/lib/account/schemas.ts';
import { createTokens } from '@/lib/account/tokens.ts';
import type { BufferBackend } from '@/lib/buffer/backend.ts';
import { type AnswerSeen, createBackend } from '@/lib/buffer/backends.ts';
import { BufferError } from '@/lib/buffer/errors.ts';
import { GRAPHQL_API } from '@/lib/buffer/graphql/meta.ts';
import type { SignInProblem } from '@/lib/messages.ts';
import { BUILD_CLIENT_ID, SANDBOX_ORIGIN } from '@/lib/platform/build.ts';
import { loadCredentials, saveCredentials } from '@/lib/platform/credentials.ts';
import { openSignIn, redirectUrl } from '@/lib/platform/identity.ts';
import { CONNECTION, PENDING_SIGN_IN, read, SETTINGS, SIGN_IN, write } from '@/lib/platform/storage.ts';
