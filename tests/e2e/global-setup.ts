// Before all browser tests: a port for the local Buffer, and one build of the extension that knows it.
import { buildForSandbox, E2E_OUT } from './build.ts';
import { freePort } from './programs.ts';

export default async function globalSetup(): Promise<void> {
  const port = await freePort();
  process.env.E2E_PORT = String(port);
  process.env.E2E_EXTENSION = buildForSandbox(`http://127.0.0.1:${port}`, E2E_OUT);
}
