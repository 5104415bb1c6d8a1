// What storage and the page say when a composer opens is drawn together: drawn one after another it costs twice.
import type { ComposerPorts, Loaded } from '@/components/composer/composer.ports.ts';
import type { Source } from '@/lib/follow.ts';
import type { Reading } from './reading.ts';

/** What storage has said waits so long for the page. */
const PATIENCE_MS = 50;

/** What is stored, once there is what shows it. */
export function storedWith(
  judging: Promise<unknown>,
  { load, views, watch }: Pick<ComposerPorts, 'load' | 'views' | 'watch'>,
): Source<Loaded> {
  const late = Promise.all([judging, views()]);
  return { load: async () => (await Promise.all([load(), late]))[0], watch };
}

/** The page, if it is read soon. */
export function soon(
  reading: Promise<Reading>,
  { wait }: Pick<ComposerPorts, 'wait'>,
): Promise<Reading | null> {
  return Promise.race([reading, wait(PATIENCE_MS).then(() => null)]);
}
