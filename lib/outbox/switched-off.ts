// Which APIs are switched off, for a day or for good: whoever calls through one tries again ever more seldom.
import type { Caller } from '../buffer/backend.ts';
import { OFF_CAP } from './backoff.ts';
import { callerKey } from './caller.ts';
import type { OutboxStore } from './store.ts';

const KEY = 'switchedOff';

export interface SwitchedOff {
  /** How many tries in a row found it switched off; 0 for an API that answers. */
  tries: number;
  /** When to try next, in ms since the epoch. */
  until: number;
}

type Notes = Record<string, SwitchedOff>;

const ON: SwitchedOff = { tries: 0, until: 0 };

/** What earlier calls have found, for each caller. */
export async function switchedOff(
  store: Pick<OutboxStore, 'value'>,
): Promise<(caller: Caller) => SwitchedOff> {
  const notes = asNotes(await store.value('meta', KEY));
  return (caller) => notes[callerKey(caller)] ?? ON;
}

/** Until when (ms since the epoch) nobody is to try; null if somebody may. */
export function putOffUntil({ until }: SwitchedOff, now: number): number | null {
  // A moment further away dates from before the device's clock was set back.
  return until > now && until - now <= OFF_CAP ? until : null;
}

/** Durable when it resolves. Does nothing if the state is not `seen` any more: of calls side by side one counts. */
export function noteOff(
  store: Pick<OutboxStore, 'changeValue'>,
  caller: Caller,
  { seen, until }: { seen: SwitchedOff; until: number },
): Promise<void> {
  return store.changeValue('meta', KEY, (value) => {
    const notes = asNotes(value);
    const { tries } = notes[callerKey(caller)] ?? ON;
    if (tries !== seen.tries) return { result: undefined };
    return { value: { ...notes, [callerKey(caller)]: { tries: tries + 1, until } }, result: undefined };
  });
}

/** It has answered: should it be switched off again, the distances begin anew. */
export function noteOn(store: Pick<OutboxStore, 'changeValue'>, caller: Caller): Promise<void> {
  return store.changeValue('meta', KEY, (value) => {
    const { [callerKey(caller)]: _over, ...others } = asNotes(value);
    return { value: others, result: undefined };
  });
}

function asNotes(value: unknown): Notes {
  return (value ?? {}) as Notes;
}
