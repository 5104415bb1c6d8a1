// The command as people and tools start it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

function start(...options: string[]) {
  const child = spawn(process.execPath, ['tests/sandbox/main.ts', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  return child;
}

async function failure(...options: string[]): Promise<string> {
  const child = start(...options);
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect(code).toBe(1);
  return said;
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'says where it is in its first line and ends on %s',
  async (signal) => {
    const child = start('--port', '0', '--clock', '2026-03-02T09:00:00Z');
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const credentials = JSON.parse(line);
    expect(Object.keys(credentials)).toEqual([
      'origin',
      'apiKey',
      'classicToken',
      'clientId',
      'classicClientId',
      'classicClientSecret',
    ]);
    const state = await (await fetch(`${credentials.origin}/_sandbox/state`)).json();
    expect(state.now).toMatch(/^2026-03-02T09:0/);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  },
);

test('a taken port is said in one line', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  expect(await failure('--port', String(port))).toBe(
    `Port ${port} is taken: choose another with --port N, or --port 0 for a free one.\n`,
  );
  other.close();
});

test.each([
  [['--port', 'many'], /^--port takes a number/],
  [['--port', '70000'], /^--port takes a number/],
  [['--clock', 'soon'], /^--clock takes a time/],
  [['--colour', 'red'], /^Unknown option '--colour'/],
])('%j is refused in one line', async (options, words) => {
  const said = await failure(...options);
  expect(said).toMatch(words);
  expect(said.trimEnd().split('\n')).toHaveLength(1);
});
