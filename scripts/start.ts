// `npm start`: the local Buffer and a browser with the extension, to try by hand; or the tour, without a display.
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { Extension } from '../tests/e2e/browser.ts';
import { buildForSandbox } from '../tests/e2e/build.ts';
import { type LocalBuffer, startLocalBuffer } from '../tests/e2e/local-buffer.ts';
import { freePort } from '../tests/e2e/programs.ts';
import { takeTour } from '../tests/e2e/tour.ts';

const USAGE = 'Usage: npm start -- [--headless] [--port N]';
const FIRST_PORT = 8787;

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

interface Options {
  headless: boolean;
  port: number;
}

function readOptions(): Options {
  const { values } = parseArgs({ options: { headless: { type: 'boolean' }, port: { type: 'string' } } });
  const port = Number(values.port ?? FIRST_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port takes a number from 0 to 65535, not "${values.port}". ${USAGE}`);
  }
  const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.platform !== 'linux';
  return { headless: values.headless === true || !display, port };
}

/** The wanted port, or the next one that is free. */
async function nextFreePort(wanted: number): Promise<number> {
  for (let port = wanted; port <= Math.min(wanted + 50, 65_535); port += 1) {
    const free = await freePort(port);
    if (free !== null) return free;
  }
  throw new Error(`No port from ${wanted} on is free: choose another with --port N.`);
}

const WHAT_TO_PRESS = [
  'What to try:',
  '  1. In the welcome tab press "Connect with Buffer", then "Allow".',
  '  2. In the tab with the article press Alt+Shift+Q, or click the icon in the toolbar.',
  '  3. Choose channels, change the words if you like, press Ctrl+Enter.',
  '  4. Right-click a picture, a link or a selection: "Add … to Buffer".',
  '  5. Alt+Shift+S queues the page at once, with no window.',
];

/** Resolves when the person presses Ctrl+C; from then on the browser and the local Buffer are ended in order. */
const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);

async function byHand(folder: string, { origin }: LocalBuffer): Promise<void> {
  const extension = await Extension.launch({ folder, headless: false, args: ['--start-maximized'] });
  const [blank] = extension.context.pages();
  const page = blank?.url() === 'about:blank' ? blank : await extension.context.newPage();
  await page.goto(`${origin}/pages/walk.html`);
  for (const line of WHAT_TO_PRESS) say(line);
  say(`What the local Buffer holds is shown at ${origin}/_sandbox/`);
  say('This ends when the browser is closed, or with Ctrl+C.');
  await Promise.race([extension.context.waitForEvent('close', { timeout: 0 }), interrupted]);
  await extension.close();
}

async function start(): Promise<void> {
  const { headless, port: wanted } = readOptions();
  const port = await nextFreePort(wanted);
  const origin = `http://127.0.0.1:${port}`;
  say(`Building the extension for the local Buffer at ${origin}.`);
  const folder = buildForSandbox(origin, '.output/start');
  const buffer = await startLocalBuffer(port);
  say('The local Buffer is running.');
  try {
    if (!headless) return await byHand(folder, buffer);
    const stopped = interrupted.then(() => Promise.reject(new Error('The tour was interrupted.')));
    await Promise.race([takeTour(folder, origin, say), stopped]);
  } finally {
    await buffer.stop();
  }
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
// An interrupted tour leaves its browser behind, which ends with this process.
process.exit();
