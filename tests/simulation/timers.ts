// While a schedule runs, the timers that production code sets by itself (a call's 20 s) tick in virtual time.
import type { Clock, Handle } from './clock.ts';

type Globals = Pick<typeof globalThis, 'setTimeout' | 'clearTimeout'>;

/** Puts the clock behind `setTimeout`, `clearTimeout` and `AbortSignal.timeout`; gives what takes it away again. */
export function installTimers(clock: Clock): () => void {
  const { setTimeout, clearTimeout }: Globals = globalThis;
  const { timeout } = AbortSignal;
  const set = (run: () => void, ms = 0) => clock.at(clock.now + ms, run);
  Object.assign(globalThis, {
    setTimeout: set,
    clearTimeout: (handle: Handle | undefined) => clock.cancel(handle),
  });
  AbortSignal.timeout = (ms) => {
    const aborter = new AbortController();
    set(() => aborter.abort(new DOMException('no answer in time', 'TimeoutError')), ms);
    return aborter.signal;
  };
  return () => {
    Object.assign(globalThis, { setTimeout, clearTimeout });
    AbortSignal.timeout = timeout;
  };
}
