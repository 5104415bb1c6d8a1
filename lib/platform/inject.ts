// Runs a function in a tab that the person acted on, and waits no longer than a second for it.
import { browser } from 'wxt/browser';

const DEADLINE_MS = 1000;

/** Why there is no answer: in the browser's words, or `deadline`. */
export interface Trouble {
  trouble: string;
}

export interface Frame {
  tabId: number;
  /** The page itself where there is none. */
  frameId?: number | undefined;
}

/**
 * What the function answers in that frame. It is sent there as its own source text; what it answers is plain data, and
 * of a page's making.
 */
export async function inject<Args extends (string | number)[], Answer>(
  { tabId, frameId }: Frame,
  func: (...args: Args) => Answer,
  ...args: Args
): Promise<NonNullable<Answer> | Trouble | null> {
  const target = frameId ? { tabId, frameIds: [frameId] } : { tabId };
  const deadline = new Promise<Trouble>((resolve) =>
    setTimeout(resolve, DEADLINE_MS, { trouble: 'deadline' }),
  );
  // Without `injectImmediately` a page that is still loading would not answer before it is complete.
  const answer = browser.scripting
    .executeScript({ target, func, args, injectImmediately: true })
    .then(([frame]) => (frame?.result ?? null) as NonNullable<Answer> | null)
    .catch((error: unknown) => ({ trouble: error instanceof Error ? error.message : String(error) }));
  return Promise.race([answer, deadline]);
}

export function isTrouble(answer: object | null): answer is Trouble {
  return answer !== null && 'trouble' in answer;
}
