// What the outbox takes in: not more than it can keep and show, and no post that no network could hold.
import { accepted, type Entry, type Submission } from './entry.ts';
import { AcceptRefused } from './store.ts';

/** Unsettled entries at most. */
export const OPEN_MOST = 500;
/** Characters of a post as JSON; the roomiest network takes 63,206 of text. */
const POST_MOST = 200_000;

/** The entries of submissions that are accepted at `now` (ms). Throws `AcceptRefused` if one of them is too long. */
export function acceptable(submissions: Submission[], now: number): Omit<Entry, 'seq'>[] {
  if (submissions.some(({ post }) => JSON.stringify(post).length > POST_MOST))
    throw new AcceptRefused('too-long');
  return submissions.map((submission) => accepted(submission, now));
}
