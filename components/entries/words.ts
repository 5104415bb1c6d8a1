// An entry's state in one word, and the one plain sentence behind it.
import { safeUrl } from '@/lib/buffer/safe-url.ts';
import { networkOf } from '@/lib/networks/table.ts';
import type { EntryView } from '@/lib/outbox/summary.ts';
import { localeKey, t } from '@/lib/platform/i18n.ts';
import { shortMoment, timeOrMoment } from '@/lib/platform/time.ts';
import type { Standing } from './actions.ts';

/** The sentence behind the word, empty where the word says it all; `now` in ms. */
export function detailOf(entry: EntryView, standing: Standing, now: number): string {
  switch (entry.state) {
    case 'waiting':
      return waitingFor(entry, standing, now);
    case 'sending':
      return entry.reason === 'cancel-wished' ? t('reason.cancel_wished') : '';
    case 'checking':
      return lookingFor(entry, standing, now);
    case 'confirmed':
      return whatIsThere(entry, now);
    case 'needs-you':
      return t(`reason.${localeKey(entry.reason)}`, ['']);
    case 'cancelled':
      return '';
  }
}

function waitingFor({ reason, nextAt }: EntryView, standing: Standing, now: number): string {
  if (standing !== 'signed-in') return signInFirst(standing);
  const when = nextAt !== null && nextAt > now ? timeOrMoment(nextAt, now) : null;
  if (when === null) return t(reason === 'offline' ? 'reason.offline' : 'reason.accepted');
  return reason === 'accepted' ? t('reason.next_try', [when]) : t(`reason.${localeKey(reason)}`, [when]);
}

function lookingFor({ reason, nextAt, error }: EntryView, standing: Standing, now: number): string {
  if (nextAt === null && standing !== 'signed-in') return signInFirst(standing);
  if (error?.kind === 'retired' && nextAt !== null && nextAt > now) {
    return t('reason.retired_look', [timeOrMoment(nextAt, now)]);
  }
  return reason === 'duplicate' ? t('reason.duplicate_look') : t(`reason.${localeKey(reason)}`, ['']);
}

function signInFirst(standing: Standing): string {
  return t(standing === 'other' ? 'reason.other_account' : 'reason.signed_out');
}

function whatIsThere({ reason, mode, dueAt }: EntryView, now: number): string {
  if (reason === 'cancel-wished') return t('outcome.arrivedFirst');
  if (mode === 'now') return t('outcome.shared');
  if (mode === 'draft') return t('outcome.asDraft');
  return dueAt === null ? '' : shortMoment(dueAt, now);
}

/** What Buffer has to say to an entry that needs the person: words, and an address that may be opened. */
export function evidenceOf({ state, found, error }: EntryView): { text: string; link: string | null } | null {
  if (state !== 'needs-you') return null;
  const text = found?.text ?? error?.message ?? '';
  const link = httpsOnly(found?.link ?? error?.link ?? null);
  return text || link ? { text, link } : null;
}

function httpsOnly(address: string | null): string | null {
  const safe = address === null ? null : safeUrl(address);
  return safe?.startsWith('https:') ? safe : null;
}

/** What a button is called to somebody who cannot see which entry it stands in. */
export function buttonName(label: string, { text, network }: EntryView, channelName: string): string {
  const [start] = text.trim().split('\n');
  const excerpt = start && start.length > 60 ? `${[...start].slice(0, 60).join('')}…` : start;
  const channel = t('composer.channelName', [channelName, networkOf(network).label]);
  return excerpt
    ? t('entry.buttonName', [label, excerpt, channel])
    : t('entry.buttonNameBare', [label, channel]);
}
