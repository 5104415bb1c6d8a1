// What stands below the link: its card, or the pictures, and what is to be said of them; loaded after the first paint.
import { useState } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { useAskedViews } from '@/components/composer/use-asked-views.ts';
import { SANDBOX_ORIGIN } from '@/lib/platform/build.ts';
import { t } from '@/lib/platform/i18n.ts';
import { AttachmentNotes } from './AttachmentNotes.tsx';
import { CardEditor } from './CardEditor.tsx';
import { CardPictures } from './CardPictures.tsx';
import { PictureOrigin } from './PictureOrigin.tsx';
import { PictureReminders } from './PictureReminders.tsx';
import { Pictures } from './pictures.model.ts';

export function Attached({ composer }: { composer: Composer }) {
  const [pictures] = useState(() => new Pictures(composer, SANDBOX_ORIGIN ? { allow: SANDBOX_ORIGIN } : {}));
  const asked = useAskedViews();
  const { attachment } = composer.draft;
  if (attachment === 'none') return null;
  if (attachment === 'video') return asked && <asked.Video composer={composer} pictures={pictures} />;
  const several = attachment === 'pictures';
  if (several && !asked) return null;
  return (
    <>
      {attachment === 'retweet' && <p class="hint">{t('composer.retweetLead')}</p>}
      {!several && <CardEditor composer={composer} pictures={pictures} />}
      <div class={several ? 'pictures' : 'pictures one'}>
        {several && asked ? (
          <asked.PictureStrip composer={composer} pictures={pictures} />
        ) : (
          <CardPictures composer={composer} pictures={pictures} />
        )}
        {(!several || pictures.open === null) && (
          <div class="about">
            <PictureOrigin composer={composer} />
            <PictureReminders composer={composer} pictures={pictures} />
            <AttachmentNotes composer={composer} />
          </div>
        )}
      </div>
      {asked && <asked.PicturePanel composer={composer} pictures={pictures} />}
    </>
  );
}
