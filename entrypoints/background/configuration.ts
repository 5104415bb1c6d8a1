// What Buffer says of its networks, where the API tells it: asked for once a day.
import type { BufferBackend } from '@/lib/buffer/backend.ts';
import { BufferError } from '@/lib/buffer/errors.ts';
import type { KnownConfiguration } from '@/lib/platform/schemas.ts';
import { CONFIGURATION, read, write } from '@/lib/platform/storage.ts';

const FRESH_MS = 24 * 60 * 60_000;

/** As known, or afresh once a day; `reserve` says whether a call may leave. */
export async function freshConfiguration(
  backend: BufferBackend,
  reserve: () => Promise<boolean>,
): Promise<KnownConfiguration> {
  if (!backend.configuration) return CONFIGURATION.fallback;
  const known = await read(CONFIGURATION);
  const age = Date.now() - known.fetchedAt;
  if ((age >= 0 && age < FRESH_MS) || !(await reserve())) return known;
  try {
    const fresh = { fetchedAt: Date.now(), networks: await backend.configuration() };
    await write(CONFIGURATION, fresh);
    return fresh;
  } catch (error) {
    if (!(error instanceof BufferError)) throw error;
    // The channels are worth having without it.
    console.warn('the configuration could not be read:', error.failure.kind);
    return known;
  }
}
