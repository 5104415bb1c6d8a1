// Whether somebody is signed in still.
import { CONNECTION, read } from '@/lib/platform/storage.ts';

/** An answer that comes after a sign-out, or after somebody else's sign-in, is nobody's any more. */
export async function isSignedIn(accountId: string): Promise<boolean> {
  return (await read(CONNECTION)).account?.id === accountId;
}
