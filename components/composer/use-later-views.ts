// What the first paint does not show is loaded after it.
import { useEffect, useState } from 'preact/hooks';
import type { laterViews } from './later-views.ts';

export type LaterViews = typeof laterViews;

/** Null until they have come. */
export function useLaterViews(): LaterViews | null {
  const [views, setViews] = useState<LaterViews | null>(null);
  useEffect(() => void import('./later.ts').then(({ later }) => setViews(later.views)), []);
  return views;
}
