// Which APIs are switched off, for a day or for good: whoever calls through one tries again ever more seldom.
import type { Api, Caller } from '../buffer/backend.ts';
import { type Note, reviseNote, type SwitchedOff } from './accounts.ts';
import { OFF_CAP } from './backoff.ts';
import type { OutboxStore } from './store.ts';

/** What earlier calls have found of an API, by what is noted of the account. */
export function offOf({ off }: Note, api: Api): SwitchedOff {
  return off?.[api] ?? { tries: 0, until: 0 };
}

/** Until when (ms since the epoch) nobody is to try; null if somebody may. */
export function putOffUntil({ until }: SwitchedOff, now: number): number | null {
  // A moment further away dates from before the device's clock was set back.
  return until > now && until - now <= OFF_CAP ? until : null;
}

/** Durable when it resolves. Does nothing if the state is not `seen` any more: of calls side by side one counts. */
export function noteOff(
  store: OutboxStore,
  { accountId, api }: Caller,
  { seen, until }: { seen: SwitchedOff; until: number },
): Promise<void> {
  return reviseNote(store, accountId, (note) => {
    const { tries } = offOf(note, api);
    return tries === seen.tries
      ? { ...note, off: { ...note.off, [api]: { tries: tries + 1, until } } }
      : note;
  });
}

/** It has answered: should it be switched off again, the distances begin anew. */
export function noteOn(store: OutboxStore, { accountId, api }: Caller): Promise<void> {
  return reviseNote(store, accountId, (note) => {
    const { [api]: _over, ...others } = note.off ?? {};
    return { ...note, off: others };
  });
}
