// Keys as the DevTools protocol wants them.

const KEYS = {
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Tab: { code: 'Tab', windowsVirtualKeyCode: 9 },
  ' ': { code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
  Backspace: { code: 'Backspace', windowsVirtualKeyCode: 8, commands: ['deleteBackward'] },
  Escape: { code: 'Escape', windowsVirtualKeyCode: 27 },
  End: { code: 'End', windowsVirtualKeyCode: 35 },
  Home: { code: 'Home', windowsVirtualKeyCode: 36 },
  ArrowLeft: { code: 'ArrowLeft', windowsVirtualKeyCode: 37 },
  ArrowUp: { code: 'ArrowUp', windowsVirtualKeyCode: 38 },
  ArrowRight: { code: 'ArrowRight', windowsVirtualKeyCode: 39 },
  ArrowDown: { code: 'ArrowDown', windowsVirtualKeyCode: 40 },
  '1': { code: 'Digit1', windowsVirtualKeyCode: 49, text: '1' },
  '3': { code: 'Digit3', windowsVirtualKeyCode: 51, text: '3' },
  a: { code: 'KeyA', windowsVirtualKeyCode: 65, commands: ['selectAll'] },
  c: { code: 'KeyC', windowsVirtualKeyCode: 67, commands: ['copy'] },
  v: { code: 'KeyV', windowsVirtualKeyCode: 86, commands: ['paste'] },
  y: { code: 'KeyY', windowsVirtualKeyCode: 89, commands: ['redo'] },
  z: { code: 'KeyZ', windowsVirtualKeyCode: 90, commands: ['undo'] },
} as const;

/** By the bit that the protocol has for each. */
const MODIFIERS = { Alt: 1, Control: 2, Shift: 8 } as const;

type Name = keyof typeof KEYS;
export type Key = Name | `${keyof typeof MODIFIERS}+${Name}`;

/** The key going down and coming up again. */
export function keyEvent(key: Key): object[] {
  const [modifier, name] = key.includes('+') ? key.split('+') : [null, key];
  const modifiers = modifier ? MODIFIERS[modifier as keyof typeof MODIFIERS] : 0;
  const event = { key: name, modifiers, ...KEYS[name as Name] };
  const hasText = 'text' in event && modifiers === 0;
  return [
    { type: hasText ? 'keyDown' : 'rawKeyDown', ...event },
    { ...event, type: 'keyUp', text: undefined, commands: undefined },
  ];
}
