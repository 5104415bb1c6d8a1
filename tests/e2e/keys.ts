// Keys as the DevTools protocol wants them.

const KEYS = {
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Tab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
  ArrowLeft: { key: 'ArrowLeft', code: 'ArrowLeft', windowsVirtualKeyCode: 37 },
  ArrowRight: { key: 'ArrowRight', code: 'ArrowRight', windowsVirtualKeyCode: 39 },
  Space: { key: ' ', code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
  Escape: { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 },
  a: { key: 'a', code: 'KeyA', windowsVirtualKeyCode: 65, commands: ['selectAll'] },
  z: { key: 'z', code: 'KeyZ', windowsVirtualKeyCode: 90, commands: ['undo'] },
} as const;

const MODIFIERS = { Alt: 1, Control: 2 };

export type Key =
  | 'Enter'
  | 'Tab'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'Space'
  | 'Escape'
  | 'Alt+ArrowLeft'
  | 'Alt+ArrowRight'
  | 'Control+Enter'
  | 'Control+a'
  | 'Control+z';

/** The key going down and coming up again. */
export function keyEvent(key: Key): object[] {
  const [name = '', modifier = ''] = key.split('+').reverse();
  const { ...event } = KEYS[name as keyof typeof KEYS];
  const modifiers = MODIFIERS[modifier as keyof typeof MODIFIERS] ?? 0;
  return [
    { type: 'text' in event && modifiers === 0 ? 'keyDown' : 'rawKeyDown', ...event, modifiers },
    { ...event, type: 'keyUp', text: undefined, commands: undefined, modifiers },
  ];
}
