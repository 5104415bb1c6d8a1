// What can be wrong with a draft, or worth knowing of it.
import type { FieldId } from '../networks/fields.ts';

export type ProblemKind =
  | 'no-channel'
  | 'empty'
  | 'too-long'
  | 'needs-picture'
  | 'needs-board'
  | 'needs-video'
  | 'no-video'
  | 'needs-field'
  | 'needs-link'
  | 'long-field'
  | 'wrong-sign'
  | 'long-comment'
  | 'end-before-start'
  | 'past-end'
  | 'disconnected'
  | 'paused'
  | 'locked'
  | 'past-time'
  | 'no-time'
  | 'bad-link';

export interface Problem {
  kind: ProblemKind;
  /** False for a warning: the post is accepted, but something should be known. */
  blocking: boolean;
  /** The channel it is about; none when it is about the draft. */
  channelId?: string;
  /** With what is too long: characters over the limit, as the network counts. */
  over?: number;
  /** The field of the channel that it is about, if any. */
  field?: FieldId;
}
