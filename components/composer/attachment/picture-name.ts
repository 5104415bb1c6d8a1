// What a picture is called: by the words that describe it, or by its place.
import type { DraftPicture } from '@/lib/drafts/draft.ts';
import { t } from '@/lib/platform/i18n.ts';

export function pictureName({ alt }: DraftPicture, index: number): string {
  return alt || t('composer.pictureNumber', [String(index + 1)]);
}
