// What people write: ordinary texts with links and untidy white space, some of them word for word the same.
import type { ShareMode } from '../../lib/buffer/types.ts';
import type { Random } from './random.ts';
import type { MarkedPost } from './worker.ts';

const THINGS = ['walks', 'books', 'birds', 'notes', 'trains', 'recipes'];
const MODES: ShareMode[] = ['queue', 'next', 'next', 'now', 'now', 'draft'];

export function writePost(
  random: Random,
  about: { number: number; channel: string; marker: string; now: number },
): MarkedPost {
  const { number, channel, marker, now } = about;
  const link = random.chance(0.5) ? ` https://example.com/a/long/way/to/${number}?page=${number}` : '';
  const gap = random.chance(0.3) ? '  \n' : ' ';
  const text = `Number ${number} of all our${gap}${random.pick(THINGS)} of the ${number}th year${link}`;
  const mode = random.chance(0.3) ? { at: now + random.whole(1, 48) * 3_600_000 } : random.pick(MODES);
  return {
    channel: { id: channel, organizationId: 'org', network: 'mastodon' },
    text,
    attachment: { kind: 'none' },
    mode,
    options: {},
    marker,
  };
}
