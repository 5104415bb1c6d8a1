// What a composer shows of its posts before the outbox does is what the outbox will show.
import { expect, test } from 'vitest';
import { offered } from '../../../lib/outbox/offered.ts';
import { submission, T0 } from './fixtures.ts';
import { createWorld } from './world.ts';

test('posts that are offered look as they do once they are accepted', async () => {
  const submissions = [submission('e1'), submission('e2')];
  const world = createWorld();
  await world.outbox.accept(submissions);
  const { entries } = await world.outbox.summary();
  expect(offered(submissions, T0)).toEqual(entries.reverse());
});
