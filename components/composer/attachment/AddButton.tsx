// The end of a strip of pictures: one more, by its address.
import { t } from '@/lib/platform/i18n.ts';
import type { Pictures } from './pictures.model.ts';

export function AddButton({ pictures: { opened } }: { pictures: Pictures }) {
  return (
    <button
      type="button"
      class="thumb add-picture"
      aria-label={t('picture.add')}
      title={t('picture.add')}
      aria-expanded={opened.value === 'add'}
      onClick={() => {
        opened.value = opened.value === 'add' ? null : 'add';
      }}
    >
      +
    </button>
  );
}
