// Which channels have a chip: one row of them, whatever their number, so that nothing below it ever moves.
import type { Channel } from '@/lib/buffer/types.ts';

/** Up to so many channels are few: each has its chip, and a list of them needs neither groups nor a search. */
export const FEW = 8;
/** Of many, so many chips leave room for the number behind them. */
const MOST_CHIPS = 7;

/** All of few; of many those that were chosen at the beginning, then Buffer's order; what is chosen since takes the last places. */
export function rowOf(channels: Channel[], first: readonly string[], chosen: readonly string[]): Channel[] {
  if (channels.length <= FEW) return channels;
  const ordered = channels.toSorted((a, b) => Number(first.includes(b.id)) - Number(first.includes(a.id)));
  const row = ordered.slice(0, MOST_CHIPS);
  for (const channel of ordered.slice(MOST_CHIPS)) {
    const place = chosen.includes(channel.id) ? row.findLastIndex(({ id }) => !chosen.includes(id)) : -1;
    if (place >= 0) row[place] = channel;
  }
  return row;
}
