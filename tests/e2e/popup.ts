// Drives the real toolbar popup, which Playwright has no page for, by what a person sees and presses.
import { writeFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';
import type { Extension } from './browser.ts';
import { type Key, keyEvent } from './keys.ts';
import { browserSession, NestedTarget } from './nested.ts';

const DEADLINE_MS = 10_000;

interface AXNode {
  backendDOMNodeId?: number;
  ignored: boolean;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Waits until something comes true, looking at every change of the document and at every frame. */
function untilTrue(
  holds: (argument: unknown) => unknown,
  argument: unknown,
  deadline: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      observer.disconnect();
      reject(
        new Error(
          `Not within ${deadline} ms: ${holds} ${JSON.stringify(argument)}. Seen: ${document.body.innerText}`,
        ),
      );
    }, deadline);
    const look = (): boolean => {
      if (!holds(argument)) return false;
      clearTimeout(timer);
      observer.disconnect();
      resolve();
      return true;
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const everyFrame = () => look() || requestAnimationFrame(everyFrame);
    everyFrame();
  });
}

function visibleBox(this: Element): Box {
  this.scrollIntoView({ block: 'center' });
  const own = this.getBoundingClientRect();
  // Checkboxes that are drawn by their label take no room themselves.
  const shown =
    own.width < 4 && this instanceof HTMLInputElement ? this.labels?.[0]?.getBoundingClientRect() : own;
  const { x, y, width, height } = shown ?? own;
  return { x, y, width, height };
}

export class Popup {
  readonly target: NestedTarget;
  readonly #session: CDPSession;

  private constructor(session: CDPSession, target: NestedTarget) {
    this.#session = session;
    this.target = target;
  }

  /** Opens the popup over a tab as a press on the icon does. */
  static async open(extension: Extension, over: Page): Promise<Popup> {
    await extension.helper();
    await over.bringToFront();
    return Popup.after(extension, () => extension.evaluate(() => chrome.action.openPopup(), undefined));
  }

  /** The popup that something (a key, a menu item) opens. */
  static after(extension: Extension, opens: () => Promise<unknown>): Promise<Popup> {
    return Popup.at(extension, 'popup.html', opens);
  }

  /** The same for another page that the browser shows beside its tabs. */
  static async at(extension: Extension, path: string, opens: () => Promise<unknown>): Promise<Popup> {
    const session = await browserSession(extension.context);
    const { targetInfos } = await session.send('Target.getTargets');
    const old = new Set(targetInfos.map(({ targetId }) => targetId));
    const found = NestedTarget.find(
      session,
      ({ type, url, targetId }) => type === 'page' && url === extension.url(path) && !old.has(targetId),
    );
    await opens();
    const popup = new Popup(session, await found);
    await popup.waitFor(() => document.readyState === 'complete' && document.activeElement !== document.body);
    return popup;
  }

  evaluate<Result, Argument = undefined>(work: (argument: Argument) => Result, argument?: Argument) {
    return this.target.evaluate(work, argument);
  }

  /** Waits until the function, run in the popup, answers something truthy. */
  async waitFor<Argument = undefined>(
    test: (argument: Argument) => unknown,
    argument?: Argument,
  ): Promise<void> {
    const expression = `(${untilTrue})(${test}, ${JSON.stringify(argument)}, ${DEADLINE_MS})`;
    const { exceptionDetails } = await this.target.send<{
      exceptionDetails?: { text: string; exception?: { description?: string } };
    }>('Runtime.evaluate', { expression, awaitPromise: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  /** All that can be read in the popup. */
  text(): Promise<string> {
    return this.evaluate(() => document.body.innerText);
  }

  waitForText(words: string): Promise<void> {
    return this.waitFor((wanted) => document.body.innerText.includes(wanted), words);
  }

  /** What the element with this role and accessible name is to a screen reader: a handle on its node, or null. */
  async #find(role: string, name: string): Promise<string | null> {
    const { result } = await this.target.send<{ result: { objectId: string } }>('Runtime.evaluate', {
      expression: 'document',
    });
    const { nodes } = await this.target.send<{ nodes: AXNode[] }>('Accessibility.queryAXTree', {
      objectId: result.objectId,
      role,
      accessibleName: name,
    });
    const node = nodes.find(({ ignored, backendDOMNodeId }) => !ignored && backendDOMNodeId !== undefined);
    if (!node) return null;
    const { object } = await this.target.send<{ object: { objectId: string } }>('DOM.resolveNode', {
      backendNodeId: node.backendDOMNodeId,
    });
    return object.objectId;
  }

  async has(role: string, name: string): Promise<boolean> {
    return (await this.#find(role, name)) !== null;
  }

  async #on<T>(role: string, name: string, work: (this: Element) => T): Promise<T> {
    const objectId = await this.#find(role, name);
    if (!objectId) throw new Error(`The popup has no ${role} "${name}". Seen: ${await this.text()}`);
    const { result } = await this.target.send<{ result: { value: T } }>('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: String(work),
      returnByValue: true,
      awaitPromise: true,
    });
    return result.value;
  }

  /** The value of a field. */
  value(role: string, name: string): Promise<string> {
    return this.#on(role, name, function (this: Element) {
      return (this as HTMLInputElement).value;
    });
  }

  checked(role: string, name: string): Promise<boolean> {
    return this.#on(role, name, function (this: Element) {
      return (this as HTMLInputElement).checked;
    });
  }

  /** Clicks with the mouse in the middle of it. */
  async click(role: string, name: string): Promise<void> {
    const box = await this.#on(role, name, visibleBox);
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2, button: 'left', clickCount: 1 };
    await this.target.input('Mouse', { type: 'mousePressed', ...point }, { type: 'mouseReleased', ...point });
  }

  /** Drags one to the far half of another with the mouse, both of the same role. */
  async drag(role: string, from: string, to: string): Promise<void> {
    const [start, end] = [await this.#on(role, from, visibleBox), await this.#on(role, to, visibleBox)];
    const y = start.y + start.height / 2;
    const steps = [start.x + start.width / 2, end.x + end.width * (end.x > start.x ? 0.8 : 0.2)];
    const middle = { x: ((steps[0] ?? 0) + (steps[1] ?? 0)) / 2, y, button: 'left', buttons: 1 };
    const [first, last] = steps.map((x) => ({ ...middle, x }));
    await this.target.input(
      'Mouse',
      { type: 'mousePressed', ...first, clickCount: 1 },
      { type: 'mouseMoved', ...middle },
      { type: 'mouseMoved', ...last },
      { type: 'mouseReleased', ...last, clickCount: 1 },
    );
  }

  focus(role: string, name: string): Promise<void> {
    return this.#on(role, name, function (this: Element) {
      (this as HTMLElement).focus();
    });
  }

  /** Chooses in a list by its visible words. */
  async choose(name: string, option: string): Promise<void> {
    await this.focus('combobox', name);
    await this.type(option);
  }

  /** Puts the words in place of what the field holds, as typing over a selection does. */
  async fill(role: string, name: string, words: string): Promise<void> {
    await this.focus(role, name);
    await this.press('Control+a');
    await this.type(words);
  }

  /** Types into what has the focus, key by key. */
  async type(words: string): Promise<void> {
    for (const key of words)
      await this.target.input('Key', { type: 'keyDown', key, text: key }, { type: 'keyUp', key });
  }

  /** Puts words over what is chosen in what has the focus, all at once as a paste does. */
  async insert(words: string): Promise<void> {
    await this.target.send('Input.insertText', { text: words });
  }

  /** Presses a key such as `Enter` or `Control+Enter`. */
  async press(key: Key): Promise<void> {
    await this.target.input('Key', ...keyEvent(key));
  }

  /** Shows it as in a system that is dark or light, with no colours on their way from one to the other. */
  async colourScheme(scheme: 'light' | 'dark'): Promise<void> {
    await this.target.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    });
  }

  async screenshot(path: string): Promise<void> {
    const { data } = await this.target.send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
    writeFileSync(path, Buffer.from(data, 'base64'));
  }

  async close(): Promise<void> {
    await this.#session.send('Target.closeTarget', { targetId: this.target.targetId });
    await this.target.gone;
    await this.#session.detach();
  }
}
