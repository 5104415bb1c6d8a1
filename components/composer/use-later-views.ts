// What the first paint does not show is loaded after it.
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Composer } from './composer.model.ts';
import { later } from './later-file.ts';
import type { laterViews } from './later-views.ts';

export type LaterViews = typeof laterViews;

/** Null until they have come, and what is stored with them: both are drawn at once. */
export function useLaterViews({ loaded }: Pick<Composer, 'loaded'>): LaterViews | null {
  const [views, setViews] = useState<LaterViews | null>(null);
  useLayoutEffect(() => {
    void loaded.then(later).then(({ views }) => setViews(views));
  }, [loaded]);
  return views;
}
