// Signing in to Buffer's classic API, by a token or by an app of one's own, for as long as that API lasts.
import { useSignal } from '@preact/signals';
import { t } from '@/lib/platform/i18n.ts';
import type { Connect } from './connect.model.ts';
import { Field } from './Field.tsx';
import { Trouble } from './Trouble.tsx';

function Token({ connect }: { connect: Connect }) {
  const token = useSignal('');
  const busy = connect.busy.value === 'classic-token';
  return (
    <form
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void connect.useClassicToken(token.value);
      }}
    >
      <Field id="classic-token" label={t('classic.token')} secret typed={token}>
        <button type="submit" class="button" aria-disabled={busy}>
          {t(busy ? 'connect.checkingKey' : 'classic.useToken')}
        </button>
      </Field>
      <Trouble connect={connect} way="classic-token" />
    </form>
  );
}

function App({ connect }: { connect: Connect }) {
  const clientId = useSignal(connect.state.value?.settings.classicClientId ?? '');
  const clientSecret = useSignal('');
  const busy = connect.busy.value === 'classic-app';
  return (
    <form
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void connect.connectClassic(clientId.value, clientSecret.value);
      }}
    >
      <Field id="classic-client-id" label={t('classic.clientId')} typed={clientId} />
      <Field id="classic-client-secret" label={t('classic.clientSecret')} secret typed={clientSecret}>
        <button type="submit" class="button" aria-disabled={busy}>
          {t(busy ? 'connect.running' : 'classic.button')}
        </button>
      </Field>
      <p>{t('classic.secretLead')}</p>
      <Trouble connect={connect} way="classic-app" />
    </form>
  );
}

export function Classic({ connect }: { connect: Connect }) {
  if (!connect.offersClassic) return null;
  return (
    <section class="way">
      <h3>{t('classic.title')}</h3>
      <p>{t('classic.lead')}</p>
      <Token connect={connect} />
      <App connect={connect} />
    </section>
  );
}
