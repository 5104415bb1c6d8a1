// The ids of a submit whose answer is awaited: pressing again offers the same entries, never new ones.
import type { NewPost } from '@/lib/buffer/types.ts';
import type { Submission } from '@/lib/outbox/entry.ts';

export class Attempt {
  readonly groupId: string;
  readonly #ids = new Map<string, string>();
  readonly #newId: () => string;

  constructor(newId: () => string) {
    this.#newId = newId;
    this.groupId = newId();
  }

  /** One for each post; the same channel always gets the same id. */
  submissions(posts: NewPost[], accountId: string): Submission[] {
    return posts.map((post) => {
      const id = this.#ids.get(post.channel.id) ?? this.#newId();
      this.#ids.set(post.channel.id, id);
      return { id, groupId: this.groupId, accountId, post };
    });
  }
}
