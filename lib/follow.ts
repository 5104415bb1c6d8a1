// What a page shows of something that is stored: read once, then followed without a gap.

/** Something stored, in parts. */
export interface Source<S> {
  load(): Promise<S>;
  /** Calls back with each part that has changed. */
  watch(changed: (part: Partial<S>) => void): void;
}

/**
 * Gives what is stored, and calls `changed` for all that changes from then on. It watches before it reads, and what
 * changes meanwhile is newer than what was read: otherwise a page could show for good what was true once.
 */
export async function follow<S extends object>(
  source: Source<S>,
  changed: (part: Partial<S>) => void,
): Promise<S> {
  let meanwhile: Partial<S> | null = {};
  source.watch((part) => {
    if (meanwhile) Object.assign(meanwhile, part);
    else changed(part);
  });
  const loaded = { ...(await source.load()), ...meanwhile };
  meanwhile = null;
  return loaded;
}
