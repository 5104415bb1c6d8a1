// The ways to sign in, each of which ends in an account or in one word that the interface has a sentence for.
import type { Credentials } from '@/lib/account/credentials.ts';
import { SignInError, type SignInKind, type SignInProblem } from '@/lib/account/errors.ts';
import { beginSignIn, finishSignIn } from '@/lib/account/oauth.ts';
import { pendingSignInSchema } from '@/lib/account/schemas.ts';
import type { Signed } from '@/lib/buffer/backend.ts';
import { BufferError, type ErrorKind } from '@/lib/buffer/errors.ts';
import { BUILD_CLIENT_ID } from '@/lib/platform/build.ts';
import { openSignIn, redirectUrl } from '@/lib/platform/identity.ts';
import { PENDING_SIGN_IN, read, SETTINGS, SIGN_IN, write } from '@/lib/platform/storage.ts';
import { type ClassicApp, classicToken } from './classic-sign-in.ts';
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

function problemOf(error: unknown, { by }: Way): SignInProblem {
  if (error instanceof SignInError) return error.kind;
  const problem = error instanceof BufferError ? BY_FAILURE[error.failure.kind] : 'server';
  return problem === 'wrong-key' && by === 'classic-token' ? 'wrong-token' : problem;
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
  return withCredentials(session, credentials);
}

async function withCredentials(session: Session, credentials: Credentials): Promise<Signed> {
  return session.begin(await session.identify(credentials), credentials);
}

async function byClassicApp(session: Session, app: ClassicApp): Promise<Signed> {
  const accessToken = await classicToken(app, openWindow);
  return withCredentials(session, { kind: 'classic', accessToken, brought: false });
}

/** How somebody signs in: in Buffer's window, or with what they bring. */
export type Way =
  | { by: 'buffer' }
  | { by: 'key'; key: string }
  | { by: 'classic-token'; token: string }
  | ({ by: 'classic-app' } & ClassicApp);

function go(session: Session, way: Way): Promise<Signed> {
  switch (way.by) {
    case 'buffer':
      return throughBuffer(session);
    case 'key':
      return withCredentials(session, { kind: 'api-key', key: way.key });
    case 'classic-token':
      return withCredentials(session, { kind: 'classic', accessToken: way.token, brought: true });
    case 'classic-app':
      return byClassicApp(session, way);
  }
}

/** Signs in, one at a time: a second would spoil the first. */
export function signIn(session: Session, way: Way): Promise<Signed | SignInProblem> {
  const work = (lock: Lock | null) => (lock ? attempt(session, way) : Promise.resolve<SignInProblem>('busy'));
  return navigator.locks.request('sign-in', { ifAvailable: true }, work) as ReturnType<typeof work>;
}

async function attempt(session: Session, way: Way): Promise<Signed | SignInProblem> {
  await write(SIGN_IN, { state: 'running', problem: null });
  try {
    const signed = await go(session, way);
    await write(SIGN_IN, SIGN_IN.fallback);
    return signed;
  } catch (error) {
    const problem = problemOf(error, way);
    await write(SIGN_IN, { state: 'failed', problem });
    return problem;
  }
}
