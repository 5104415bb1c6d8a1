// What goes with the words: a link card, pictures or a video, and never two, because Buffer refuses them together.
import type { ComponentType } from 'preact';
import type { Composer } from '@/components/composer/composer.model.ts';
import { xPostId } from '@/lib/buffer/x-post.ts';
import { chosenChannels } from '@/lib/drafts/chosen.ts';
import type { DraftAttachment } from '@/lib/drafts/draft.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';
import { LinkField } from './LinkField.tsx';
import { Stepped } from './Origin.tsx';

type View = ComponentType<{ composer: Composer }>;

const KINDS = ['card', 'pictures', 'none'] as const satisfies DraftAttachment[];

/** A retweet is offered where the link leads to a post on X, and a video where there is one, or has to be. */
function kindsFor({ channels, draft }: Composer): DraftAttachment[] {
  const { attachment, link, video } = draft;
  const networks = chosenChannels(draft, channels.value).map(({ network }) => network);
  const isShared = networks.includes('twitter') && xPostId(link) !== null;
  const needsVideo = networks.some((network) => networkOf(network).needs === 'video');
  const kinds: DraftAttachment[] = isShared || attachment === 'retweet' ? ['retweet', ...KINDS] : [...KINDS];
  return video || needsVideo || attachment === 'video' ? kinds.toSpliced(-1, 0, 'video') : kinds;
}

function Kinds({ composer }: { composer: Composer }) {
  return (
    <div class="segments" role="radiogroup" aria-label={t('composer.attachment')}>
      {kindsFor(composer).map((kind) => (
        <label key={kind} class={composer.draft.attachment === kind ? 'on' : ''}>
          <input
            class="unseen-input"
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

interface Props {
  composer: Composer;
  /** Come after the first paint, as what they show does. */
  views: { Attached: View; CardPreview: View } | null;
}

export function AttachmentField({ composer, views }: Props) {
  return (
    <div class="card attach">
      <div class="attach-row">
        <Kinds composer={composer} />
        {views && <views.CardPreview composer={composer} />}
      </div>
      <LinkField composer={composer} />
      {views && <views.Attached composer={composer} />}
      <Stepped sources={composer.sources} />
    </div>
  );
}
