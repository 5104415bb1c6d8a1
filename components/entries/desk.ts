// Where a person acts on entries: each answer is a command, and what did not work is said beside its entry.
import { signal } from '@preact/signals';
import type { Command, Reply } from '@/lib/messages.ts';
import type { Action } from './actions.ts';

/** Words that an entry's row has a sentence for. */
export type DeskTrouble = 'notUndone' | 'tooLate' | 'failed';

export interface DeskPorts {
  send(command: Command): Promise<Reply>;
  /** Opens the composer with a draft that is kept already. */
  compose(draftKey: string): Promise<void>;
  signIn(): void;
}

export class Desk {
  readonly #ports: DeskPorts;
  /** By entry. */
  readonly troubles = signal<Readonly<Record<string, DeskTrouble>>>({});
  /** The entries whose answer is awaited: nobody presses twice. */
  readonly busy = signal<ReadonlySet<string>>(new Set());

  constructor(ports: DeskPorts) {
    this.#ports = ports;
  }

  async act(id: string, action: Action): Promise<void> {
    if (action === 'sign-in') return this.#ports.signIn();
    if (this.busy.value.has(id)) return;
    this.busy.value = new Set([...this.busy.value, id]);
    const reply = await this.#ports.send(commandFor(id, action)).catch((): Reply => FAILED);
    this.busy.value = new Set([...this.busy.value].filter((other) => other !== id));
    const { [id]: _, ...others } = this.troubles.value;
    this.troubles.value = reply.ok ? others : { ...others, [id]: troubleOf(reply.problem) };
    if (reply.ok && reply.draftKey) await this.#ports.compose(reply.draftKey);
  }
}

const FAILED: Reply = { ok: false, problem: 'failed' };

function troubleOf(problem: Extract<Reply, { ok: false }>['problem']): DeskTrouble {
  if (problem === 'too-late') return 'tooLate';
  return problem === 'not-undone' ? 'notUndone' : 'failed';
}

function commandFor(id: string, action: Exclude<Action, 'sign-in'>): Command {
  switch (action) {
    case 'cancel':
    case 'undo':
    case 'delete':
      return { type: 'undo', ids: [id] };
    case 'edit':
    case 'rewrite':
      return { type: 'edit', id };
    default:
      return { type: 'resolve', id, choice: action };
  }
}
