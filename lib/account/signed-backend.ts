// The back-end that speaks for the account that is signed in: with a fresh token, and never with another's.
import type { BufferBackend } from '../buffer/backend.ts';
import {
  type AnswerSeen,
  type BackendConnection,
  type BackendDeps,
  createBackend,
} from '../buffer/backends.ts';
import { BufferError } from '../buffer/errors.ts';
import { apiOf } from './connection.ts';
import type { CredentialsRecord } from './credentials.ts';
import { createTokens, type TokensDeps } from './tokens.ts';

/** A token that is refused again this soon after it was renewed is not old: the access itself has ended. */
const RENEWAL_TRIED_MS = 60_000;

/** What the back-end needs from its surroundings; of `TokensDeps` it makes `load` and `save` itself. */
export interface SignedDeps
  extends Pick<TokensDeps, 'fetch' | 'lock' | 'now' | 'server'>,
    Pick<BackendDeps, 'reserve'> {
  connection: BackendConnection;
  load: () => Promise<CredentialsRecord | null>;
  /** Replaces the credentials of an account that is still signed in, durably; false if it is not. */
  replace: (record: Omit<CredentialsRecord, 'signedInAt'>) => Promise<boolean>;
  /** When somebody last signed in, or a refused token was set aside to be renewed (ms since the epoch). */
  renewedAt: { read: () => Promise<number>; write: (at: number) => Promise<void> };
  /** Told of every answer, for the rate budget and the server's clock. */
  observe: (answer: AnswerSeen) => void;
  /** A refused token was set aside and can be renewed: what waits may try again. */
  renewable: () => Promise<void>;
  /** Runs a change that gives the outbox something to do, so that it is done even if the worker ends before it. */
  standingBy: <T>(work: () => Promise<T>) => Promise<T>;
  /** Only a new sign-in helps. */
  expire: () => Promise<void>;
}

/**
 * The back-end of an account. Once somebody else is signed in, or the same person through another API, its methods
 * reject as `unauthorized`, unsent.
 */
export function createSignedBackend(accountId: string, deps: SignedDeps): BufferBackend {
  const tokens = createTokens({
    ...deps,
    load: async () => (await own(accountId, deps))?.credentials ?? null,
    save: async (credentials) => {
      if (await deps.replace({ accountId, credentials })) return;
      throw new BufferError({ kind: 'unauthorized', message: 'signed out meanwhile', unsent: true });
    },
  });
  const backend = createBackend(deps.connection, {
    fetch: deps.fetch,
    now: deps.now,
    ...(deps.reserve && { reserve: deps.reserve }),
    token: async () => {
      try {
        return await tokens.current();
      } catch (error) {
        const hasEnded = error instanceof BufferError && error.failure.kind === 'unauthorized';
        // A sign-in that has taken the place of ours has not ended with it.
        if (hasEnded && (await own(accountId, deps))) await deps.expire();
        throw error;
      }
    },
    observe: deps.observe,
  });
  return heeding(backend, deps.now, (sentAt) => seenTo(accountId, sentAt, deps));
}

/**
 * The same back-end; `tell` hears when a call left (ms) whose token Buffer has refused, in whatever words it did. The
 * call rejects once that is seen to.
 */
function heeding(
  backend: BufferBackend,
  now: () => number,
  tell: (sentAt: number) => Promise<void>,
): BufferBackend {
  const heed = <Args extends unknown[], Answer>(call: (...args: Args) => Promise<Answer>) => {
    return async (...args: Args): Promise<Answer> => {
      const sentAt = now();
      try {
        return await call(...args);
      } catch (error) {
        if (isRefusal(error)) await tell(sentAt);
        throw error;
      }
    };
  };
  const parts = Object.entries(backend).map(([name, part]) => [
    name,
    typeof part === 'function' ? heed(part) : part,
  ]);
  return Object.fromEntries(parts) as BufferBackend;
}

function isRefusal(error: unknown): boolean {
  return error instanceof BufferError && error.failure.kind === 'unauthorized' && !error.failure.unsent;
}

/** The credentials, if they are the account's, and for the API that this back-end speaks with. */
async function own(accountId: string, { load, connection }: SignedDeps): Promise<CredentialsRecord | null> {
  const record = await load();
  const isOurs = record?.accountId === accountId && apiOf(record.credentials) === connection.api;
  return isOurs ? record : null;
}

/**
 * Buffer refused the token although it should live: renew it once, else the sign-in has ended. Resolves when the next
 * call is made with another token, or with none; what waits is told meanwhile, for the call may be one of its own.
 */
function seenTo(accountId: string, sentAt: number, deps: SignedDeps): Promise<void> {
  const seen = Promise.withResolvers<void>();
  const see = async (): Promise<void> => {
    const canRenew = await deps.lock(() => setAside(accountId, sentAt, deps));
    if (!canRenew) return deps.expire();
    seen.resolve();
    await deps.renewable();
  };
  deps
    .standingBy(see)
    .catch((error: unknown) => console.error('a refused token could not be seen to:', error))
    .finally(seen.resolve);
  return seen.promise;
}

/** Whether there is, or may be, another token to try than the one that a call of `sentAt` (ms) was refused with. */
async function setAside(accountId: string, sentAt: number, deps: SignedDeps): Promise<boolean> {
  const [record, noted] = await Promise.all([own(accountId, deps), deps.renewedAt.read()]);
  // A moment in the future dates from before the device's clock was set back, and says nothing of this call.
  const passed = (at: number) => (at > deps.now() ? 0 : at);
  const renewedAt = passed(noted);
  // Refused with the token before: the answers of calls that left side by side come one after another.
  if (!record || sentAt < Math.max(renewedAt, passed(record.signedInAt))) return true;
  const { credentials } = record;
  const canRenew = credentials.kind === 'oauth' && credentials.refreshToken !== null;
  if (!canRenew || deps.now() - renewedAt < RENEWAL_TRIED_MS) return false;
  await deps.renewedAt.write(deps.now());
  return deps.replace({ accountId, credentials: { ...credentials, expiresAt: 0 } });
}
