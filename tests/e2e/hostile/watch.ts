// What a page can notice of being read: it runs in the page's own world and writes down every sign.

/** Goes into the page as text, before anything of the page: what it needs later it takes before others replace it. */
export function watch(): void {
  const seen: string[] = [];
  const { stringify } = JSON;
  const namesOf = Object.getOwnPropertyNames;
  const [push, join] = [Array.prototype.push, Array.prototype.join].map((work) => work.call.bind(work));
  const world = window;
  const names = (): unknown => join?.([join(namesOf(world)), join(namesOf(document))]);
  const note = (sign: string): void => void push?.(seen, sign);
  let before: unknown;
  const EVENTS = [
    'message',
    'error',
    'unhandledrejection',
    'securitypolicyviolation',
    'selectionchange',
    'scroll',
    'animationstart',
    'transitionrun',
    'slotchange',
    'contentvisibilityautostatechange',
    'DOMContentLoaded',
  ];
  const observer = new MutationObserver(() => note('the DOM changed'));
  const listen = window.addEventListener.bind(window);
  const resources = performance.getEntriesByType.bind(performance, 'resource');
  let loaded = 0;
  Object.assign(window, {
    note,
    arm: () => {
      before = names();
      loaded = resources().length;
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      // No `for … of`: the page may have taken the iterator of arrays.
      for (let at = 0; at < EVENTS.length; at++) {
        const name = EVENTS[at] ?? '';
        listen(name, () => note(`event ${name}`), true);
      }
    },
    signs: () => {
      if (observer.takeRecords().length > 0) note('the DOM changed');
      if (names() !== before) note('there is a new global');
      if (resources().length !== loaded) note('something was loaded');
      return stringify(seen);
    },
  });
}

/** Replaces what a reader would use by what tells of it and throws. */
export function booby(): void {
  const { note } = window as unknown as { note(sign: string): void };
  const types =
    'Node Element Document DocumentFragment HTMLElement HTMLImageElement HTMLVideoElement ShadowRoot Selection HTMLCollection NodeList Performance Array String RegExp Map';
  const [define, own, keys] = [Object.defineProperty, Object.getOwnPropertyDescriptor, Reflect.ownKeys];
  const spoil = (target: object, label: string): void => {
    const names = keys(target);
    // By their numbers: the iterator of arrays is among what goes.
    for (let at = 0; at < names.length; at++) {
      const key = names[at] ?? '';
      const before = own(target, key);
      if (!before?.configurable || key === 'constructor') continue;
      const trap = (): never => {
        note(`${label}.${typeof key === 'symbol' ? 'symbol' : key}`);
        throw 'hostile';
      };
      define(
        target,
        key,
        'value' in before ? { ...before, value: trap } : { ...before, get: trap, set: trap },
      );
    }
  };
  const targets = types.split(' ').map((name) => [Reflect.get(window, name).prototype, name] as const);
  const spaces = [JSON, Reflect, Object, performance].map((space) => [space, 'space'] as const);
  const all = [...targets, ...spaces];
  for (let at = 0; at < all.length; at++)
    spoil((all[at] as [object, string])[0], (all[at] as [object, string])[1]);
}
