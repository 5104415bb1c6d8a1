// The local Buffer as a process of its own, so that a test can end it and start it again on the same port.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Credentials {
  origin: string;
  apiKey: string;
  clientId: string;
  classicToken: string;
  classicClientId: string;
  classicClientSecret: string;
}

export interface LocalBuffer extends Credentials {
  /** Ends it: from then on its port answers nothing. */
  stop(): Promise<void>;
  /** A new one with the seeded world, at the same address. */
  start(): Promise<void>;
}

function isCredentials(value: unknown): value is Credentials {
  return typeof value === 'object' && value !== null && 'origin' in value && 'apiKey' in value;
}

async function launch(port: number): Promise<{ child: ChildProcess; credentials: Credentials }> {
  const child = spawn(process.execPath, ['tests/sandbox/main.ts', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill());
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`The local Buffer could not be started on port ${port}.`);
  });
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  ended.catch(() => undefined);
  const credentials: unknown = JSON.parse(line);
  if (!isCredentials(credentials)) throw new Error('The local Buffer said something else than its address.');
  return { child, credentials };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

/** Starts a local Buffer on this port. */
export async function startLocalBuffer(port: number): Promise<LocalBuffer> {
  let { child, credentials } = await launch(port);
  return {
    ...credentials,
    stop: () => end(child),
    start: async () => {
      await end(child);
      ({ child, credentials } = await launch(port));
    },
  };
}
