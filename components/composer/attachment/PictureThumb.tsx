// A picture from the web in a box of its own size: nothing moves when it comes, and none is torn when it does not.
import { useState } from 'preact/hooks';
import { t } from '@/lib/platform/i18n.ts';

function Broken() {
  return (
    <span class="broken" title={t('picture.broken')}>
      <svg width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" aria-hidden="true">
        <path d="M3 3l14 14M7 4h8a2 2 0 0 1 2 2v8M15 16H5a2 2 0 0 1-2-2V7M4 14l4-4 5 5" stroke-width="1.4" />
      </svg>
    </span>
  );
}

/** Give it its address as key: what could not be loaded says nothing about the next one. */
export function PictureThumb({ url, onBroken }: { url: string; onBroken?(url: string): void }) {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <Broken />;
  return (
    <img
      src={url}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      referrerpolicy="no-referrer"
      onError={() => {
        setBroken(true);
        onBroken?.(url);
      }}
    />
  );
}
