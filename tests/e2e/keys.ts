// Keys as the DevTools protocol wants them.

const KEYS = {
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Tab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
  ArrowLeft: { key: 'ArrowLeft', code: 'ArrowLeft', windowsVirtualKeyCode: 37 },
  ArrowRight: { key: 'ArrowRight', code: 'ArrowRight', windowsVirtualKeyCode: 39 },
  Backspace: { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8, commands: ['deleteBackward'] },
  Escape: { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 },
  a: { key: 'a', code: 'KeyA', windowsVirtualKeyCode: 65, commands: ['selectAll'] },
  c: { key: 'c', code: 'KeyC', windowsVirtualKeyCode: 67, commands: ['copy'] },
  v: { key: 'v', code: 'KeyV', windowsVirtualKeyCode: 86, commands: ['paste'] },
  y: { key: 'y', code: 'KeyY', windowsVirtualKeyCode: 89, commands: ['redo'] },
  z: { key: 'z', code: 'KeyZ', windowsVirtualKeyCode: 90, commands: ['undo'] },
} as const;

const CONTROL = 2;

export type Key =
  | 'Enter'
  | 'Tab'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'Backspace'
  | 'Escape'
  | 'Control+Enter'
  | 'Control+a'
  | 'Control+c'
  | 'Control+v'
  | 'Control+y'
  | 'Control+z';

/** The key going down and coming up again. */
export function keyEvent(key: Key): object[] {
  const withControl = key.startsWith('Control+');
  const { ...event } = KEYS[key.replace('Control+', '') as keyof typeof KEYS];
  const modifiers = withControl ? CONTROL : 0;
  return [
    { type: 'text' in event && !withControl ? 'keyDown' : 'rawKeyDown', ...event, modifiers },
    { ...event, type: 'keyUp', text: undefined, commands: undefined, modifiers },
  ];
}
