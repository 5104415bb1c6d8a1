// Sentences for what becomes of an attachment on some networks.
import type { AttachmentNote } from '@/lib/drafts/attachment-notes.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { localeKey, t } from '@/lib/platform/i18n.ts';

/** "X, Mastodon and Threads", in the words of the browser's language. */
export function namesOf(networks: readonly string[]): string {
  return new Intl.ListFormat(undefined, { type: 'conjunction' }).format(
    networks.map((network) => networkOf(network).label),
  );
}

export function noteWords({ kind, networks }: AttachmentNote): string {
  return t(`note.${localeKey(kind)}`, networks.length, [namesOf(networks)]);
}
