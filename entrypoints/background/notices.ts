// Desktop notifications: what quick-add did, and what needs the person.
import { browser } from 'wxt/browser';
import type { PostOffice } from '@/lib/outbox/post-office.ts';
import type { EntryView, OutboxSummary } from '@/lib/outbox/summary.ts';
import { localeKey, t } from '@/lib/platform/i18n.ts';
import { NOTIFIED, OUTBOX, read, readAll, SETTINGS, write } from '@/lib/platform/storage.ts';
import { openComposer } from './composer.ts';
import { openQueuePage } from './queue-page.ts';

const GROUP = 'group:';
/** What the ids of notifications begin with that lead to the list of entries. */
export const LIST_NOTICE = 'list:';
/** More at a time are one notification. */
const ONE_BY_ONE = 3;

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

interface Need {
  /** What it is remembered by, so that it is said once. */
  key: string;
  notice: Notice;
}

/** Says once of everything that needs the person that it does, if they want to be told: the badge shows it anyway. */
export async function noticeTrouble(outbox: OutboxSummary): Promise<void> {
  const needs = needsOf(outbox);
  const [known, { noticeNeedsYou }] = await readAll(NOTIFIED, SETTINGS);
  const fresh = needs.filter(({ key }) => !known.includes(key));
  if (fresh.length === 0 && known.length === needs.length) return;
  if (noticeNeedsYou) await sayTrouble(outbox, fresh);
  // After it was said: a worker that ends in between says it again, in the place of the first.
  await write(
    NOTIFIED,
    needs.map(({ key }) => key),
  );
}

async function sayTrouble({ needsYou }: OutboxSummary, fresh: Need[]): Promise<void> {
  // One post to three channels, or three unreadable records, are one piece of news.
  const news = new Map(fresh.map(({ key, notice }) => [notice.message, { key, notice }]));
  if (news.size > ONE_BY_ONE) {
    await notify(LIST_NOTICE, { title: t('badge.needsYou', needsYou), message: t('notice.seeList') });
  } else {
    for (const { key, notice } of news.values()) await notify(LIST_NOTICE + key, notice);
  }
}

function needsOf({ entries, unreadable, lost }: OutboxSummary): Need[] {
  const inNeed = entries.filter(({ state }) => state === 'needs-you');
  const title = t('notice.needsYouTitle');
  const ofUnreadable = { title, message: t('recovery.unreadable', unreadable.length) };
  return [
    ...inNeed.map((entry) => ({ key: entry.id, notice: trouble(entry) })),
    ...unreadable.map(({ id }) => ({ key: `unreadable ${id}`, notice: ofUnreadable })),
    ...(lost ? [{ key: `lost ${lost.at}`, notice: { title, message: t('recovery.lost', lost.count) } }] : []),
  ];
}

function trouble(entry: EntryView): Notice {
  const reason = t(`reason.${localeKey(entry.reason)}`, ['']);
  return { title: t('notice.needsYouTitle'), message: `${reason}\n${entry.text}` };
}

async function undo(office: PostOffice, groupId: string): Promise<void> {
  const { entries } = await read(OUTBOX);
  const ids = entries.filter((entry) => entry.groupId === groupId).map(({ id }) => id);
  if (await office.undo(ids)) return;
  await notify('problem', { title: t('notice.notUndoneTitle'), message: t('notice.notUndoneBody') });
}

async function open(id: string): Promise<void> {
  if (id === 'sign-in') await browser.tabs.create({ url: '/welcome.html' });
  else if (id.startsWith(LIST_NOTICE)) await openQueuePage();
  else await openComposer();
}

export function registerNotices(office: PostOffice): void {
  browser.notifications.onButtonClicked.addListener((id) => {
    if (id.startsWith(GROUP)) void undo(office, id.slice(GROUP.length));
    void browser.notifications.clear(id);
  });
  browser.notifications.onClicked.addListener((id) => {
    void open(id);
    void browser.notifications.clear(id);
  });
}
