// The way to sign in that the composer itself has, and why it last failed.
import { signal } from '@preact/signals';
import type { Command, Reply } from '@/lib/messages.ts';

export class SignIn {
  /** A word that `signInProblem` has a sentence for. */
  readonly problem = signal<string | null>(null);
  readonly #send: (command: Command) => Promise<Reply>;

  constructor(send: (command: Command) => Promise<Reply>) {
    this.#send = send;
  }

  async connect(): Promise<void> {
    this.problem.value = null;
    const reply = await this.#send({ type: 'connect', reopen: true }).catch(() => null);
    this.problem.value = reply?.ok ? null : (reply?.problem ?? 'failed');
  }
}
