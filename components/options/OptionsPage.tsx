// The settings: who is signed in, what a post begins with, what is told, the look, the keys. All is saved at once.
import { ConnectPanel } from '@/components/connect/ConnectPanel.tsx';
import { OwnClient } from '@/components/connect/OwnClient.tsx';
import { SignedIn } from '@/components/connect/SignedIn.tsx';
import { Mark } from '@/components/ui/Icons.tsx';
import { t } from '@/lib/platform/i18n.ts';
import { Channels } from './Channels.tsx';
import { Radios, Section } from './fields.tsx';
import { Keys } from './Keys.tsx';
import { Links } from './Links.tsx';
import type { Options } from './options.model.ts';
import { Signs } from './Signs.tsx';
import { Templates } from './Templates.tsx';
import { Transfer } from './Transfer.tsx';
import type { Transfer as TransferModel } from './transfer.model.ts';

interface Props {
  options: Options;
  transfer: TransferModel;
  /** Opens the browser's page for shortcuts. */
  onShortcuts(): void;
}

function Account({ options: { connect } }: Props) {
  const state = connect.state.value;
  if (state?.connection.status !== 'signed-in') return state && <ConnectPanel connect={connect} />;
  return (
    <>
      <SignedIn connect={connect} />
      <p>
        <a href="/queue.html" target="_blank" rel="noreferrer">
          {t('entry.seeAll')}
        </a>
      </p>
      <OwnClient connect={connect} />
    </>
  );
}

function Look({ options }: Props) {
  return (
    <Radios
      legend={t('options.theme')}
      options={[
        ['system', t('options.themeSystem')],
        ['light', t('options.themeLight')],
        ['dark', t('options.themeDark')],
      ]}
      chosen={options.connect.state.value?.settings.theme}
      onChoose={(theme) => void options.set({ theme })}
    />
  );
}

/** In the order of the page. */
const SECTIONS = {
  account: Account,
  channels: ({ options }: Props) => <Channels options={options} />,
  text: ({ options }: Props) => <Templates options={options} />,
  links: ({ options }: Props) => <Links options={options} />,
  signs: ({ options }: Props) => <Signs options={options} />,
  look: Look,
  shortcuts: ({ options, onShortcuts }: Props) => <Keys keys={options.keys.value} onChange={onShortcuts} />,
  transfer: ({ options, transfer }: Props) => (
    <Transfer transfer={transfer} onTake={() => void options.saved(transfer.take())} />
  ),
} as const;

const IDS = Object.keys(SECTIONS) as (keyof typeof SECTIONS)[];

function Contents() {
  return (
    <nav class="contents" aria-label={t('options.contents')}>
      {IDS.map((id) => (
        <a key={id} href={`#${id}`}>
          {t(`section.${id}`)}
        </a>
      ))}
    </nav>
  );
}

export function OptionsPage(props: Props) {
  const { said } = props.options;
  return (
    <div class="settings">
      <Contents />
      <main class="page">
        <header class="page-head">
          <Mark size={28} />
          <h1>{t('options.title')}</h1>
        </header>
        {IDS.map((id) => {
          const Body = SECTIONS[id];
          return (
            <Section key={id} id={id} title={t(`section.${id}`)}>
              <Body {...props} />
            </Section>
          );
        })}
        <p role="status" class={said.value === 'notSaved' ? 'said danger' : 'said'}>
          {said.value && t(`written.${said.value}`)}
        </p>
      </main>
    </div>
  );
}
