// What keeps a channel's posts from going out.
import { Notice } from '@/components/ui/Notice.tsx';
import type { Channel } from '@/lib/buffer/types.ts';
import { t } from '@/lib/platform/i18n.ts';

export function ChannelStanding({
  channel: { name, isLocked, isDisconnected, isPaused },
}: {
  channel: Channel;
}) {
  if (isLocked) return <Notice tone="danger">{t('problem.locked', [name])}</Notice>;
  if (isDisconnected) return <Notice tone="danger">{t('queueView.disconnected', [name])}</Notice>;
  return isPaused ? <Notice tone="waiting">{t('queueView.paused', [name])}</Notice> : null;
}
