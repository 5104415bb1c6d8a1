// What the first paint does not show is loaded after it.
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Composer } from './composer.model.ts';
import { later } from './later-file.ts';
import type { laterViews } from './later-views.ts';

export type LaterViews = typeof laterViews;

/** They wait so long for what is stored, to be drawn with it. */
const PATIENCE_MS = 100;

/** Null until they have come. */
export function useLaterViews({ loaded }: Pick<Composer, 'loaded'>): LaterViews | null {
  const [views, setViews] = useState<LaterViews | null>(null);
  useLayoutEffect(() => {
    const show = () => void later().then((file) => setViews(file.views));
    void loaded.then(show);
    const timer = setTimeout(show, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [loaded]);
  return views;
}
