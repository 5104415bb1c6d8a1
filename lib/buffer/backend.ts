// The one interface through which the rest of the product speaks with Buffer, whichever API answers.
import type { Account, Channel, ChannelRef, NewPost, Post, PostChange } from './types.ts';

/** A page of posts; `after` is the opaque cursor of the next page, null on the last one. */
export interface PostPage {
  posts: Post[];
  after: string | null;
}

export interface PageQuery {
  channels: ChannelRef[];
  after?: string;
  /** How many posts a page holds; 50 unless told, 100 at most. */
  first?: number;
}

export interface FindQuery {
  channels: ChannelRef[];
  /** Milliseconds since the epoch: only posts that Buffer created at or after this moment. */
  since: number;
}

/**
 * Buffer behind one interface. Every method makes one or more calls and rejects with `BufferError`
 * (`./errors.ts`) alone. No method retries a write: two retry layers make duplicates.
 */
export interface BufferBackend {
  account(): Promise<Account>;
  channels(account: Account): Promise<Channel[]>;
  /** Posts that wait in Buffer's queues, soonest first. */
  queue(query: PageQuery): Promise<PostPage>;
  /** Posts that were published, latest first. */
  sent(query: PageQuery): Promise<PostPage>;
  /** Posts of every status that were created since a moment: how the outbox looks for its own. */
  find(query: FindQuery): Promise<Post[]>;
  create(post: NewPost): Promise<Post>;
  edit(id: string, change: PostChange): Promise<Post>;
  /** Deleting a post that is gone already is done, not an error. */
  delete(id: string): Promise<void>;
  shareNow(id: string): Promise<Post>;
  moveToTop(id: string): Promise<Post>;
}

/** An account that is signed in, and the back-end that speaks for it alone. */
export interface Signed {
  accountId: string;
  backend: BufferBackend;
}
