// How much is kept of Buffer's posts, and under which names.

/** More posts of a list are not kept: whoever has more reads on in Buffer. */
export const MOST_KEPT = 300;

/** What people did with a post is kept by the post and the event. */
export function interactionKey(postId: string, event: string): string {
  return `${postId} ${event}`;
}
