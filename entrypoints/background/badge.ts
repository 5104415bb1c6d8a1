// The badge is a projection of what is stored: nothing sets it directly.
import { browser } from 'wxt/browser';
import type { OutboxSummary } from '@/lib/outbox/summary.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { ChannelsCache, ConnectionView } from '@/lib/platform/schemas.ts';
import { CHANNELS, CHOICE, CONNECTION, OUTBOX, readAll, watch } from '@/lib/platform/storage.ts';

interface Shown {
  text: string;
  title: string;
  colour: string;
}

const TEAL = '#0b6e69';
const AMBER = '#8a4b00';
const RED = '#b3261e';
/** Four characters fit. */
const MOST = 999;

function queuedIn(cache: ChannelsCache, chosen: string[] | null): number {
  const counted = Object.entries(cache.queued).filter(([id]) => !chosen?.length || chosen.includes(id));
  return counted.reduce((total, [, count]) => total + count, 0);
}

function numberText(count: number): string {
  return count === 0 ? '' : count > MOST ? `${MOST}+` : String(count);
}

/** What needs the person comes first, then what is on its way, then what waits in Buffer. */
function shown(connection: ConnectionView, outbox: OutboxSummary, queued: number): Shown {
  if (outbox.needsYou > 0) return { text: '!', title: t('badge.needsYou', outbox.needsYou), colour: RED };
  if (outbox.onTheirWay > 0) {
    const title = t('badge.onTheirWay', outbox.onTheirWay);
    return { text: numberText(outbox.onTheirWay), title, colour: AMBER };
  }
  if (connection.status !== 'signed-in') return { text: '', title: t('badge.signedOut'), colour: TEAL };
  const title = queued > 0 ? t('badge.queued', queued) : t('badge.empty');
  return { text: numberText(queued), title, colour: TEAL };
}

export async function paintBadge(): Promise<void> {
  const [connection, outbox, cache, choice] = await readAll(CONNECTION, OUTBOX, CHANNELS, CHOICE);
  const { text, title, colour } = shown(connection, outbox, queuedIn(cache, choice.channelIds));
  await browser.action.setBadgeBackgroundColor({ color: colour });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title });
}

/** Repaints whenever something that it shows has changed. */
export function registerBadge(): void {
  for (const item of [CONNECTION, OUTBOX, CHANNELS, CHOICE]) watch<unknown>(item, () => void paintBadge());
}
