// How often the link was shared through Buffer before, where the API tells; loaded after the first paint.
import { useEffect, useState } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { safeUrl } from '@/lib/buffer/safe-url.ts';
import { t } from '@/lib/platform/i18n.ts';
import { countShares } from './share-count.ts';

/** An address that is being typed is not asked about letter by letter. */
const STILL_MS = 600;

/** Null while it is not known. */
function useShareCount(link: string | null): number | null {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    setCount(null);
    if (!link) return;
    let stale = false;
    const timer = setTimeout(async () => {
      const told = await countShares(link);
      if (!stale) setCount(told);
    }, STILL_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [link]);
  return count;
}

export function ShareCount({ composer }: { composer: Composer }) {
  const can = composer.connection.value?.can.includes('shares') ?? false;
  const count = useShareCount(can ? safeUrl(composer.draft.link) : null);
  return count ? <span class="from">{t('composer.shares', count, [count.toLocaleString()])}</span> : null;
}
