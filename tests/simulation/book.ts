// What the people of a schedule did and were told: the other half, beside the server's record, of what is judged.
import type { Submission } from '../../lib/outbox/entry.ts';
import type { MarkedPost } from './worker.ts';

export interface Page extends Submission {
  post: MarkedPost;
  /** Whether anybody was told "Saved". */
  accepted: boolean;
  /** Whether it has ever asked for the person, who then decides. */
  asked: boolean;
  /** Whether it was asked because nobody could tell, although it is no "share now" and not a day old. */
  doubted: boolean;
  /** The person's own word on it. */
  cancelled: boolean;
  saidThere: boolean;
  /** Times that the person had it sent again although Buffer held it, or was about to. */
  excused: number;
  /** Somebody else rewrote or deleted the post before the outbox could know it. */
  disturbed: boolean;
}

export type Book = Map<string, Page>;

export function page(submission: Submission & { post: MarkedPost }): Page {
  return {
    ...submission,
    accepted: false,
    asked: false,
    doubted: false,
    cancelled: false,
    saidThere: false,
    excused: 0,
    disturbed: false,
  };
}

/** Two pages that anybody but the judge would take for the same post. */
export function likeness({ accountId, post }: Page): string {
  return JSON.stringify([accountId, post.channel.id, post.text, post.mode]);
}
