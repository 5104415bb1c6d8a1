// The ways to sign in, each of which ends in an account or in one word that the interface has a sentence for.
import { SignInError, type SignInKind, type SignInProblem } from '@/lib/account/errors.ts';
import { beginSignIn, finishSignIn } from '@/lib/account/oauth.ts';
import { pendingSignInSchema } from '@/lib/account/schemas.ts';
import type { Signed } from '@/lib/buffer/backend.ts';
import { BufferError, type ErrorKind } from '@/lib/buffer/errors.ts';
import { BUILD_CLIENT_ID } from '@/lib/platform/build.ts';
import { openSignIn, redirectUrl } from '@/lib/platform/identity.ts';
import { PENDING_SIGN_IN, read, SETTINGS, SIGN_IN, write } from '@/lib/platform/storage.ts';
import { AUTH_SERVER, type Session } from './session.ts';

const BY_FAILURE: Record<ErrorKind, SignInProblem> = {
  unauthorized: 'wrong-key',
  forbidden: 'wrong-key',
  invalid: 'server',
  duplicate: 'server',
  'queue-full': 'server',
  'not-found': 'server',
  'rate-limited': 'rate-limited',
  unreachable: 'unreachable',
  retired: 'retired',
  server: 'server',
  unreadable: 'server',
};

/** What the browser says when its window ends without an answer. */
function kindOfWindowError(message: string): SignInKind {
  if (/only one|already/i.test(message)) return 'busy';
  return /could not be loaded|network|cannot load/i.test(message) ? 'unreachable' : 'closed';
}

function problemOf(error: unknown): SignInProblem {
  if (error instanceof SignInError) return error.kind;
  return error instanceof BufferError ? BY_FAILURE[error.failure.kind] : 'server';
}

/** A page of an error is not shown and its reason not told: only the status tells a refusal from no answer. */
async function whyNotLoaded(url: string): Promise<SignInKind> {
  const answer = await fetch(url, { redirect: 'manual', credentials: 'omit' }).catch(() => null);
  if (!answer) return 'unreachable';
  return answer.status >= 400 && answer.status < 500 ? 'unknown-client' : 'server';
}

async function openWindow(url: string): Promise<string> {
  try {
    return await openSignIn(url);
  } catch (error) {
    const kind = kindOfWindowError(error instanceof Error ? error.message : '');
    throw new SignInError(kind === 'unreachable' ? await whyNotLoaded(url) : kind, { cause: error });
  }
}

async function throughBuffer(session: Session): Promise<Signed> {
  const clientId = (await read(SETTINGS)).clientId ?? BUILD_CLIENT_ID;
  if (!clientId) throw new SignInError('unknown-client');
  const client = { clientId, redirectUri: redirectUrl() };
  const { url, pending } = await beginSignIn(AUTH_SERVER, client, Date.now());
  await write(PENDING_SIGN_IN, pending);
  const callbackUrl = await openWindow(url);
  const waiting = pendingSignInSchema.safeParse(await read(PENDING_SIGN_IN));
  await write(PENDING_SIGN_IN, null);
  const credentials = await finishSignIn(AUTH_SERVER, waiting.data ?? null, {
    callbackUrl,
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
  });
  return session.begin(await session.identify(credentials), credentials);
}

async function withKey(session: Session, key: string): Promise<Signed> {
  const credentials = { kind: 'api-key', key } as const;
  return session.begin(await session.identify(credentials), credentials);
}

/** Signs in by Buffer's window, or by a key where one is given. One at a time: a second would spoil the first. */
export function signIn(session: Session, key?: string): Promise<Signed | SignInProblem> {
  const work = (lock: Lock | null) => (lock ? attempt(session, key) : Promise.resolve<SignInProblem>('busy'));
  return navigator.locks.request('sign-in', { ifAvailable: true }, work) as ReturnType<typeof work>;
}

async function attempt(session: Session, key?: string): Promise<Signed | SignInProblem> {
  await write(SIGN_IN, { state: 'running', problem: null });
  try {
    const signed = await (key === undefined ? throughBuffer(session) : withKey(session, key));
    await write(SIGN_IN, SIGN_IN.fallback);
    return signed;
  } catch (error) {
    const problem = problemOf(error);
    await write(SIGN_IN, { state: 'failed', problem });
    return problem;
  }
}
