// The pictures that go with the post, numbered in their order, and the others that could.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { withoutPicture } from '@/lib/drafts/attachment-notes.ts';
import type { DraftPicture } from '@/lib/drafts/draft.ts';
import { t } from '@/lib/platform/i18n.ts';
import { AddButton } from './AddButton.tsx';
import { AltButton } from './AltButton.tsx';
import { PictureThumb } from './PictureThumb.tsx';
import { usePictureDrag } from './picture-drag.ts';
import { pictureName } from './picture-name.ts';
import type { Pictures } from './pictures.model.ts';

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 };

interface Props {
  composer: Composer;
  pictures: Pictures;
}

/** An arrow key goes to the next picture; with Alt it takes the picture along. */
function onKeyDown(event: KeyboardEvent, pictures: Pictures): void {
  const { target, key, altKey } = event;
  const by = STEPS[key];
  const choice = target instanceof HTMLInputElement ? target.closest<HTMLElement>('.choice') : null;
  if (!by || !choice) return;
  event.preventDefault();
  if (altKey) pictures.move(choice.dataset.url ?? '', by);
  else (by > 0 ? choice.nextElementSibling : choice.previousElementSibling)?.querySelector('input')?.focus();
}

function Missing({ networks }: { networks: string[] }) {
  const [first] = networks;
  if (!first) return null;
  return (
    <span class="missing" aria-hidden="true" title={t('picture.notOn', [networks.join(', ')])}>
      {networks.length > 1 ? t('picture.notOnSome', [String(networks.length)]) : t('picture.notOn', [first])}
    </span>
  );
}

interface ChoiceProps extends Props {
  picture: DraftPicture;
  index: number;
  /** Whether the Tab key stops here. */
  isStop: boolean;
}

function Choice({ composer, pictures, picture, index, isStop }: ChoiceProps) {
  const { url, chosen } = picture;
  const of = pictures.chosen.length;
  const missing = chosen ? withoutPicture(composer.draft, composer.channels.value, index) : [];
  const described = [
    ...(chosen ? [t('picture.place', [String(index + 1), String(of)])] : []),
    ...(missing.length > 0 ? [t('picture.notOn', [missing.join(', ')])] : []),
  ].join(' ');
  return (
    <>
      <label title={pictureName(picture, index)}>
        <input
          class="unseen-input"
          type="checkbox"
          aria-label={pictureName(picture, index)}
          aria-description={described || undefined}
          aria-keyshortcuts={of > 1 && chosen ? 'Alt+ArrowLeft Alt+ArrowRight' : undefined}
          tabIndex={isStop ? 0 : -1}
          checked={chosen}
          onChange={() => pictures.toggle(url)}
        />
        <span class={`thumb${chosen ? ' on' : ''}${missing.length > 0 ? ' short' : ''}`}>
          <PictureThumb url={url} onBroken={(lost) => pictures.markBroken(lost)} />
          {chosen && (
            <span class="place" aria-hidden="true">
              {index + 1}
            </span>
          )}
          <Missing networks={missing} />
        </span>
      </label>
      {chosen && <AltButton picture={picture} place={index} pictures={pictures} />}
    </>
  );
}

export function PictureStrip({ composer, pictures }: Props) {
  const strip = useRef<HTMLFieldSetElement>(null);
  const [stop, setStop] = useState<string | null>(null);
  const drag = usePictureDrag(pictures);
  const { all, moved } = pictures;
  const stopAt = all.some(({ url }) => url === stop) ? stop : all[0]?.url;
  useLayoutEffect(() => {
    if (!moved.value) return;
    const choice = strip.current?.querySelector(`[data-url="${CSS.escape(moved.value.url)}"]`);
    choice?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // Where a browser drops the focus of what is put elsewhere.
    if (document.activeElement === document.body) choice?.querySelector('input')?.focus();
  }, [moved.value]);
  return (
    <fieldset
      ref={strip}
      class={pictures.chosen.length > 1 ? 'strip several ordered' : 'strip several'}
      onKeyDown={(event) => onKeyDown(event, pictures)}
      {...drag.handlers}
    >
      <legend class="hidden">{t('composer.pictures')}</legend>
      {all.map((picture, index) => (
        <div
          key={picture.url}
          class={drag.dragged === picture.url ? 'choice dragged' : 'choice'}
          data-url={picture.url}
          data-chosen={picture.chosen || undefined}
          onFocusIn={() => setStop(picture.url)}
        >
          <Choice
            composer={composer}
            pictures={pictures}
            picture={picture}
            index={index}
            isStop={picture.url === stopAt}
          />
        </div>
      ))}
      <AddButton pictures={pictures} />
      <span class="hidden" aria-live="polite">
        {moved.value && t('picture.place', [String(moved.value.place), String(moved.value.of)])}
      </span>
    </fieldset>
  );
}
