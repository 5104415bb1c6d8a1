// The way to sign in that the composer itself has, and why it last failed.
import { signal } from '@preact/signals';
import type { Command, Reply } from '@/lib/messages.ts';

export class SignIn {
  /** A word that `signInProblem` has a sentence for. */
  readonly problem = signal<string | null>(null);
  /** True while Buffer's window is open; a popup is closed by it, a panel is not. */
  readonly isRunning = signal(false);
  readonly #send: (command: Command) => Promise<Reply>;

  constructor(send: (command: Command) => Promise<Reply>) {
    this.#send = send;
  }

  async connect(): Promise<void> {
    if (this.isRunning.value) return;
    this.isRunning.value = true;
    this.problem.value = null;
    const reply = await this.#send({ type: 'connect', reopen: true }).catch(() => null);
    this.problem.value = reply?.ok ? null : (reply?.problem ?? 'failed');
    this.isRunning.value = false;
  }
}
