// The badge is a projection of what is stored: nothing sets it directly.
import { browser } from 'wxt/browser';
import type { OutboxSummary } from '@/lib/outbox/summary.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { ChannelsCache, ConnectionView } from '@/lib/platform/schemas.ts';
import { CHANNELS, CHOICE, CONNECTION, OUTBOX, readAll, SETTINGS, watch } from '@/lib/platform/storage.ts';
import type { Settings } from '@/lib/settings.ts';

interface Shown {
  text: string;
  title: string;
  colour: string;
}

/** All that it is painted from. */
const SHOWN = [CONNECTION, OUTBOX, CHANNELS, CHOICE, SETTINGS] as const;

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

interface Known {
  connection: ConnectionView;
  outbox: OutboxSummary;
  queued: number;
}

/** What needs the person comes first, then what is on its way, then what waits in Buffer. */
function shown({ connection, outbox, queued }: Known, badge: Settings['badge']): Shown {
  if (outbox.needsYou > 0) return { text: '!', title: t('badge.needsYou', outbox.needsYou), colour: RED };
  if (outbox.onTheirWay > 0) {
    const title = t('badge.onTheirWay', outbox.onTheirWay);
    return { text: badge === 'off' ? '' : numberText(outbox.onTheirWay), title, colour: AMBER };
  }
  if (connection.status !== 'signed-in') return { text: '', title: t('badge.signedOut'), colour: TEAL };
  const title = queued > 0 ? t('badge.queued', queued) : t('badge.empty');
  return { text: badge === 'queued' ? numberText(queued) : '', title, colour: TEAL };
}

export async function paintBadge(): Promise<void> {
  const [connection, outbox, cache, choice, { badge }] = await readAll(...SHOWN);
  const queued = queuedIn(cache, choice.channelIds);
  const { text, title, colour } = shown({ connection, outbox, queued }, badge);
  await browser.action.setBadgeBackgroundColor({ color: colour });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title });
}

/** Repaints whenever something that it shows has changed. */
export function registerBadge(): void {
  for (const item of SHOWN) watch<unknown>(item, () => void paintBadge());
}
