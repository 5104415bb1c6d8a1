// What goes with the words: a link card or pictures, never both, because Buffer refuses both together.
import type { ComponentChildren, ComponentType } from 'preact';
import type { Composer } from '@/components/composer/composer.model.ts';
import { xPostId } from '@/lib/buffer/x-post.ts';
import type { DraftAttachment } from '@/lib/drafts/draft.ts';
import { chosenChannels } from '@/lib/drafts/split.ts';
import { t } from '@/lib/platform/i18n.ts';
import { CardEditor } from './CardEditor.tsx';
import { LinkField } from './LinkField.tsx';
import { Stepped } from './Origin.tsx';
import { NoPicture, PictureOrigin } from './PictureOrigin.tsx';
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

function Shown({ composer }: { composer: Composer }): ComponentChildren {
  const { attachment, pictures } = composer.draft;
  if (attachment === 'none') return null;
  const isCard = attachment !== 'pictures';
  return (
    <>
      {attachment === 'retweet' && <p class="hint">{t('composer.retweetLead')}</p>}
      {isCard && <CardEditor composer={composer} />}
      <div class={isCard ? 'pictures one' : 'pictures'}>
        {pictures.length > (isCard ? 1 : 0) && <PictureStrip composer={composer} />}
        <PictureOrigin composer={composer} />
      </div>
      {pictures.length === 0 && <NoPicture composer={composer} />}
    </>
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
      </div>
      <LinkField composer={composer} ShareCount={ShareCount} />
      <Shown composer={composer} />
      <Stepped sources={composer.sources} />
    </div>
  );
}
