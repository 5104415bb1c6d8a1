// `npm run bench`: measures what the extension costs, and says it as a table and as JSON. It judges nothing.
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { manifestOf, releaseBuild } from '../tests/e2e/build.ts';
import { measureReader, type ReaderTimes } from './bench/capture.ts';
import { type Row, rounded, table } from './bench/table.ts';
import { saying } from './options.ts';

interface Part {
  rows: Row[];
  figures: Record<string, number>;
}

function readerRows(page: string, times: ReaderTimes, targetMs: number): Row[] {
  const { nodes, readMs, dirtyMs, floorMs } = times;
  const name = `reading a ${page} page (${nodes} nodes)`;
  const of = (ms: number): string => `${rounded(ms)} ms`;
  return [
    [name, of(readMs), `at most ${targetMs} ms`],
    [`  with its layout to be done`, of(dirtyMs), ''],
    [`  querySelectorAll('meta,link,img') alone`, of(floorMs), ''],
    [`  times that`, rounded(readMs / floorMs).toFixed(1), ''],
  ];
}

async function capture(): Promise<Part> {
  const { small, large } = await measureReader();
  return {
    rows: [...readerRows('small', small, 1), ...readerRows('large', large, 5)],
    figures: {
      smallMs: rounded(small.readMs),
      largeMs: rounded(large.readMs),
      smallDirtyMs: rounded(small.dirtyMs),
      largeDirtyMs: rounded(large.dirtyMs),
      smallFloorRatio: rounded(small.readMs / small.floorMs),
      largeFloorRatio: rounded(large.readMs / large.floorMs),
    },
  };
}

async function packaged(): Promise<Part> {
  const folder = releaseBuild();
  const [zip] = readdirSync(dirname(folder)).filter((name) => name.endsWith('-chrome.zip'));
  const zipBytes = statSync(join(dirname(folder), zip ?? '')).size;
  const contentScripts = ((manifestOf(folder).content_scripts as unknown[] | undefined) ?? []).length;
  return {
    rows: [
      ['the package', `${zipBytes} bytes`, `at most ${150 * 1024} bytes`],
      ['scripts in every page', String(contentScripts), '0'],
    ],
    figures: { zipBytes, contentScripts },
  };
}

const PARTS: Record<string, () => Promise<Part>> = { capture, package: packaged };
const USAGE = `Usage: npm run bench [-- --only ${Object.keys(PARTS).join(',')}]`;

function chosen(): string[] {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const names = values.only?.split(',') ?? Object.keys(PARTS);
  const unknown = names.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined) throw new Error(`--only does not know "${unknown}". ${USAGE}`);
  return names;
}

/** Gives the exit code. */
async function bench(): Promise<number> {
  const figures: Record<string, Part['figures']> = {};
  const rows: Row[] = [];
  for (const name of chosen()) {
    process.stderr.write(`measuring: ${name}\n`);
    const part = await PARTS[name]?.();
    rows.push(...(part?.rows ?? []));
    if (part) figures[name] = part.figures;
  }
  process.stdout.write(`${table(rows)}\n${JSON.stringify(figures)}\n`);
  return 0;
}

await saying(bench);
