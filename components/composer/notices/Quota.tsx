// How many calls Buffer still takes, said only when it matters.
import { useEffect, useState } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { Notice } from '@/components/ui/Notice.tsx';
import type { Quota as Left } from '@/lib/buffer/quota.ts';
import { t } from '@/lib/platform/i18n.ts';
import { send } from '@/lib/platform/messaging.ts';
import { timeOrMoment } from '@/lib/platform/time.ts';
import { Allowance, type Standing } from './allowance.model.ts';

const DAY_SECONDS = 86_400;

/** "Buffer: 4 of 250 calls left today." */
function count({ seconds, left, limit }: Left, until: string): string {
  const numbers: [string, string] = [left.toLocaleString(), limit.toLocaleString()];
  if (seconds < DAY_SECONDS) return t('quota.until', [...numbers, until]);
  return t(seconds === DAY_SECONDS ? 'quota.day' : 'quota.month', numbers);
}

function sentence(quota: Left, standing: Standing): string {
  const now = Date.now();
  const until = timeOrMoment(quota.closedUntil ?? quota.growsAt ?? now, now);
  if (standing === 'closed') return t('quota.closed', [until]);
  const counted = count(quota, until);
  return standing === 'short' ? `${counted} ${t('quota.short', [until])}` : counted;
}

export function Quota({ composer }: { composer: Composer }) {
  const [allowance] = useState(() => new Allowance(composer, send));
  useEffect(() => allowance.follow(), []);
  const [quota, standing] = [allowance.quota.value, allowance.standing.value];
  if (!quota || !standing) return null;
  return <Notice tone={standing === 'low' ? 'plain' : 'waiting'}>{sentence(quota, standing)}</Notice>;
}
