// Every way to sign in, each with one plain sentence when it fails; and who is signed in.
import { useSignal } from '@preact/signals';
import { Avatar } from '@/components/ui/Avatar.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { t } from '@/lib/platform/i18n.ts';
import type { Connect, Way } from './connect.model.ts';
import { OwnClient } from './OwnClient.tsx';
import { signInSentence } from './sentence.ts';

/** The sentence for what went wrong, beside the way to sign in that it belongs to. */
function Trouble({ connect, way }: { connect: Connect; way: Way }) {
  const problem = connect.problem.value;
  return (
    <div role="status">
      {problem?.way === way && <Notice tone="danger">{signInSentence(problem.word)}</Notice>}
    </div>
  );
}

function ApiKey({ connect }: { connect: Connect }) {
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
        <label for="api-key">{t('connect.key')}</label>
        <div class="with-button">
          <input
            id="api-key"
            class="field secret"
            autocomplete="off"
            spellcheck={false}
            aria-describedby="key-lead"
            value={key.value}
            onInput={(event) => {
              key.value = event.currentTarget.value;
            }}
          />
          <button type="submit" class="button" disabled={busy}>
            {t(busy ? 'connect.checkingKey' : 'connect.useKey')}
          </button>
        </div>
        <Trouble connect={connect} way="key" />
      </form>
    </section>
  );
}

export function SignedIn({ connect }: { connect: Connect }) {
  const account = connect.state.value?.connection.account;
  if (!account) return null;
  const name = account.name ?? account.email ?? account.id;
  return (
    <div class="signed-in">
      <Avatar name={name} src={account.avatar} size={40} />
      <div>
        <strong>{t('connect.signedInAs', [name])}</strong>
        <div class="quiet">
          {t(connect.state.value?.connection.method === 'api-key' ? 'connect.byKey' : 'connect.byOauth')}
        </div>
      </div>
      <button
        type="button"
        class="button"
        aria-describedby="sign-out-lead"
        onClick={() => void connect.signOut()}
      >
        {t('connect.signOut')}
      </button>
      <p id="sign-out-lead" class="quiet">
        {t('connect.signOutLead')}
      </p>
    </div>
  );
}

export function ConnectPanel({ connect }: { connect: Connect }) {
  const running = connect.busy.value === 'connect' || connect.state.value?.signIn.state === 'running';
  return (
    <div class="connect">
      {connect.state.value?.connection.status === 'expired' && (
        <Notice tone="waiting">{t('connect.expired')}</Notice>
      )}
      <p>{t(connect.canConnect ? 'connect.lead' : 'connect.noClient')}</p>
      <button
        type="button"
        class="button primary large"
        disabled={running || !connect.canConnect}
        onClick={() => void connect.connect()}
      >
        {t(running ? 'connect.running' : 'connect.button')}
      </button>
      <Trouble connect={connect} way="connect" />
      <ApiKey connect={connect} />
      <OwnClient connect={connect} />
    </div>
  );
}
