// One press on the toolbar icon: what it cost until the popup could be used, and until it was at rest.
import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import type { Extension } from '../../tests/e2e/browser.ts';
import { browserSession, NestedTarget } from '../../tests/e2e/nested.ts';
import { spentByExtension } from './processor.ts';

/** By then a popup and the worker that it woke have come to rest. */
const REST_MS = 1200;

/** Milliseconds from the press, and what the page says of itself. What a floor does not have is null. */
export interface Opening {
  paintMs: number;
  usableMs: number | null;
  filledMs: number | null;
  processMs: number;
  pageMs: number;
  longTasks: number;
  layoutShift: number;
}

/** Runs in another page of the extension, which shares a thread with the popup: it looks seldom, and stops soon. */
async function press(words: string | null): Promise<{ at: number; filledAt: number | null }> {
  const now = () => performance.timeOrigin + performance.now();
  const at = now();
  void chrome.action.openPopup();
  const filled = (): boolean => {
    const [view] = chrome.extension.getViews({ type: 'popup' }) as unknown as (typeof window)[];
    return view?.document.querySelector('textarea')?.value.includes(words ?? '') ?? false;
  };
  while (words !== null && now() < at + 4000) {
    if (filled()) return { at, filledAt: now() };
    await new Promise((later) => setTimeout(later, 4));
  }
  return { at, filledAt: null };
}

/** Runs in the popup, long after: the browser has kept what happened. */
async function recall() {
  const kept = async (type: string): Promise<PerformanceEntry[]> => {
    const { promise, resolve } = Promise.withResolvers<PerformanceEntry[]>();
    const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
    observer.observe({ type, buffered: true });
    const none = new Promise<[]>((later) => setTimeout(later, 50, []));
    return Promise.race([promise, none]).finally(() => observer.disconnect());
  };
  const at = (name: string): number | null => {
    const [entry] = performance.getEntriesByName(name);
    return entry ? performance.timeOrigin + entry.startTime : null;
  };
  const shifts = (await kept('layout-shift')) as (PerformanceEntry & { value: number })[];
  return {
    paintAt: at('first-contentful-paint') ?? Number.NaN,
    usableAt: at('usable'),
    isFocused: document.activeElement?.localName === 'textarea',
    longTasks: (await kept('longtask')).length,
    layoutShift: shifts.reduce((sum, { value }) => sum + value, 0),
  };
}

export class OpenPopup {
  readonly opening: Opening;
  readonly target: NestedTarget;
  readonly #session: CDPSession;

  private constructor(session: CDPSession, target: NestedTarget, opening: Opening) {
    this.#session = session;
    this.target = target;
    this.opening = opening;
  }

  /** Presses over a page, `words` of which come into the text field; null where there is none. */
  static async over(page: Page, extension: Extension, words: string | null): Promise<OpenPopup> {
    const session = await browserSession(extension.context);
    await page.bringToFront();
    const before = await spentByExtension(extension.context);
    const pressed = await extension.evaluate(press, words);
    // Whoever attaches to a popup while it is being loaded slows it down.
    await wait(REST_MS);
    const after = await spentByExtension(extension.context);
    const target = await NestedTarget.find(session, ({ url }) => url === extension.url('popup.html'));
    const seen = await target.evaluate(recall);
    if (words !== null && (!seen.isFocused || pressed.filledAt === null || seen.usableAt === null)) {
      throw new Error(
        `The popup was never filled, or cannot be typed into: ${JSON.stringify({ ...pressed, ...seen })}`,
      );
    }
    return new OpenPopup(session, target, {
      paintMs: seen.paintAt - pressed.at,
      usableMs: seen.usableAt && seen.usableAt - pressed.at,
      filledMs: pressed.filledAt && pressed.filledAt - pressed.at,
      processMs: after.allMs - before.allMs,
      pageMs: after.pageMs - before.pageMs,
      longTasks: seen.longTasks,
      layoutShift: seen.layoutShift,
    });
  }

  async close(): Promise<void> {
    await this.#session.send('Target.closeTarget', { targetId: this.target.targetId });
    await this.target.gone;
    await this.#session.detach();
  }
}
