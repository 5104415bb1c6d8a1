// The first picture of a post, and how many more there are, or its video; a picture that does not come leaves no gap.

import { VideoThumb } from '@/components/ui/VideoThumb.tsx';
import { isPublicPicture } from '@/lib/buffer/safe-url.ts';
import type { Picture, Post } from '@/lib/buffer/types.ts';
import { SANDBOX_ORIGIN } from '@/lib/platform/build.ts';
import { t } from '@/lib/platform/i18n.ts';

const SIZE = 56;

function Pictures({ pictures }: { pictures: Picture[] }) {
  const allow = SANDBOX_ORIGIN === null ? {} : { allow: SANDBOX_ORIGIN };
  const [first, ...others] = pictures.filter(({ url }) => isPublicPicture(url, allow));
  if (!first) return null;
  return (
    <span class="post-picture">
      <img
        src={first.url}
        alt={first.alt}
        width={SIZE}
        height={SIZE}
        loading="lazy"
        decoding="async"
        referrerpolicy="no-referrer"
        onError={({ currentTarget }) => {
          if (currentTarget.parentElement) currentTarget.parentElement.hidden = true;
        }}
      />
      {others.length > 0 && <span class="post-more">+{others.length}</span>}
    </span>
  );
}

export function PostMedia({ post: { pictures, video } }: { post: Post }) {
  if (!video) return <Pictures pictures={pictures} />;
  return (
    <span class="post-picture" role="img" aria-label={t('composer.video')} title={video}>
      <VideoThumb />
    </span>
  );
}
