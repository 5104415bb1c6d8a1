// The command `npm run sandbox`: options in, one line of JSON out, then the local Buffer runs until it is ended.
import { parseArgs } from 'node:util';
import { type Options, startSandbox } from './server.ts';

const USAGE = 'Usage: npm run sandbox -- [--port N] [--clock ISO]';

function readOptions(): Options {
  const { values } = parseArgs({ options: { port: { type: 'string' }, clock: { type: 'string' } } });
  const port = values.port ?? '8787';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new Error(`--port takes a number from 0 to 65535, not "${port}". ${USAGE}`);
  }
  if (values.clock === undefined) return { port: Number(port) };
  if (Number.isNaN(Date.parse(values.clock))) {
    throw new Error(`--clock takes a time such as 2026-03-02T09:00:00Z, not "${values.clock}". ${USAGE}`);
  }
  return { port: Number(port), clock: values.clock };
}

try {
  const { stop, ...credentials } = await startSandbox(readOptions());
  process.stdout.write(`${JSON.stringify(credentials)}\n`);
  const end = () => stop().then(() => process.exit(0));
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
} catch (error) {
  console.error(error instanceof Error ? error.message.split('\n')[0] : error);
  process.exit(1);
}
