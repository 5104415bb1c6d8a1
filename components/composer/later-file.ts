// What the first paint does not show begins to load with it.

/** All of it, as one file. */
export const later = import('./later.ts').then((file) => file.later);
