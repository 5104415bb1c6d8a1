// A short run of `npm run chaos`: every accepted post arrives once, however often worker and browser are killed.
import { expect } from '@playwright/test';
import { withSharedClock } from './chaos/clock.ts';
import { runChaos } from './chaos/run.ts';
import { extensionFolder, launchExtension, test } from './fixtures.ts';

const KILLS = 12;
const CRASHES = 2;

test.setTimeout(150_000);

test('worker and browser are killed at random moments, and every post arrives once', async ({
  sandbox,
  localBuffer,
}) => {
  const seed = Date.now() % 1_000_000;
  const extension = await launchExtension({ folder: withSharedClock(extensionFolder(), sandbox.origin) });
  const say = (description: string) => test.info().annotations.push({ type: 'chaos', description });
  const { apiKey } = localBuffer;
  try {
    say(`seed ${seed}`);
    const report = await runChaos({ extension, sandbox, apiKey, kills: KILLS, crashes: CRASHES, seed, say });
    for (const line of report.lines) say(line);
    expect(report.objections, report.lines.join('\n')).toEqual([]);
    expect(report.result).toMatchObject({ kills: KILLS, crashes: CRASHES, lost: 0, doubled: 0 });
    expect(report.result.posts).toBeGreaterThan(KILLS);
  } finally {
    await extension.close().catch(() => undefined);
  }
});
