// One press on the toolbar icon: what it cost until the popup could be used, and until it was at rest.
import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import type { Extension } from '../../tests/e2e/browser.ts';
import { browserSession, NestedTarget } from '../../tests/e2e/nested.ts';
import { spentByExtension } from './processor.ts';

/** The protocol has more than Playwright knows of. */
interface LooseSession {
  send(method: string, params: object): Promise<unknown>;
}

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

interface Press {
  /** Milliseconds since the epoch. */
  at: number;
  filledAt: number | null;
}

/** Runs in another page of the extension, which shares a thread with the popup: it looks seldom, and stops soon. */
async function openAndLook(words: string | null): Promise<Press> {
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

/** Presses the icon itself, which needs no page of the extension. */
async function pressIcon(session: CDPSession, { id }: Extension, page: Page): Promise<Press> {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const targetId = targetInfos.find(({ url }) => url === page.url())?.targetId;
  const at = performance.timeOrigin + performance.now();
  await (session as LooseSession).send('Extensions.triggerAction', { id, targetId });
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
    // What has no focus cannot be typed into, whatever it says of itself.
    usableAt: document.activeElement?.localName === 'textarea' ? at('usable') : null,
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

  /** Opened by another page of the extension; `words` of the page come into the text field, null where there is none. */
  static filled(page: Page, extension: Extension, words: string | null): Promise<OpenPopup> {
    return OpenPopup.#by(() => extension.evaluate(openAndLook, words), page, extension);
  }

  /** Opened by the toolbar, with no other page of the extension: its process has to start, too. */
  static alone(page: Page, extension: Extension): Promise<OpenPopup> {
    return OpenPopup.#by((session) => pressIcon(session, extension, page), page, extension);
  }

  static async #by(
    press: (session: CDPSession) => Promise<Press>,
    page: Page,
    extension: Extension,
  ): Promise<OpenPopup> {
    const session = await browserSession(extension.context);
    await page.bringToFront();
    const before = await spentByExtension(session);
    const { at, filledAt } = await press(session);
    // Whoever attaches to a popup while it is being loaded slows it down.
    await wait(REST_MS);
    const after = await spentByExtension(session);
    const target = await NestedTarget.find(session, ({ url }) => url === extension.url('popup.html'));
    const { paintAt, usableAt, longTasks, layoutShift } = await target.evaluate(recall);
    return new OpenPopup(session, target, {
      paintMs: paintAt - at,
      usableMs: usableAt && usableAt - at,
      filledMs: filledAt && filledAt - at,
      processMs: after.allMs - before.allMs,
      pageMs: after.pageMs - before.pageMs,
      longTasks,
      layoutShift,
    });
  }

  async close(): Promise<void> {
    await this.#session.send('Target.closeTarget', { targetId: this.target.targetId });
    await this.target.gone;
    await this.#session.detach();
  }
}
