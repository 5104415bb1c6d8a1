// The stored shape of an entry: what cannot be read is reported and kept, never taken for an entry.
import * as z from 'zod/mini';
import { failureSchema, newPostSchema } from '../buffer/schemas.ts';
import { ENTRY_VERSION, type Entry, REASONS } from './entry.ts';
import { migrated } from './migrate.ts';

const time = z.nullable(z.number());

const entrySchema = z.lazy(() =>
  z.object({
    version: z.literal(ENTRY_VERSION),
    id: z.string(),
    groupId: z.string(),
    accountId: z.string(),
    seq: z.number(),
    post: newPostSchema,
    state: z.enum(['waiting', 'sending', 'checking', 'confirmed', 'needs-you', 'cancelled']),
    reason: z.enum(REASONS),
    acceptedAt: z.number(),
    attempts: z.number(),
    firstSentAt: time,
    lastSentAt: time,
    looks: z.number(),
    failures: z.number(),
    nextAt: time,
    cancelWished: z.boolean(),
    remoteId: z.nullable(z.string()),
    found: z.nullable(z.object({ text: z.nullable(z.string()), link: z.nullable(z.string()) })),
    dueAt: time,
    settledAt: time,
    lastError: z.nullable(z.extend(failureSchema, { unsent: z.optional(z.literal(true)) })),
  }),
);

/** The entry that a stored record is, of whatever version, or null if this version cannot read it. */
export function readEntry(record: unknown): Entry | null {
  const read = entrySchema.safeParse(migrated(record));
  return read.success ? read.data : null;
}
