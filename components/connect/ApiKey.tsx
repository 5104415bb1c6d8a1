// Signing in with a personal key.
import { useSignal } from '@preact/signals';
import { t } from '@/lib/platform/i18n.ts';
import type { Connect } from './connect.model.ts';
import { Field } from './Field.tsx';
import { Trouble } from './Trouble.tsx';

export function ApiKey({ connect }: { connect: Connect }) {
  const key = useSignal('');
  const busy = connect.busy.value === 'key';
  return (
    <section class="way">
      <h3>{t('connect.orKey')}</h3>
      <form
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          void connect.useKey(key.value);
        }}
      >
        <p id="key-lead">{t('connect.keyLead')}</p>
        <Field id="api-key" label={t('connect.key')} secret typed={key} describedBy="key-lead">
          <button type="submit" class="button" aria-disabled={busy}>
            {t(busy ? 'connect.checkingKey' : 'connect.useKey')}
          </button>
        </Field>
        <Trouble connect={connect} way="key" />
      </form>
    </section>
  );
}
