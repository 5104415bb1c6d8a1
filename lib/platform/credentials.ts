// Where the credentials are kept: a database of the extension's own origin, which no page and no content script can
// open, written with strict durability because a lost refresh token is a lost sign-in.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { CredentialsRecord } from '../account/credentials.ts';
import { credentialsSchema } from '../account/schemas.ts';

interface Schema extends DBSchema {
  credentials: { key: 'current'; value: unknown };
}

async function withDatabase<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const database = await openDB<Schema>('credentials', 1, {
    upgrade: (fresh) => void fresh.createObjectStore('credentials'),
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** The stored credentials, or null when nobody is signed in or what is stored cannot be read. */
export async function loadCredentials(): Promise<CredentialsRecord | null> {
  const raw = (await withDatabase((database) => database.get('credentials', 'current'))) as
    | { accountId?: unknown; credentials?: unknown; signedInAt?: unknown }
    | undefined;
  const parsed = credentialsSchema.safeParse(raw?.credentials);
  return parsed.success && typeof raw?.accountId === 'string'
    ? { accountId: raw.accountId, credentials: parsed.data, signedInAt: Number(raw.signedInAt ?? 0) }
    : null;
}

/** Resolves after a strict commit; null forgets the credentials. */
export function saveCredentials(record: CredentialsRecord | null): Promise<void> {
  return withDatabase(async (database) => {
    const transaction = database.transaction('credentials', 'readwrite', { durability: 'strict' });
    if (record) await transaction.store.put(record, 'current');
    else await transaction.store.clear();
    await transaction.done;
  });
}

/**
 * Replaces the credentials of an account that is still signed in, in one transaction, and says whether it was: a
 * refresh that ends after a sign-out must not bring the sign-in back, nor take the place of another account, or of
 * another way in.
 */
export function replaceCredentials({
  accountId,
  credentials,
}: Omit<CredentialsRecord, 'signedInAt'>): Promise<boolean> {
  return withDatabase(async (database) => {
    const transaction = database.transaction('credentials', 'readwrite', { durability: 'strict' });
    const stored = (await transaction.store.get('current')) as
      | { accountId?: unknown; credentials?: { kind?: unknown } }
      | undefined;
    const same = stored?.accountId === accountId && stored.credentials?.kind === credentials.kind;
    if (same) await transaction.store.put({ ...stored, credentials }, 'current');
    await transaction.done;
    return same;
  });
}
