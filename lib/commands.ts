// The keyboard shortcuts, as the manifest declares them. Neither Chrome nor Firefox uses these keys itself (Chromium leaves
// Alt+Shift with P or W unbound).

export const COMMANDS = {
  _execute_action: { default: 'Alt+Shift+Q', mac: 'MacCtrl+Shift+Q', titleKey: 'commandOpen' },
  'quick-add': { default: 'Alt+Shift+S', mac: 'MacCtrl+Shift+S', titleKey: 'commandQuickAdd' },
  'open-side-panel': { default: 'Alt+Shift+D', mac: 'MacCtrl+Shift+D', titleKey: 'commandPanel' },
} as const;

export const PANEL_COMMAND = 'open-side-panel' satisfies keyof typeof COMMANDS;

export type CommandId = keyof typeof COMMANDS;

/** The manifest's `commands` object: suggested keys, and descriptions by locale key. */
export function manifestCommands() {
  return Object.fromEntries(
    Object.entries(COMMANDS).map(([id, { default: key, mac, titleKey }]) => [
      id,
      {
        suggested_key: { default: key, mac },
        ...(id.startsWith('_') ? {} : { description: `__MSG_${titleKey}__` }),
      },
    ]),
  );
}
