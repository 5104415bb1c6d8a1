// The video that goes with the post, or the field for its address.
import { useEffect, useRef } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { VideoThumb } from '@/components/ui/VideoThumb.tsx';
import { t } from '@/lib/platform/i18n.ts';
import { AddAddress } from './AddAddress.tsx';
import { AttachmentNotes } from './AttachmentNotes.tsx';
import { fileOf, hostOf } from './host.ts';
import type { Pictures } from './pictures.model.ts';

interface Props {
  composer: Composer;
  pictures: Pictures;
}

export function Video({ composer, pictures }: Props) {
  const view = useRef<HTMLDivElement>(null);
  const { video } = composer.draft;
  const shown = useRef(video);
  useEffect(() => {
    // What had the focus is gone with its address, or with the field for it.
    if (shown.current !== video && document.activeElement === document.body)
      view.current?.querySelector<HTMLElement>('input, button')?.focus();
    shown.current = video;
  }, [video]);
  return (
    <div ref={view} class="video">
      {video ? (
        <div class="video-file">
          <VideoThumb />
          <div class="video-words">
            <strong title={video}>
              <bdi>{fileOf(video)}</bdi>
            </strong>
            <span>{hostOf(video)}</span>
          </div>
          <button type="button" class="button small" onClick={() => composer.change({ video: '' })}>
            {t('picture.remove')}
          </button>
        </div>
      ) : (
        <AddAddress
          name={t('composer.video')}
          title={t('video.address')}
          hint={t('video.hint')}
          add={(address) => pictures.add(address, 'video')}
        />
      )}
      <div class="about">
        {video && <p>{t('video.stays')}</p>}
        <AttachmentNotes composer={composer} />
      </div>
    </div>
  );
}
