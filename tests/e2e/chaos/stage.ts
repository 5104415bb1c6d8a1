// What the parts of a run share.
import type { Extension } from '../browser.ts';
import type { SandboxClient } from '../sandbox.ts';
import type { SharedClock } from './clock.ts';
import type { Killer, Work } from './killer.ts';
import type { Chance } from './random.ts';
import type { Author, Writer } from './writer.ts';

export interface Tally {
  kills: Record<Work, number>;
  crashes: Record<Work, number>;
  /** Entries by how they ended without anybody's help: `confirmed`, or the reason why the person was asked. */
  ends: Map<string, number>;
  attempts: number;
  /** Creates that left although Buffer held the post already, and that only Buffer's own rule has stopped. */
  refusedTwins: number;
  /** Entries that say "In Buffer" of a post that is not there, or that is another entry's. */
  untrue: number;
  signIns: number;
  /** Entries that are not in Buffer at the end of their round, by their own word; the run ends with the first. */
  unfinished: { id: string; state: string }[];
  /** What became of each entry, by id. */
  histories: Map<string, unknown>;
}

export interface Stage {
  extension: Extension;
  sandbox: SandboxClient;
  apiKey: string;
  clock: SharedClock;
  killer: Killer;
  writer: Writer;
  author: Author;
  chance: Chance;
  tally: Tally;
}
