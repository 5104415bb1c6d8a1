// The shortcuts as the browser has bound them, and the way to its page where they are changed.
import { COMMANDS } from '@/lib/commands.ts';
import { t } from '@/lib/platform/i18n.ts';

interface Props {
  /** By command; empty where the person has removed one. */
  keys: Record<string, string>;
  onChange(): void;
}

export function Keys({ keys, onChange }: Props) {
  return (
    <>
      <dl class="keys">
        {Object.entries(COMMANDS).map(([id, { titleKey }]) => (
          <div key={id}>
            <dt>{t(titleKey)}</dt>
            <dd>{keys[id] ? <kbd>{keys[id]}</kbd> : t('options.notSet')}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">
        {t(import.meta.env.FIREFOX ? 'options.shortcutsLeadFirefox' : 'options.shortcutsLead')}{' '}
        <button type="button" class="text-button" onClick={onChange}>
          {t('options.openShortcuts')}
        </button>
      </p>
    </>
  );
}
