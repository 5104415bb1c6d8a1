// The local Buffer's clock as the one clock of a run, so that minutes of waiting pass in a moment.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestOf } from '../build.ts';
import type { SandboxClient } from '../sandbox.ts';

type Listener = (...heard: unknown[]) => unknown;

/**
 * Runs ahead of the background's own code in each worker that starts. Time cannot be told before the local Buffer
 * has answered, so whatever would begin any work waits for that: messages, stored values and locks.
 */
function followClock(origin: string): void {
  const real = Date.now.bind(Date);
  let ahead = 0;
  const known = fetch(`${origin}/_sandbox/clock`, { method: 'POST', body: '{"advance":0}' })
    .then((answer) => answer.json() as Promise<{ now: string }>)
    .then(({ now }) => {
      ahead = Date.parse(now) - real();
    });
  Date.now = () => real() + ahead;
  const later = <T extends object>(owner: T, name: keyof T): void => {
    const own = (owner[name] as Listener).bind(owner);
    owner[name] = ((...given: unknown[]) => known.then(() => own(...given))) as T[keyof T];
  };
  for (const area of [chrome.storage.local, chrome.storage.session]) later(area, 'get');
  later(navigator.locks, 'request');
  const hear = chrome.runtime.onMessage.addListener.bind(chrome.runtime.onMessage) as (one: Listener) => void;
  chrome.runtime.onMessage.addListener = ((listener: Listener) =>
    hear((...heard) => {
      void known.then(() => listener(...heard));
      return true;
    })) as typeof chrome.runtime.onMessage.addListener;
  const ring = chrome.alarms.create.bind(chrome.alarms) as Listener;
  chrome.alarms.create = ((name: string, { when, ...rest }: { when?: number }) =>
    ring(name, when === undefined ? rest : { ...rest, when: when - ahead })) as typeof chrome.alarms.create;
}

/** Copies a build; in the copy each worker starts by the local Buffer's clock. Answers the copy's folder. */
export function withSharedClock(build: string, origin: string): string {
  const folder = `${build}-chaos`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(build, folder, { recursive: true });
  const { background } = manifestOf(build) as { background?: { service_worker: string } };
  if (!background) throw new Error('The build has no background worker.');
  const script = join(folder, background.service_worker);
  writeFileSync(script, `(${followClock})(${JSON.stringify(origin)});\n${readFileSync(script, 'utf8')}`);
  return folder;
}

export class SharedClock {
  readonly #sandbox: SandboxClient;
  #ahead = 0;

  constructor(sandbox: SandboxClient) {
    this.#sandbox = sandbox;
  }

  now(): number {
    return Date.now() + this.#ahead;
  }

  /** Moves it forward; a worker that runs goes on by its old time until it is started again. */
  async pass(ms: number): Promise<void> {
    const { now } = (await this.#sandbox.advance(ms / 1000)) as { now: string };
    this.#ahead = Date.parse(now) - Date.now();
  }
}
