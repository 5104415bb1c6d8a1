// Judges words: what people are told of a post has to be true, and what Buffer says has to be heeded.
import type { Page } from './book.ts';
import type { Case, Violation } from './judge.ts';

/** What the product says when Buffer has refused a post for good. */
const REFUSED = new Set(['invalid', 'forbidden', 'queue-full']);
const SLACK_MS = 1000;
const HOUR = 3_600_000;
/** In the first hour they are close together, and each post whose refusal was a page is asked about for itself. */
const MOST_TRIES = 30;

/** "Refused" and "Cancelled" both say that Buffer does not hold the post. */
export function untold({ book, server, entries }: Case): Violation[] {
  // A post that an equal entry has taken for its own is held for that one.
  const owned = new Set(
    [...entries.values()].map(({ state, remoteId }) => state === 'confirmed' && remoteId),
  );
  const held = new Set(
    server.commits
      .filter(({ post }) => post.deletedAt === null && !owned.has(post.id))
      .map(({ marker }) => marker),
  );
  const refused = new Set(server.arrivals.filter((call) => call.refused).map(({ marker }) => marker));
  return [...entries.values()].flatMap(({ id, state, reason }): Violation[] => {
    const page = book.get(id);
    const blame = (said: string, truth = 'Buffer holds it'): Violation[] => [
      { promise: 'otherViolations', reason: `${id} is said to be ${said}, and ${truth}` },
    ];
    if (state === 'needs-you' && REFUSED.has(reason) && !refused.has(id))
      return blame(`refused (${reason})`, 'Buffer has not said so');
    if (!page || !held.has(id) || page.disturbed || page.excused > 0) return [];
    if (state === 'needs-you' && REFUSED.has(reason)) return blame(`refused (${reason})`);
    // Who was asked may have thrown away what they could not know of.
    return state === 'cancelled' && !page.asked ? blame('cancelled') : [];
  });
}

/** Whoever asks whenever an answer is missing keeps every promise, and is of no use. */
export function overasked({ book, isPlain }: Case): Violation[] {
  if (!isPlain) return [];
  const pages = [...book.values()];
  // Two that differ in white space or in one word are too much alike for Buffer to tell them apart.
  const topic = ({ post }: Page) => `${post.channel.id} ${/^Number \d+/.exec(post.text)}`;
  const isAlike = (one: Page, other: Page) => one !== other && topic(one) === topic(other);
  return pages
    .filter((page) => page.doubted && !pages.some((other) => isAlike(page, other)))
    .map(({ id }) => ({
      promise: 'otherViolations',
      reason: `${id} was asked about, and Buffer could tell`,
    }));
}

/** An API that is switched off for hours is asked again now and then, however much waits for it. */
export function insistent({ server }: Case): Violation[] {
  const times = server.arrivals.filter(({ off }) => off).map(({ at }) => at);
  const most = Math.max(
    0,
    ...times.map((from) => times.filter((at) => at >= from && at < from + HOUR).length),
  );
  if (most <= MOST_TRIES) return [];
  return [{ promise: 'otherViolations', reason: `${most} calls in an hour to an API that is switched off` }];
}

/** After a 429 that says when to come back, no call of the account leaves before. */
export function disobeyed({ server, wasSetForward, diskRefused }: Case): Violation[] {
  if (wasSetForward || diskRefused) return [];
  const orders = server.arrivals.filter(({ heardAt }) => heardAt !== null);
  return orders.flatMap(({ accountId, api, heardAt, nextAt }) =>
    server.arrivals
      .filter(
        (call) =>
          call.accountId === accountId &&
          call.api === api &&
          call.leftAt > Number(heardAt) &&
          call.leftAt < Number(nextAt) - SLACK_MS,
      )
      .map(({ operation, leftAt }) => {
        const early = Math.round((Number(nextAt) - leftAt) / 1000);
        return {
          promise: 'overRate',
          reason: `${operation} left ${early} s sooner than Buffer allowed`,
        } as const;
      }),
  );
}

/**
 * A refresh token is good for once. It may be tried again when nothing else is left and no answer ever came: a call
 * that was lost on its way there looks the same from here as one whose answer was lost.
 */
export function replayed({ server, wasSetForward }: Case): Violation[] {
  const found: Violation[] = [];
  const blame = (reason: string) => found.push({ promise: 'otherViolations', reason });
  const refused = new Set(
    server.arrivals.filter(({ status }) => status === 401).map((call) => call.accountId),
  );
  for (const [token, times] of Map.groupBy(server.auth.presentations, (one) => one.token)) {
    const [first, second] = times;
    if (!first || !second) continue;
    if (times.slice(0, -1).some(({ answered }) => answered))
      blame(`${token} was presented again after its answer had come`);
    const lived = second.accessDiesAt !== null && second.at < second.accessDiesAt - SLACK_MS;
    if (lived && !wasSetForward && !refused.has(second.accountId))
      blame(`${token} was presented again while its access token lived`);
  }
  return found;
}
