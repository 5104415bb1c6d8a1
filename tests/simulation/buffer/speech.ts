// What a simulated API has to say, whichever of the two it is: one word for each thing that may become of a call.
import type { LIMITED, TYPED, UNREADABLE } from './fault.ts';
import type { ServerPost } from './posts.ts';

export interface Reply {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

/** A part of a list; `to` is where the next one begins, should there be more than that. */
export interface Part {
  posts: ServerPost[];
  to: number;
  total: number;
}

export interface Speech {
  created(post: ServerPost): Reply;
  duplicate(post: ServerPost): Reply;
  listed(part: Part): Reply;
  one(post: ServerPost | undefined): Reply;
  /** `was`: whether there was such a post. */
  deleted(id: string, was: boolean): Reply;
  unauthorized(): Reply;
  /** A 429 that allows the next call in so many seconds, in one of the ways to say so. */
  limited(how: (typeof LIMITED)[number], seconds: number, now: number): Reply;
  /** One of the answers that are no success, to a create. */
  typed(answer: (typeof TYPED)[number]): Reply;
  /** A good answer as a faulty proxy or a careless server would spoil it. */
  spoilt(reply: Reply, how: (typeof UNREADABLE)[number]): Reply;
  /** To a call that this Buffer does not know. */
  unknown(): Reply;
  /** Whether answers tell of the rate windows. */
  tellsOfWindows: boolean;
}

/** A moment (ms) that is told in seconds from now, in the head or in the body of a 429. */
export function nextAt({ status, headers, body }: Reply, now: number): number | null {
  if (status !== 429) return null;
  const seconds = headers?.['Retry-After'] ?? /"retryAfter":(\d+)/.exec(body)?.[1];
  return seconds && /^\d+$/.test(seconds) ? now + Number(seconds) * 1000 : null;
}

/** A page where data should be. */
export const PAGE: Reply = {
  status: 200,
  body: '<!doctype html><title>One moment</title>',
  headers: { 'Content-Type': 'text/html' },
};
