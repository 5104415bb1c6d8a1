// Desktop notifications: what quick-add did, and what needs the person.
import { browser } from 'wxt/browser';
import type { EntryView, OutboxSummary } from '@/lib/outbox/summary.ts';
import { localeKey, t } from '@/lib/platform/i18n.ts';
import { NOTIFIED, read, write } from '@/lib/platform/storage.ts';

const GROUP = 'group:';

interface Notice {
  title: string;
  message: string;
  button?: string;
}

/** `id` tells what a click on it means: a group of entries, a page of the extension, or nothing. */
export async function notify(id: string, { title, message, button }: Notice): Promise<void> {
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icons/128.png'),
    title,
    message,
    // Firefox refuses a notification that asks for buttons.
    ...(button && !import.meta.env.FIREFOX ? { buttons: [{ title: button }] } : {}),
  });
}

export function groupNotice(groupId: string): string {
  return GROUP + groupId;
}

/** Says once of each entry that it needs the person. */
export async function noticeTrouble({ entries }: OutboxSummary): Promise<void> {
  const inTrouble = entries.filter(({ state }) => state === 'needs-you');
  const known = await read(NOTIFIED);
  const fresh = inTrouble.filter(({ id }) => !known.includes(id));
  if (fresh.length === 0 && known.length === inTrouble.length) return;
  await write(
    NOTIFIED,
    inTrouble.map(({ id }) => id),
  );
  for (const entry of fresh) await notify(`entry:${entry.id}`, trouble(entry));
}

function trouble(entry: EntryView): Notice {
  const reason = t(`reason.${localeKey(entry.reason)}`, ['']);
  return { title: t('notice.needsYouTitle'), message: `${reason}\n${entry.text}` };
}

export function registerNotices(on: { undo(groupId: string): void; open(id: string): void }): void {
  browser.notifications.onButtonClicked.addListener((id) => {
    if (id.startsWith(GROUP)) on.undo(id.slice(GROUP.length));
    void browser.notifications.clear(id);
  });
  browser.notifications.onClicked.addListener((id) => {
    on.open(id);
    void browser.notifications.clear(id);
  });
}
