// What the first paint does not show is asked for right after it is made.
import { kept } from '@/lib/networks/kept.ts';

/** All of it, as one file, which begins to load with the first call. */
export const later = kept(async () => (await import('./later.ts')).later);
