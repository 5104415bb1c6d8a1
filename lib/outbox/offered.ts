// What can be shown of posts while the outbox accepts them, and until it shows them itself.
import { accepted, type Submission } from './entry.ts';
import { type EntryView, view } from './summary.ts';

/** The entries that these become at `now` (ms), as the outbox will show them. */
export function offered(submissions: Submission[], now: number): EntryView[] {
  return submissions.map((submission) => view({ ...accepted(submission, now), seq: 0 }));
}
