// What stands below the link: its card, or the pictures, and what is to be said of them; loaded after the first paint.
import { useState } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { SANDBOX_ORIGIN } from '@/lib/platform/build.ts';
import { t } from '@/lib/platform/i18n.ts';
import { AddAddress } from './AddAddress.tsx';
import { AltPanel } from './AltPanel.tsx';
import { AttachmentNotes } from './AttachmentNotes.tsx';
import { CardEditor } from './CardEditor.tsx';
import { CardPictures } from './CardPictures.tsx';
import { PictureOrigin } from './PictureOrigin.tsx';
import { PictureReminders } from './PictureReminders.tsx';
import { PictureStrip } from './PictureStrip.tsx';
import { focusOn } from './panel-keys.ts';
import { Pictures } from './pictures.model.ts';
import { Video } from './Video.tsx';

interface Props {
  composer: Composer;
  pictures: Pictures;
}

/** One more; the focus goes back to where it was asked for, unless its words are asked for next. */
function Adding({ pictures }: Pick<Props, 'pictures'>) {
  const add = (address: string) => {
    const why = pictures.add(address);
    if (!why && !pictures.opened.value) focusOn('.add-picture');
    return why;
  };
  const close = () => {
    pictures.opened.value = null;
    focusOn('.add-picture');
  };
  return <AddAddress name={t('picture.add')} title={t('picture.address')} add={add} close={close} />;
}

function Opened({ composer, pictures }: Props) {
  const { open } = pictures;
  if (open === 'add') return <Adding pictures={pictures} />;
  return open && <AltPanel key={open.url} composer={composer} pictures={pictures} url={open.url} />;
}

export function Attached({ composer }: { composer: Composer }) {
  const [pictures] = useState(() => new Pictures(composer, SANDBOX_ORIGIN ? { allow: SANDBOX_ORIGIN } : {}));
  const { attachment } = composer.draft;
  if (attachment === 'none') return null;
  if (attachment === 'video') return <Video composer={composer} pictures={pictures} />;
  const several = attachment === 'pictures';
  return (
    <>
      {attachment === 'retweet' && <p class="hint">{t('composer.retweetLead')}</p>}
      {!several && <CardEditor composer={composer} pictures={pictures} />}
      <div class={several ? 'pictures' : 'pictures one'}>
        {several ? (
          <PictureStrip composer={composer} pictures={pictures} />
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
      <Opened composer={composer} pictures={pictures} />
    </>
  );
}
