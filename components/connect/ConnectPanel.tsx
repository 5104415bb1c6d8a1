// Every way to sign in, each with one plain sentence when it fails.
import { useEffect, useRef } from 'preact/hooks';
import { Notice } from '@/components/ui/Notice.tsx';
import { t } from '@/lib/platform/i18n.ts';
import { ApiKey } from './ApiKey.tsx';
import { Classic } from './Classic.tsx';
import type { Connect } from './connect.model.ts';
import { OwnClient } from './OwnClient.tsx';
import { Trouble } from './Trouble.tsx';

export function ConnectPanel({ connect }: { connect: Connect }) {
  const running = connect.busy.value === 'connect' || connect.state.value?.signIn.state === 'running';
  const button = useRef<HTMLButtonElement>(null);
  // The button that signed out is gone.
  useEffect(() => void (connect.hasAsked && button.current?.focus()), []);
  return (
    <div class="connect">
      {connect.state.value?.connection.status === 'expired' && (
        <Notice tone="waiting">{t('connect.expired')}</Notice>
      )}
      <p>{t(connect.canConnect ? 'connect.lead' : 'connect.noClient')}</p>
      <button
        type="button"
        class="button primary large"
        ref={button}
        disabled={!connect.canConnect}
        aria-disabled={running}
        onClick={() => void connect.connect()}
      >
        {t(running ? 'connect.running' : 'connect.button')}
      </button>
      <Trouble connect={connect} way="connect" />
      <ApiKey connect={connect} />
      <OwnClient connect={connect} />
      <Classic connect={connect} />
    </div>
  );
}
