// The worker is killed before and after every single step; whoever comes next must end with each post once.
import { expect, test } from 'vitest';
import { channel, submission } from './fixtures.ts';
import { createWorld, type Fault, type Killer, startWorker } from './world.ts';

class Killed extends Error {}

/** Kills at the nth step, and lets nothing that the dead worker still had in mind take place. */
function killAt(n: number): { killer: Killer; hasKilled: () => boolean } {
  let step = 0;
  let dead = false;
  return {
    hasKilled: () => dead,
    killer: () => {
      step += 1;
      if (step === n) dead = true;
      if (dead) throw new Killed();
    },
  };
}

const SUBMISSIONS = [
  submission('e1'),
  submission('e2'),
  submission('e3', { channel: channel('c2'), text: 'Elsewhere' }),
];

async function crashAndRecover(n: number, creates: Fault[]): Promise<{ killed: boolean; judged: unknown }> {
  const world = createWorld();
  world.creates = [...creates];
  const { killer, hasKilled } = killAt(n);
  const doomed = startWorker(world, {}, killer);
  try {
    await doomed.accept(SUBMISSIONS);
    world.outbox = doomed;
    await world.run();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
  world.now += 1_000;
  world.outbox = startWorker(world);
  await world.outbox.recover();
  // The user who was not told "Saved" presses the key again.
  await world.outbox.accept(SUBMISSIONS);
  await world.run();
  const { entries } = await world.store.load();
  return {
    killed: hasKilled(),
    judged: {
      texts: world.texts().sort(),
      states: entries.map(({ state }) => state),
      owned: new Set(entries.map(({ remoteId }) => remoteId)).size,
      queue: (await world.outbox.summary()).onTheirWay,
    },
  };
}

const ONCE_EACH = {
  texts: SUBMISSIONS.map(({ post }) => post.text).sort(),
  states: ['confirmed', 'confirmed', 'confirmed'],
  owned: 3,
  queue: 0,
};

test.each<[string, Fault[]]>([
  ['no fault', []],
  ['the first answer lost', ['cut-after']],
  ['the first call cut', ['cut-before']],
  ['two answers lost', ['cut-after', 'cut-after']],
])('%s', async (_name, creates) => {
  let n = 0;
  for (let killed = true; killed; ) {
    n += 1;
    const result = await crashAndRecover(n, creates);
    expect(result.judged, `killed at step ${n}`).toEqual(ONCE_EACH);
    killed = result.killed;
  }
  expect(n).toBeGreaterThan(30);
});
