// What did not work about Buffer's posts, as plain data that has a sentence.
import type { Command, PostProblem, Reply } from '@/lib/messages.ts';

export interface Trouble {
  problem: PostProblem;
  /** Buffer's own words. */
  message: string | null;
  /** When a call makes sense again (ms). */
  until: number | null;
}

export type Send = (command: Command) => Promise<Reply>;

const PROBLEMS: Record<PostProblem, true> = {
  unauthorized: true,
  forbidden: true,
  invalid: true,
  duplicate: true,
  'queue-full': true,
  'not-found': true,
  'rate-limited': true,
  unreachable: true,
  retired: true,
  server: true,
  unreadable: true,
  'signed-out': true,
  unclear: true,
  'too-late': true,
  'not-undone': true,
  failed: true,
};

/** What the background answers; that it does not is an answer like any other. */
export function answerTo(send: Send, command: Command): Promise<Reply> {
  return send(command).catch((): Reply => ({ ok: false, problem: 'failed' }));
}

/** Null when it was done. */
export function troubleIn(reply: Reply): Trouble | null {
  if (reply.ok) return null;
  const { problem, message = '', until = null } = reply;
  const isKnown = Object.hasOwn(PROBLEMS, problem);
  return { problem: isKnown ? (problem as PostProblem) : 'failed', message: message || null, until };
}

/** After these the list that is shown is not what Buffer has. */
export function isListOutdated({ problem }: Trouble): boolean {
  return problem === 'unclear' || problem === 'not-found' || problem === 'too-late';
}
