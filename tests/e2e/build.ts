// Builds the extension, and knows where a build lies and what its id will be.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders under `.output/`: the tests', the tests' release build, and the one that people try. */
export const E2E_OUT = '.output/e2e';
export const RELEASE_OUT = '.output/e2e-release';

function wxt(args: string[], env: NodeJS.ProcessEnv): void {
  const { status, stderr, stdout } = spawnSync('node_modules/.bin/wxt', args, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The extension could not be built.\n${stdout}\n${stderr}`);
}

/** Builds for the local Buffer at `origin`; answers the folder to load into the browser. */
export function buildForSandbox(origin: string, out: string): string {
  wxt(['build', '--mode', 'sandbox'], { SANDBOX_ORIGIN: origin, QUICK_QUEUE_OUT: out });
  return join(process.cwd(), out, 'chrome-mv3-sandbox');
}

/** The build that goes to the store, unpacked and zipped; answers the folder of the unpacked one. */
export function buildRelease(): string {
  wxt(['zip'], { QUICK_QUEUE_OUT: RELEASE_OUT });
  return join(process.cwd(), RELEASE_OUT, 'chrome-mv3');
}

/** The id that the manifest's key gives: the first half of the key's SHA-256, its digits written as a to p. */
export function extensionId(folder: string): string {
  const { key } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { key: string };
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
