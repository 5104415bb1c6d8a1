// What storage and the page say when a composer opens is drawn together: drawn one after another it costs twice.
import type { ComposerPorts } from '@/components/composer/composer.ports.ts';
import type { Reading } from './reading.ts';

/** What storage has said waits so long for the page. */
const PATIENCE_MS = 50;

/** The page, if it is read soon. */
export function soon(
  reading: Promise<Reading>,
  { wait }: Pick<ComposerPorts, 'wait'>,
): Promise<Reading | null> {
  return Promise.race([reading, wait(PATIENCE_MS).then(() => null)]);
}
