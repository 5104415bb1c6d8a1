// What goes with the words: a link card or pictures, never both, because Buffer refuses both together.
import type { ComponentChildren, ComponentType } from 'preact';
import { xPostId } from '@/lib/buffer/x-post.ts';
import type { DraftAttachment } from '@/lib/drafts/draft.ts';
import { chosenChannels } from '@/lib/drafts/split.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { Composer } from './composer.model.ts';
import { PictureStrip } from './PictureStrip.tsx';

const KINDS = ['card', 'pictures', 'none'] as const satisfies DraftAttachment[];

/** A retweet is offered where the link leads to a post on X. */
function kindsFor({ channels, draft }: Composer): DraftAttachment[] {
  const isOnX = chosenChannels(draft, channels.value).some(({ network }) => network === 'twitter');
  return (isOnX && xPostId(draft.link) !== null) || draft.attachment === 'retweet'
    ? ['retweet', ...KINDS]
    : [...KINDS];
}

function Kinds({ composer }: { composer: Composer }) {
  return (
    <div class="segments" role="radiogroup" aria-label={t('composer.attachment')}>
      {kindsFor(composer).map((kind) => (
        <label key={kind} class={composer.draft.attachment === kind ? 'on' : ''}>
          <input
            type="radio"
            name="attachment"
            checked={composer.draft.attachment === kind}
            onChange={() => composer.change({ attachment: kind })}
          />
          {t(`composer.${kind}`)}
        </label>
      ))}
    </div>
  );
}

/** Says what was cut from the link, and brings it back by one press. */
function Cut({ composer }: { composer: Composer }) {
  const capture = composer.capture.value;
  const [link] = capture?.links ?? [];
  if (!capture || !link || link.removed.length === 0) return null;
  const cut = composer.draft.link === link.value;
  if (!cut && composer.draft.link !== capture.address) return null;
  return (
    <span class="from">
      {cut && `${t('composer.removed', link.removed.length)} · `}
      <button
        type="button"
        class="text-button"
        title={link.removed.join(', ')}
        onClick={() => composer.setLink(cut ? capture.address : link.value)}
      >
        {t(cut ? 'composer.restore' : 'composer.clean')}
      </button>
    </span>
  );
}

function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host.replace(/^www\./, '') : link;
}

function CardPreview({ composer }: { composer: Composer }) {
  const { link, card } = composer.draft;
  if (!link) return <p class="hint">{t('composer.noLink')}</p>;
  return (
    <div class="link-card">
      {card.picture && (
        <img class="pic" src={card.picture} alt="" loading="lazy" referrerpolicy="no-referrer" />
      )}
      <div class="body" dir="auto">
        <div class="host">{hostOf(link)}</div>
        <div class="name">{card.title || link}</div>
        {card.description && <div class="lead">{card.description}</div>}
      </div>
    </div>
  );
}

function Shown({ composer }: { composer: Composer }): ComponentChildren {
  const { attachment, pictures } = composer.draft;
  if (attachment === 'none') return null;
  if (attachment === 'card' || attachment === 'retweet') {
    return (
      <>
        {attachment === 'retweet' && <p class="hint">{t('composer.retweetLead')}</p>}
        <CardPreview composer={composer} />
        {pictures.length > 1 && <PictureStrip composer={composer} />}
      </>
    );
  }
  return pictures.length > 0 ? (
    <PictureStrip composer={composer} />
  ) : (
    <p class="hint">{t('composer.noPictures')}</p>
  );
}

interface Props {
  composer: Composer;
  /** Comes after the first paint. */
  ShareCount: ComponentType<{ composer: Composer }> | undefined;
}

export function AttachmentField({ composer, ShareCount }: Props) {
  return (
    <div class="card attach">
      <div class="row">
        <Kinds composer={composer} />
        <Cut composer={composer} />
      </div>
      <input
        class="field link-field"
        type="url"
        aria-label={t('composer.link')}
        placeholder="https://"
        spellcheck={false}
        value={composer.draft.link}
        onInput={(event) => composer.setLink(event.currentTarget.value)}
      />
      {ShareCount && <ShareCount composer={composer} />}
      <Shown composer={composer} />
    </div>
  );
}
