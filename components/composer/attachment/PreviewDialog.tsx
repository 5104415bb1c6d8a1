// The link card as each chosen network shows it, and in words what the others make of it.
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { closeOnEscape } from '@/components/ui/escape.ts';
import { CloseIcon } from '@/components/ui/Icons.tsx';
import { NetworkMark } from '@/components/ui/NetworkMark.tsx';
import { attachmentNotes } from '@/lib/drafts/attachment-notes.ts';
import { chosenChannels } from '@/lib/drafts/chosen.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';
import { hostOf } from './host.ts';
import { LOOKS } from './looks.ts';
import { noteWords } from './note-words.ts';
import { PictureThumb } from './PictureThumb.tsx';

interface Props {
  composer: Composer;
  network: string;
}

function Card({ composer, network }: Props) {
  const { card, link } = composer.draft;
  const look = LOOKS[network];
  if (!look) return null;
  const words = { host: hostOf(link), title: card.title, description: card.description };
  return (
    <div class={`look ${network} ${look.picture}`}>
      {card.picture && (
        <span class="thumb">
          <PictureThumb key={card.picture} url={card.picture} />
        </span>
      )}
      <div class="look-words">
        {look.parts.map((part) => (
          <div key={part} class={part} dir="auto">
            {words[part] || (part === 'title' && t('preview.own'))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** As the network draws it, or in words where it draws no such card. */
function One({ composer, network }: Props) {
  const { label, short, colour } = networkOf(network);
  const { draft, channels } = composer;
  const notes = attachmentNotes(draft, channels.value).filter(({ networks }) => networks.includes(network));
  const isRetweet = draft.attachment === 'retweet' && network === 'twitter';
  const isCard = notes.length === 0 && !isRetweet;
  const hides = isCard && draft.card.description && LOOKS[network]?.parts.includes('description') === false;
  return (
    <section>
      <h3>
        <NetworkMark label={short} colour={colour} />
        {label}
      </h3>
      {isCard && <Card composer={composer} network={network} />}
      {hides && <p>{t('preview.noDescription', [label])}</p>}
      {isRetweet && <p>{t('composer.retweetLead')}</p>}
      {notes.map(({ kind }) => (
        <p key={kind}>
          {kind === 'own-card' ? t('preview.ownCard', [label]) : noteWords({ kind, networks: [network] })}
        </p>
      ))}
    </section>
  );
}

export function PreviewDialog({ composer, onClose }: { composer: Composer; onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const chosen = chosenChannels(composer.draft, composer.channels.value);
  return (
    <dialog
      ref={dialog}
      class="preview"
      closedby="any"
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={(event) => closeOnEscape(event, () => dialog.current?.close())}
    >
      <header>
        <h2 id={id}>{t('preview.title')}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={t('preview.close')}
          onClick={() => dialog.current?.close()}
        >
          <CloseIcon />
        </button>
      </header>
      {[...new Set(chosen.map(({ network }) => network))].map((network) => (
        <One key={network} composer={composer} network={network} />
      ))}
    </dialog>
  );
}
