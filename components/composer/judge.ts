// What is to be said of the draft as it stands. The networks' rules come after the first paint, which has nothing to judge.
import { computed, signal } from '@preact/signals';
import type { NewPost } from '@/lib/buffer/types.ts';
import type { Tightest } from '@/lib/drafts/limits.ts';
import type { Problem } from '@/lib/drafts/problem.ts';
import type { Count } from '@/lib/networks/count.ts';
import type { Judged, Rules } from './rules.ts';

interface Ports {
  rules(): Promise<new (of: Judged) => Rules>;
}

export class Judge {
  readonly #of: Judged;
  readonly #ports: Ports;
  readonly #rules = signal<Rules | null>(null);
  #loading: Promise<Rules> | null = null;
  /** What counts the texts at this moment. */
  readonly count = computed<Count | null>(() => this.#rules.value?.count.value ?? null);
  /** The tightest of the channels that the shown text goes to. */
  readonly counter = computed<Tightest | null>(() => this.#rules.value?.counter.value ?? null);
  readonly problems = computed<Problem[]>(() => this.#rules.value?.problems.value ?? []);
  readonly blocking = computed(() => this.problems.value.filter((problem) => problem.blocking));

  constructor(of: Judged, ports: Ports) {
    this.#of = of;
    this.#ports = ports;
  }

  /** Resolves once there are rules to judge by. */
  load(): Promise<Rules> {
    this.#loading ??= this.#ports.rules().then((Rules) => {
      this.#rules.value = new Rules(this.#of);
      return this.#rules.value;
    });
    return this.#loading;
  }

  /** The tightest channel of every chosen network, with the text that goes there. */
  counters(): Tightest[] {
    return this.#rules.value?.counters() ?? [];
  }

  /** What will be sent, once there are rules. */
  posts(): NewPost[] {
    return this.#rules.value?.posts() ?? [];
  }

  /** Judges by the present, and resolves once the text is counted as the chosen networks count it. */
  async exactly(): Promise<void> {
    await (await this.load()).exactly();
  }
}
