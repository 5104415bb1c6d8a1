// The ids of a submit whose answer is awaited: pressing again offers the same entries, never new ones.
import type { NewPost } from '@/lib/buffer/types.ts';
import type { Command, Reply } from '@/lib/messages.ts';
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

/** The background's answer, or null. One that died with it may have accepted: the same ids again find out, and double nothing. */
export async function handOver(
  submissions: Submission[],
  send: (command: Command) => Promise<Reply>,
): Promise<Reply | null> {
  const offer = () => send({ type: 'accept', submissions }).catch(() => null);
  return (await offer()) ?? (await offer());
}
