// What every browser test starts from: the seeded local Buffer, and a browser with the extension.
import { test as base } from '@playwright/test';
import { Extension, type LaunchOptions } from './browser.ts';
import { type LocalBuffer, startLocalBuffer } from './local-buffer.ts';
import { SandboxClient } from './sandbox.ts';

interface TestFixtures {
  /** A browser of its own with a fresh profile. */
  extension: Extension;
  /** The local Buffer's controls; its world is the seeded one again. */
  sandbox: SandboxClient;
}

interface WorkerFixtures {
  localBuffer: LocalBuffer;
}

/** What the global setup has made for this worker; one that replaces it has its place. */
function fromSetup(what: 'PORT' | 'EXTENSION'): string {
  const name = `E2E_${what}_${process.env.TEST_PARALLEL_INDEX}`;
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: the global setup did not run.`);
  return value;
}

/** The folder of the build under test. */
export const extensionFolder = (): string => fromSetup('EXTENSION');

/** A browser that outlives one test; whoever launches it closes it. It is seen on the screen with HEADED=1. */
export function launchExtension(options: Partial<LaunchOptions> = {}): Promise<Extension> {
  return Extension.launch({ folder: extensionFolder(), headless: process.env.HEADED !== '1', ...options });
}

/** Puts a measured number of bytes into the report. */
export function note(what: string, bytes: number): void {
  base.info().annotations.push({ type: what, description: `${bytes} bytes` });
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  localBuffer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures off this pattern.
    async ({}, use) => {
      const buffer = await startLocalBuffer(Number(fromSetup('PORT')));
      await use(buffer);
      await buffer.stop();
    },
    { scope: 'worker' },
  ],
  sandbox: [
    async ({ localBuffer }, use) => {
      const sandbox = new SandboxClient(localBuffer.origin);
      await sandbox.reset();
      await use(sandbox);
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures off this pattern.
  extension: async ({}, use) => {
    const extension = await launchExtension();
    await use(extension);
    await extension.close();
  },
});
