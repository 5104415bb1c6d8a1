// Words that Buffer does not have yet outlive the page: each is kept as it is typed, for the account that it is of.
import { effect } from '@preact/signals';
import type { PostEdits } from '@/lib/platform/schemas.ts';
import type { PostDesk } from './desk.model.ts';

export interface EditPorts {
  loadEdits(accountId: string): Promise<PostEdits>;
  saveEdits(accountId: string, edits: PostEdits): Promise<void>;
}

export class EditKeeper {
  readonly #desk: PostDesk;
  readonly #ports: EditPorts;
  /** Whose edits stand on the page; null until those that were kept are there. */
  #accountId: string | null = null;
  #turn = 0;

  constructor(desk: PostDesk, ports: EditPorts) {
    this.#desk = desk;
    this.#ports = ports;
    effect(() => this.#keep(changed(desk.edits.value)));
  }

  /** Brings back what this account's person was writing; what another one's was leaves the page, and stays kept. */
  async of(accountId: string | null): Promise<void> {
    if (accountId === this.#accountId) return;
    const turn = ++this.#turn;
    const isLeft = this.#accountId !== null;
    this.#accountId = null;
    if (isLeft) this.#desk.edits.value = {};
    const kept = accountId === null ? {} : await this.#ports.loadEdits(accountId);
    if (turn !== this.#turn) return;
    this.#accountId = accountId;
    // What was begun while they were read is newer.
    this.#desk.edits.value = { ...kept, ...this.#desk.edits.value };
  }

  #keep(edits: PostEdits): void {
    if (this.#accountId === null) return;
    this.#ports.saveEdits(this.#accountId, edits).catch((error: unknown) => {
      console.error('the words of a post could not be kept:', error);
    });
  }
}

/** A field whose words are Buffer's need not come back. */
function changed(edits: PostEdits): PostEdits {
  return Object.fromEntries(Object.entries(edits).filter(([, { text, saved }]) => text !== saved));
}
