// Bring your own app registration: the redirect address to register, and where its client id goes.
import { useSignal } from '@preact/signals';
import { t } from '@/lib/platform/i18n.ts';
import type { Connect } from './connect.model.ts';

function RedirectAddress({ address }: { address: string }) {
  const copied = useSignal(false);
  return (
    <>
      <label for="redirect">{t('connect.redirect')}</label>
      <div class="with-button">
        <input
          id="redirect"
          class="field"
          readonly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button
          type="button"
          class="button"
          onClick={async () => {
            await navigator.clipboard.writeText(address);
            copied.value = true;
          }}
        >
          {t(copied.value ? 'connect.copied' : 'connect.copy')}
        </button>
      </div>
    </>
  );
}

function ClientId({ connect }: { connect: Connect }) {
  const typed = useSignal<string | null>(null);
  const value = typed.value ?? connect.state.value?.settings.clientId ?? '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void connect.saveClientId(value);
      }}
    >
      <label for="client-id">{t('connect.clientId')}</label>
      <div class="with-button">
        <input
          id="client-id"
          class="field"
          autocomplete="off"
          spellcheck={false}
          value={value}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            connect.clientSaved.value = false;
          }}
        />
        <button type="submit" class="button">
          {t('connect.saveClient')}
        </button>
      </div>
      <p role="status" class="quiet">
        {connect.clientSaved.value && t('connect.clientSaved')}
      </p>
    </form>
  );
}

export function OwnClient({ connect }: { connect: Connect }) {
  return (
    <section class="way">
      <h3>{t('connect.own')}</h3>
      <p>{t('connect.clientLead')}</p>
      <RedirectAddress address={connect.redirectUrl} />
      <ClientId connect={connect} />
    </section>
  );
}
