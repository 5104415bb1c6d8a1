// Who is signed in and how, and the way out; from the classic API also the way on.
import { useEffect, useRef } from 'preact/hooks';
import { Avatar } from '@/components/ui/Avatar.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { t } from '@/lib/platform/i18n.ts';
import { ApiKey } from './ApiKey.tsx';
import type { Connect } from './connect.model.ts';
import { Trouble } from './Trouble.tsx';

const BY = { oauth: 'connect.byOauth', 'api-key': 'connect.byKey', classic: 'connect.byClassic' } as const;

/** One press leads to the API that lasts; where this build has no client id of its own, a key does. */
function MoveOn({ connect }: { connect: Connect }) {
  const running = connect.busy.value === 'connect' || connect.state.value?.signIn.state === 'running';
  return (
    <section class="move-on">
      <Notice tone="waiting">{t('classic.retires')}</Notice>
      <p class="quiet">{t('classic.moveLead')}</p>
      {connect.canConnect && (
        <button
          type="button"
          class="button primary"
          aria-disabled={running}
          onClick={() => void connect.connect()}
        >
          {t(running ? 'connect.running' : 'classic.move')}
        </button>
      )}
      <Trouble connect={connect} way="connect" />
      <ApiKey connect={connect} />
    </section>
  );
}

export function SignedIn({ connect }: { connect: Connect }) {
  const connection = connect.state.value?.connection;
  const title = useRef<HTMLElement>(null);
  // The form that had the focus is gone.
  useEffect(() => void (connect.hasAsked && title.current?.focus()), []);
  if (!connection?.account) return null;
  const { account, method } = connection;
  const name = account.name ?? account.email ?? account.id;
  return (
    <>
      <div class="signed-in">
        <Avatar name={name} src={account.avatar} size={40} />
        <div>
          <strong ref={title} tabIndex={-1}>
            {t('connect.signedInAs', [name])}
          </strong>
          <div class="quiet">{t(BY[method ?? 'oauth'])}</div>
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
      {method === 'classic' && <MoveOn connect={connect} />}
    </>
  );
}
