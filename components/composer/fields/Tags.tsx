// Buffer's tags for the post: the API lists none, so that only those are offered that posts were seen with.
import type { Composer } from '@/components/composer/composer.model.ts';
import { t } from '@/lib/platform/i18n.ts';

export function Tags({ composer }: { composer: Composer }) {
  const { fields } = composer;
  const tags = fields.tags.value.flatMap(([organizationId, all]) =>
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
            checked={fields.hasTag(organizationId, id)}
            onChange={() => fields.toggleTag(organizationId, id)}
          />
          <span class="dot" style={{ backgroundColor: color }} />
          {name || t('fields.unknownTag')}
        </label>
      ))}
    </fieldset>
  );
}
