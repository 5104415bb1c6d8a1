// `npm run bench`: measures what the extension costs, and says it as a table and as JSON. It judges nothing.
import { parseArgs } from 'node:util';
import { capturePart } from './bench/parts/capture.ts';
import { packagePart } from './bench/parts/package.ts';
import { popupPart } from './bench/parts/popup.ts';
import { queuePart } from './bench/parts/queue.ts';
import { submitPart } from './bench/parts/submit.ts';
import { workerPart } from './bench/parts/worker.ts';
import { type Part, type Row, table } from './bench/table.ts';
import { World } from './bench/world.ts';
import { saying, wholeNumber } from './options.ts';

type Measure = (world: () => Promise<World>, rounds: number) => Promise<Part>;

const PARTS: Record<string, Measure> = {
  popup: async (world, rounds) => popupPart(await world(), rounds),
  worker: async (world, rounds) => workerPart(await world(), rounds),
  submit: async (world, rounds) => submitPart(await world(), rounds),
  queue: async (world, rounds) => queuePart(await world(), rounds),
  capture: capturePart,
  package: packagePart,
};
const USAGE = `Usage: npm run bench [-- --only ${Object.keys(PARTS).join(',')}] [--rounds N]`;

function readOptions(): { names: string[]; rounds: number } {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { only: text, rounds: text } });
  const names = values.only?.split(',') ?? Object.keys(PARTS);
  const unknown = names.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined) throw new Error(`--only does not know "${unknown}". ${USAGE}`);
  return { names, rounds: wholeNumber(values.rounds ?? '15', 'rounds', { usage: USAGE, least: 1 }) };
}

/** Gives the exit code. */
async function bench(): Promise<number> {
  const { names, rounds } = readOptions();
  const figures: Record<string, Part['figures']> = {};
  const rows: Row[] = [];
  // Made by the first part that needs it.
  let world = null as Promise<World> | null;
  const inWorld = () => {
    world ??= World.make();
    return world;
  };
  try {
    for (const name of names) {
      process.stderr.write(`measuring: ${name}\n`);
      const part = await PARTS[name]?.(inWorld, rounds);
      rows.push(...(part?.rows ?? []));
      if (part) figures[name] = part.figures;
    }
  } finally {
    await (await world)?.end();
  }
  process.stdout.write(`${table(rows)}\n${JSON.stringify(figures)}\n`);
  return 0;
}

await saying(bench);
