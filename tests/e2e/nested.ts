// Speaks DevTools protocol to a target that Playwright gives no page for: the toolbar popup, the worker.
import type { BrowserContext, CDPSession } from '@playwright/test';

interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Evaluated<T> {
  result: { value: T };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

export async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('The browser is gone.');
  return browser.newBrowserCDPSession();
}

export class NestedTarget {
  readonly targetId: string;
  /** Resolves when the target has gone. */
  readonly gone: Promise<void>;
  readonly #session: CDPSession;
  readonly #sessionId: string;
  readonly #waiting = new Map<number, Waiting>();
  #hasGone = false;
  #last = 0;

  private constructor(session: CDPSession, targetId: string, sessionId: string) {
    this.targetId = targetId;
    this.#session = session;
    this.#sessionId = sessionId;
    session.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId === sessionId) this.#receive(event.message);
    });
    const { promise, resolve } = Promise.withResolvers<void>();
    this.gone = promise;
    session.on('Target.detachedFromTarget', (event) => {
      if (event.sessionId !== sessionId) return;
      for (const { reject } of this.#waiting.values()) reject(new Error('The popup has closed.'));
      this.#waiting.clear();
      this.#hasGone = true;
      resolve();
    });
  }

  static async attach(session: CDPSession, targetId: string): Promise<NestedTarget> {
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    return new NestedTarget(session, targetId, sessionId);
  }

  /** Attaches to the first target that matches, now or once it comes. */
  static async find(session: CDPSession, matches: (target: TargetInfo) => boolean): Promise<NestedTarget> {
    const { promise, resolve } = Promise.withResolvers<string>();
    const look = ({ targetInfo }: { targetInfo: TargetInfo }) => {
      if (matches(targetInfo)) resolve(targetInfo.targetId);
    };
    session.on('Target.targetCreated', look);
    session.on('Target.targetInfoChanged', look);
    await session.send('Target.setDiscoverTargets', { discover: true });
    const targetId = await promise;
    session.off('Target.targetCreated', look);
    session.off('Target.targetInfoChanged', look);
    return NestedTarget.attach(session, targetId);
  }

  #receive(message: string): void {
    const { id, result, error } = JSON.parse(message) as {
      id?: number;
      result?: unknown;
      error?: { message: string };
    };
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || !waiting) return;
    this.#waiting.delete(id);
    if (error) waiting.reject(new Error(error.message));
    else waiting.resolve(result);
  }

  async send<T>(method: string, params: object = {}): Promise<T> {
    this.#last += 1;
    const id = this.#last;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, { resolve, reject });
    // It may be refused before it is waited for below: the target closes while the message is on its way.
    promise.catch(() => undefined);
    const message = JSON.stringify({ id, method, params });
    await this.#session.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message });
    return (await promise) as T;
  }

  /** Presses as a person does; that the target closes by it is no failure. */
  async input(kind: 'Mouse' | 'Key', ...events: object[]): Promise<void> {
    const wasThere = !this.#hasGone;
    try {
      for (const event of events) await this.send(`Input.dispatch${kind}Event`, event);
    } catch (error) {
      if (!(wasThere && this.#hasGone)) throw error;
    }
  }

  /** Runs a function in the target; what it needs comes as one argument. */
  async evaluate<Result, Argument = undefined>(
    work: (argument: Argument) => Result,
    argument?: Argument,
  ): Promise<Awaited<Result>> {
    const { result, exceptionDetails } = await this.send<Evaluated<Awaited<Result>>>('Runtime.evaluate', {
      expression: `(${work})(${JSON.stringify(argument)})`,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (!exceptionDetails) return result.value;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  /** Bytes on the heap once everything that is dead has been collected. */
  async heapBytes(): Promise<number> {
    await this.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.send<{ usedSize: number }>('Runtime.getHeapUsage');
    return usedSize;
  }
}
