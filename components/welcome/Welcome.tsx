// The first page a person sees: one button to sign in, then what to press.
import { ConnectPanel } from '@/components/connect/ConnectPanel.tsx';
import type { Connect } from '@/components/connect/connect.model.ts';
import { SignedIn } from '@/components/connect/SignedIn.tsx';
import { Avatar } from '@/components/ui/Avatar.tsx';
import { Mark } from '@/components/ui/Icons.tsx';
import { NetworkMark } from '@/components/ui/NetworkMark.tsx';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';

interface Props {
  connect: Connect;
  /** The key that opens the composer, as bound; empty when the person removed it. */
  shortcut: string;
  onOptions(): void;
}

function Steps({ shortcut }: { shortcut: string }) {
  return (
    <ol class="steps" aria-label={t('welcome.steps')}>
      <li>{t('welcome.step1', [shortcut])}</li>
      <li>{t('welcome.step2')}</li>
      <li>{t('welcome.step3')}</li>
    </ol>
  );
}

function Channels({ connect }: { connect: Connect }) {
  const channels = connect.state.value?.cache.channels ?? [];
  return (
    <ul class="channel-list" aria-label={t('welcome.channels')}>
      {channels.map((channel) => {
        const network = networkOf(channel.network);
        return (
          <li key={channel.id}>
            <span class="who">
              <Avatar name={channel.name} src={channel.avatar} size={32} />
              <NetworkMark label={network.short} colour={network.colour} />
            </span>
            {t('composer.channelName', [channel.name, network.label])}
          </li>
        );
      })}
    </ul>
  );
}

function Ready({ connect, shortcut, onOptions }: Props) {
  return (
    <section class="card panel">
      <h2>{t('welcome.ready')}</h2>
      <p>{t('welcome.readyLead', [shortcut])}</p>
      <Channels connect={connect} />
      <SignedIn connect={connect} />
      <p class="quiet">
        {t('welcome.pin')}{' '}
        <button type="button" class="text-button" onClick={onOptions}>
          {t('welcome.options')}
        </button>
      </p>
    </section>
  );
}

export function Welcome({ connect, shortcut, onOptions }: Props) {
  const key = shortcut || t('welcome.noShortcut');
  const state = connect.state.value;
  return (
    <main class="page">
      <header class="hero">
        <Mark size={56} />
        <h1>{t('welcome.title')}</h1>
        <p>{t('welcome.lead')}</p>
      </header>
      {state?.connection.status === 'signed-in' ? (
        <Ready connect={connect} shortcut={key} onOptions={onOptions} />
      ) : (
        <section class="card panel">
          <h2>{t('connect.title')}</h2>
          {state && <ConnectPanel connect={connect} />}
        </section>
      )}
      <Steps shortcut={key} />
      <p class="quiet centre">{t('welcome.privacy')}</p>
    </main>
  );
}
