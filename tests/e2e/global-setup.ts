// Before all browser tests: for each worker a port for its local Buffer, and a build of the extension that knows it.
import type { FullConfig } from '@playwright/test';
import { buildForSandbox, E2E_OUT } from './build.ts';
import { freePort } from './programs.ts';

export default async function globalSetup({ workers }: FullConfig): Promise<void> {
  for (let worker = 0; worker < workers; worker += 1) {
    const port = await freePort();
    process.env[`E2E_PORT_${worker}`] = String(port);
    process.env[`E2E_EXTENSION_${worker}`] = buildForSandbox(
      `http://127.0.0.1:${port}`,
      `${E2E_OUT}-${worker}`,
    );
  }
}
