// When the post is shared: the choice, and the time that a person picks, beside the clock as it goes on.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Choice, ComposerPorts, Loaded } from '@/components/composer/composer.ports.ts';
import type { Draft, DraftWhen } from '@/lib/drafts/draft.ts';
import { localTime } from '@/lib/drafts/local-time.ts';

interface Chosen {
  readonly draft: Draft;
  change(part: Partial<Draft>): void;
}

const MINUTE_MS = 60_000;

/** The next full hour after a moment (ms). */
export function nextHour(moment: number): string {
  return localTime(new Date(moment).setMinutes(60, 0, 0));
}

/** What a composer begins with at `now` (ms): the last choice, or what is preferred in Buffer by who has made none here. */
export function firstChoice(
  { choice, cache }: Pick<Loaded, 'choice' | 'cache'>,
  now: number,
): Choice & { at: string | null } {
  const preferred = choice.channelIds === null ? cache.preferences?.when : null;
  const when = preferred ?? choice.when;
  return { ...choice, when, at: when === 'at' ? nextHour(now) : null };
}

export class When {
  readonly #of: Chosen;
  readonly #ports: Pick<ComposerPorts, 'now'>;
  readonly #now = signal(0);
  /** The present as of the last look at the clock (ms). */
  readonly now: ReadonlySignal<number> = this.#now;

  constructor(of: Chosen, ports: Pick<ComposerPorts, 'now'>) {
    this.#of = of;
    this.#ports = ports;
    this.look();
  }

  choose(when: DraftWhen): void {
    const isFirst = when === 'at' && !this.#of.draft.at;
    this.#of.change(isFirst ? { when, at: nextHour(this.#ports.now()) } : { when });
  }

  look(): void {
    this.#now.value = this.#ports.now();
  }

  /** Looks at the clock whenever a minute begins, until the returned function is called. */
  follow(): () => void {
    let timer: ReturnType<typeof setTimeout>;
    const follow = () => {
      this.look();
      timer = setTimeout(follow, MINUTE_MS - (this.#now.value % MINUTE_MS));
    };
    follow();
    return () => clearTimeout(timer);
  }
}
