// Buffer's tags for the post: the API lists none, so that only those are offered that posts were seen with.
import { t } from '@/lib/platform/i18n.ts';
import type { Fields } from './fields.model.ts';

export function Tags({ form }: { form: Fields }) {
  const tags = form.tags.value.flatMap(([organizationId, all]) =>
    all.map((tag) => ({ organizationId, ...tag })),
  );
  if (tags.length === 0) return null;
  return (
    <fieldset class="tags">
      <legend class="of">{t('fields.tags')}</legend>
      {tags.map(({ organizationId, id, name, color }) => (
        <label key={id} class="tag">
          <input
            type="checkbox"
            checked={form.hasTag(organizationId, id)}
            onChange={() => form.toggleTag(organizationId, id)}
          />
          <span class="dot" style={{ backgroundColor: color }} />
          {name || t('fields.unknownTag')}
        </label>
      ))}
    </fieldset>
  );
}
