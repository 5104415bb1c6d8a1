// What is made at its first use and kept: a pattern with classes of Unicode takes a millisecond to make, which neither
// the first paint nor a waking worker has.

export function kept<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
