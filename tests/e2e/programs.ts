// The programs of this machine that the browser tests and the tour need.
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The full path of a program, or null where it is not installed. */
export function programPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** `CHROMIUM_PATH`, or else the first Chromium that is installed. Throws a sentence when there is none. */
export function chromiumPath(): string {
  const path = process.env.CHROMIUM_PATH ?? BROWSERS.map(programPath).find((found) => found !== null);
  if (!path) throw new Error('No Chromium was found: install one, or set CHROMIUM_PATH.');
  return path;
}

/** Whether a loopback port can be listened on, and for 0 which one was free. Null when it is taken. */
export async function freePort(wanted = 0): Promise<number | null> {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<number | null>();
  server.once('error', () => resolve(null));
  server.listen(wanted, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
  });
  return promise;
}
