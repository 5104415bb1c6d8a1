// Builds the extension, and knows where a build lies and what its id will be.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Folders under `.output/`: the tests', the tests' release build, and the one that people try. */
export const E2E_OUT = '.output/e2e';
const RELEASE_OUT = '.output/e2e-release';

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

let release: string | null = null;

/** The build that goes to the store, made once a process; answers the folder of the unpacked one, beside which lies the zip. */
export function releaseBuild(): string {
  if (release === null) {
    const out = `${RELEASE_OUT}-${process.env.TEST_PARALLEL_INDEX ?? 'bench'}`;
    rmSync(out, { recursive: true, force: true });
    wxt(['zip'], { QUICK_QUEUE_OUT: out });
    release = join(process.cwd(), out, 'chrome-mv3');
  }
  return release;
}

export interface Manifest {
  key?: string;
  permissions: string[];
  host_permissions: string[];
  [part: string]: unknown;
}

export function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

/** The browser takes the first half of a SHA-256 and writes its digits as a to p: of the key, or else of the path. */
export function extensionId(folder: string): string {
  const { key } = manifestOf(folder);
  const source = key ? Buffer.from(key, 'base64') : folder;
  const digest = createHash('sha256').update(source).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** Scripts and all that they import before they run. */
export function scriptsOf(entries: string[]): string[] {
  const loaded = new Set(entries);
  for (const file of loaded) {
    const imports = readFileSync(file, 'utf8').matchAll(
      /(?:^|[;}\s])import\s*(?:[^"'();]*?from\s*)?["'](\.[^"']+)["']/g,
    );
    for (const [, path] of imports) loaded.add(join(dirname(file), path ?? ''));
  }
  return [...loaded];
}

/** The scripts that a page of the unpacked extension loads before its first paint. */
export function firstScripts(folder: string, page: string): string[] {
  const html = readFileSync(join(folder, `${page}.html`), 'utf8');
  const entries = [...html.matchAll(/<script[^>]+src="\/?([^"]+)"/g)].map(([, path]) => path ?? '');
  return scriptsOf(entries.map((entry) => join(folder, entry)));
}

export function zippedBytes(files: string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
}
