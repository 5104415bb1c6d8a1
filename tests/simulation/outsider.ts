// Somebody else at work in Buffer itself: publishes, moves, deletes and edits posts, whoever made them.
import type { Stage } from './people.ts';

/** What somebody does to one post; before its entry knows it, only if this world has such people. */
export function actOutside({ server, setup, random, trace, book, clock, browser }: Stage): void {
  const posts = server.shelf.posts.filter(({ deletedAt }) => deletedAt === null);
  if (posts.length === 0) return;
  const post = random.pick(posts);
  const known = browser.disk.shown.summary.entries.some(
    ({ id, state, remoteId }) => id === post.marker && state === 'confirmed' && remoteId === post.id,
  );
  const act = random.pick(['publish', 'move', 'delete', 'amend', 'rewrite'] as const);
  const isEdit = act !== 'publish';
  if (isEdit && !known && !setup.outsideEdits) return;
  trace.counts.outsideActs += 1;
  trace.note('outsider', `${act} ${post.id}`);
  const page = post.marker === null ? undefined : book.get(post.marker);
  // Without the post, or its words, nobody can tell that it was there; of all else the outbox must take note.
  if (page && !known && (act === 'delete' || act === 'rewrite')) page.disturbed = true;
  switch (act) {
    case 'publish':
      if (post.status === 'scheduled') post.status = 'sent';
      break;
    case 'move':
      if (post.dueAt !== null) post.dueAt += random.whole(1, 100) * 3_600_000;
      break;
    case 'delete':
      post.deletedAt = clock.now;
      break;
    case 'amend':
      post.text = `${post.text} indeed`;
      break;
    case 'rewrite':
      post.text = 'Entirely other words';
      break;
  }
}
