// What is worth a look before pictures go out: those without words, and those that could not be loaded.
import type { Composer } from '@/components/composer/composer.model.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { Pictures } from './pictures.model.ts';

/** Nothing of it stands in the way of the post. */
export function PictureReminders({ composer, pictures }: { composer: Composer; pictures: Pictures }) {
  const { draft } = composer;
  const { described, chosen, broken, opened } = pictures;
  const several = draft.attachment === 'pictures';
  const unspoken = described.filter(({ alt }) => !alt.trim());
  const shown = several ? chosen.map(({ url }) => url) : [draft.card.picture ?? ''];
  const lost = shown.filter((url) => broken.value.has(url)).length;
  const [first] = unspoken;
  return (
    <>
      {first && (
        <button
          type="button"
          class="text-button reminder"
          onClick={() => {
            opened.value = { url: first.url };
          }}
        >
          {t('picture.noAlt', unspoken.length, [String(unspoken.length)])}
        </button>
      )}
      {lost > 0 && <p class="reminder">{t('picture.lost', lost, [String(lost)])}</p>}
      {several && chosen.length > 1 && <p>{t('picture.arrange')}</p>}
    </>
  );
}
