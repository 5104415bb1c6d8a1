// Brings entries that an older version has stored to today's shape: one step from each version to the next.

type Stored = Record<string, unknown> & { version?: unknown };

const STEPS: Record<number, (entry: Stored) => Stored> = {
  // Until version 1 what Buffer held beside a near match stood in the place of an error.
  1: (entry) => {
    if (entry.state !== 'needs-you' || entry.reason !== 'near-match') return { ...entry, found: null };
    const { message = null, link = null } = (entry.lastError ?? {}) as { message?: unknown; link?: unknown };
    return { ...entry, found: { text: message, link }, lastError: null };
  },
};

/** A stored record in today's shape; one of an unknown version stays as it is. */
export function migrated(record: unknown): unknown {
  let entry = record as Stored | undefined;
  for (;;) {
    const version = entry?.version;
    const step = typeof version === 'number' ? STEPS[version] : undefined;
    if (!entry || !step) return entry;
    entry = { ...step(entry), version: (version as number) + 1 };
  }
}
