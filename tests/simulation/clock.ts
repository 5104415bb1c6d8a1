// Virtual time: tasks run in the order of their moments, and each runs out before the next one begins.

interface Task {
  at: number;
  order: number;
  run: (() => void) | null;
}

export type Handle = Task;

const realImmediate = globalThis.setImmediate;

/** Resolves when every promise that can go on without time passing has done so. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => realImmediate(resolve));
}

/** The one true time of a simulated world, in milliseconds since the epoch. */
export class Clock {
  #now: number;
  #order = 0;
  readonly #heap: Task[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  get now(): number {
    return this.#now;
  }

  /** Runs a task at a moment, or at once if that is past; tasks of one moment run in the order they were set. */
  at(moment: number, run: () => void): Handle {
    const task = { at: Math.max(moment, this.#now), order: this.#order++, run };
    push(this.#heap, task);
    return task;
  }

  cancel(handle: Handle | undefined): void {
    if (handle) handle.run = null;
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.at(this.#now + ms, resolve));
  }

  /** Lets time pass up to a moment. */
  async runUntil(end: number): Promise<void> {
    await quiet();
    for (let next = this.#heap[0]; next && next.at <= end; next = this.#heap[0]) {
      pop(this.#heap);
      if (!next.run) continue;
      this.#now = next.at;
      next.run();
      await quiet();
    }
    this.#now = Math.max(this.#now, end);
  }
}

function before(a: Task, b: Task): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function push(heap: Task[], task: Task): void {
  let index = heap.length;
  heap.push(task);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent] as Task;
    if (before(above, task)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = task;
}

function pop(heap: Task[]): void {
  const last = heap.pop() as Task;
  if (heap.length === 0) return;
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    const right = heap[child + 1];
    if (right && before(right, heap[child] as Task)) child += 1;
    const below = heap[child];
    if (!below || before(last, below)) break;
    heap[index] = below;
    index = child;
  }
  heap[index] = last;
}
