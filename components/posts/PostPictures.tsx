// The first picture of a post, and how many more there are; a picture that does not come leaves no gap.

import { isPublicPicture } from '@/lib/buffer/safe-url.ts';
import type { Picture } from '@/lib/buffer/types.ts';
import { SANDBOX_ORIGIN } from '@/lib/platform/build.ts';

const SIZE = 56;

export function PostPictures({ pictures }: { pictures: Picture[] }) {
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
