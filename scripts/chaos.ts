// `npm run chaos`: kills the worker and the browser while posts are on their way, and judges at the local Buffer.
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Extension } from '../tests/e2e/browser.ts';
import { buildForSandbox } from '../tests/e2e/build.ts';
import { withSharedClock } from '../tests/e2e/chaos/clock.ts';
import type { Report } from '../tests/e2e/chaos/report.ts';
import { runChaos } from '../tests/e2e/chaos/run.ts';
import { type LocalBuffer, startLocalBuffer } from '../tests/e2e/local-buffer.ts';
import { freePort } from '../tests/e2e/programs.ts';
import { SandboxClient } from '../tests/e2e/sandbox.ts';
import { saying, wholeNumber } from './options.ts';

const USAGE = 'Usage: npm run chaos -- [--kills N] [--crashes N] [--seed S]';

/** Resolves with Ctrl+C; the browser and the local Buffer are then ended in order. */
const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function readOptions(): { kills: number; crashes: number; seed: number } {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { kills: text, crashes: text, seed: text } });
  return {
    kills: wholeNumber(values.kills ?? '200', 'kills', { usage: USAGE }),
    crashes: wholeNumber(values.crashes ?? '20', 'crashes', { usage: USAGE }),
    seed: wholeNumber(values.seed ?? String(Date.now() % 1_000_000), 'seed', { usage: USAGE }),
  };
}

type Ordered = ReturnType<typeof readOptions>;

async function play(folder: string, buffer: LocalBuffer, ordered: Ordered): Promise<Report> {
  const extension = await Extension.launch({ folder });
  try {
    const { apiKey, origin } = buffer;
    const run = runChaos({ extension, sandbox: new SandboxClient(origin), apiKey, ...ordered, say });
    run.catch(() => undefined);
    const stopped = interrupted.then(() => Promise.reject(new Error('The run was interrupted.')));
    return await Promise.race([run, stopped]);
  } finally {
    // A browser that was killed a moment ago can be closed no more.
    await extension.close().catch(() => rmSync(extension.profile, { recursive: true, force: true }));
  }
}

/** Gives the exit code. */
async function chaos(): Promise<number> {
  const ordered = readOptions();
  const port = await freePort();
  if (port === null) throw new Error('No port is free.');
  const origin = `http://127.0.0.1:${port}`;
  say(`Seed ${ordered.seed}: ${ordered.kills} kills of the worker, ${ordered.crashes} of the browser.`);
  const folder = withSharedClock(buildForSandbox(origin, '.output/chaos'), origin);
  const buffer = await startLocalBuffer(port);
  try {
    const { result, lines, objections } = await play(folder, buffer, ordered);
    for (const line of [...lines, ...objections.map((objection) => `NOT GOOD: ${objection}`)]) say(line);
    say(JSON.stringify(result));
    const done = result.kills >= ordered.kills && result.crashes >= ordered.crashes;
    return done && result.lost + result.doubled + objections.length === 0 ? 0 : 1;
  } finally {
    await buffer.stop();
  }
}

await saying(chaos);
// An interrupted run leaves its browser behind, which ends with this process.
process.exit();
