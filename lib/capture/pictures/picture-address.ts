// The address of a picture as it can be shared.
import type { PageReading } from '../reading.ts';

/** What holds a place until a script puts the picture there, or counts visits. */
const PLACEHOLDER =
  /\/(?:spacer|blank|pixel|clear|transparent|placeholder|empty|dot|loading|lazy(?:load)?|1x1|1px)\d*(?:[-_.](?:\d+(?:x\d+)?(?:px)?|px|pixel|image|img|gif))*\.(?:gif|png|jpe?g|webp|svg)$/i;

/**
 * Without its hash, and https where it is on the page's own https host; null for what is no address of a picture: other
 * schemes than http(s), `data:` and `blob:`, and the likes of `spacer.gif`.
 */
export function pictureAddress(
  value: string,
  { url, baseUrl }: Pick<PageReading, 'url' | 'baseUrl'>,
): string | null {
  const address = URL.parse(value, baseUrl || url);
  if (!address || !/^(?:https?|data|blob):$/.test(address.protocol)) return null;
  if (PLACEHOLDER.test(address.pathname)) return null;
  const page = URL.parse(url);
  if (page?.protocol === 'https:' && address.protocol === 'http:' && address.host === page.host)
    address.protocol = 'https:';
  return address.href.replace(/#.*$/s, '');
}
