// Goes through a page by keys alone, and checks at each stop what whoever uses no mouse depends on.
import type { CDPSession, Page } from '@playwright/test';
import type { Key } from './keys.ts';
import type { Popup } from './popup.ts';

/** What takes keys and tells what has the focus: the popup, or an ordinary page. */
interface Target {
  press(key: Key): Promise<void>;
  send<Result>(method: string, params: object): Promise<Result>;
}

interface Stop {
  role: string;
  name: string;
  /** A handle on the element. */
  objectId: string;
  /** How it and what is drawn for it look. */
  look: string;
}

interface Evaluated<Result> {
  result: { value: Result; objectId: string };
}

/** How a stop looks, and its label and frame, which may show the focus for it; empty where it cannot be seen at all. */
function lookOf(this: Element): string {
  if (this === document.body) return 'none';
  const label = this.closest('label');
  const box = (label ?? this).getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const over = document.elementFromPoint(x, y);
  if (!over || !(label ?? this).contains(over)) return '';
  const drawn = [
    this,
    this.parentElement,
    label,
    ...(label?.querySelectorAll('*') ?? []),
    this.closest('.card, .when'),
  ];
  return drawn
    .filter((one) => one !== null)
    .map((one) => {
      const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(one);
      return [outline, boxShadow, borderColor, backgroundColor].join(' ');
    })
    .join('\n');
}

export class Keyboard {
  readonly #target: Target;

  private constructor(target: Target) {
    this.#target = target;
  }

  static onPopup(popup: Popup): Keyboard {
    return new Keyboard({
      press: (key) => popup.press(key),
      send: (method, params) => popup.target.send(method, params),
    });
  }

  static async onPage(page: Page): Promise<Keyboard> {
    const session: CDPSession = await page.context().newCDPSession(page);
    return new Keyboard({
      press: (key) => page.keyboard.press(key),
      send: (method, params) => session.send(method as 'Runtime.evaluate', params as never) as Promise<never>,
    });
  }

  press(key: Key): Promise<void> {
    return this.#target.press(key);
  }

  async #look(objectId: string): Promise<string> {
    const { result } = await this.#target.send<Evaluated<string>>('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: String(lookOf),
      returnByValue: true,
    });
    return result.value;
  }

  /** What has the focus, as a screen reader names it. */
  async stop(): Promise<Stop> {
    const { result } = await this.#target.send<Evaluated<never>>('Runtime.evaluate', {
      expression: 'document.activeElement',
    });
    const { objectId } = result;
    const { nodes } = await this.#target.send<{
      nodes: { role?: { value: string }; name?: { value: string } }[];
    }>('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false });
    const role = nodes[0]?.role?.value ?? '';
    return { role, name: nodes[0]?.name?.value ?? '', objectId, look: await this.#look(objectId) };
  }

  async #isSame(one: Stop, other: Stop): Promise<boolean> {
    const { result } = await this.#target.send<Evaluated<boolean>>('Runtime.callFunctionOn', {
      objectId: one.objectId,
      functionDeclaration: 'function (other) { return this === other; }',
      arguments: [{ objectId: other.objectId }],
      returnByValue: true,
    });
    return result.value;
  }

  /** One step, to a stop that has a name, can be seen, and is told from the others by how it looks. */
  async #step(key: 'Tab' | 'Shift+Tab'): Promise<Stop> {
    const before = await this.stop();
    await this.#target.press(key);
    const now = await this.stop();
    const where = `${now.role} "${now.name}"`;
    if (!now.name)
      throw new Error(`The focus is on something without a name, behind "${before.name}": ${where}`);
    if (!now.look) throw new Error(`Something lies over what has the focus: ${where}`);
    // The parts of a date are stops of their own in one field.
    const hasLeft = before.look !== 'none' && !(await this.#isSame(before, now));
    if (hasLeft && (await this.#look(before.objectId)) === before.look)
      throw new Error(`One cannot see that the focus is on ${before.role} "${before.name}"`);
    return now;
  }

  /** Goes on to the stop with this role and name; told is what was passed. */
  async tabTo(role: string, name: string, { most = 12, back = false } = {}): Promise<string[]> {
    const passed: string[] = [];
    for (let step = 0; step < most; step += 1) {
      const stop = await this.#step(back ? 'Shift+Tab' : 'Tab');
      if (stop.role === role && stop.name === name) return passed;
      passed.push(`${stop.role} "${stop.name}"`);
    }
    throw new Error(`${role} "${name}" is not among the next ${most} stops:\n${passed.join('\n')}`);
  }

  /** All stops from the one that has the focus until it is there again: whoever goes on is trapped nowhere. */
  async round(most: number): Promise<string[]> {
    const first = await this.stop();
    const passed: string[] = [];
    for (let step = 0; step < most; step += 1) {
      const stop = await this.#step('Tab');
      if (await this.#isSame(first, stop)) return passed;
      passed.push(`${stop.role} "${stop.name}"`);
    }
    throw new Error(`The way does not lead back to "${first.name}":\n${passed.join('\n')}`);
  }
}
