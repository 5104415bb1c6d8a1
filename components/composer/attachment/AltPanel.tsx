// The words that describe one picture, and its place among the others.
import { useEffect, useRef } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { closeOnEscape } from '@/components/ui/escape.ts';
import { chosenChannels } from '@/lib/drafts/chosen.ts';
import { mostPictures } from '@/lib/drafts/split.ts';
import { takesAlt, tightestAlt } from '@/lib/networks/alt-text.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';
import { PictureThumb } from './PictureThumb.tsx';
import { focusOn, isPlainEnter } from './panel-keys.ts';
import type { Pictures } from './pictures.model.ts';

interface Props {
  composer: Composer;
  pictures: Pictures;
  url: string;
}

/** What the strictest chosen network still takes. */
function Counter({ composer, alt }: { composer: Composer; alt: string }) {
  const networks = chosenChannels(composer.draft, composer.channels.value)
    .filter((channel) => mostPictures(channel) > 0 && takesAlt(channel.network))
    .map(({ network }) => network);
  const tightest = tightestAlt(networks);
  if (!tightest) return <span class="left" />;
  const left = tightest.limit - [...alt].length;
  const words: [string, string] = [String(Math.abs(left)), networkOf(tightest.network).label];
  return (
    <span class={left < 0 ? 'left over' : 'left'}>{t(left < 0 ? 'count.over' : 'count.left', words)}</span>
  );
}

const WAYS = [
  { by: -1, way: 'earlier', arrow: '←' },
  { by: 1, way: 'later', arrow: '→' },
] as const;

function Moves({ pictures, url }: { pictures: Pictures; url: string }) {
  const { chosen } = pictures;
  const place = chosen.findIndex((picture) => picture.url === url);
  if (place < 0 || chosen.length < 2) return null;
  return WAYS.map(({ by, way, arrow }) => (
    <button
      key={way}
      type="button"
      class="button small"
      aria-label={t(`picture.${way}`)}
      title={t(`picture.${way}`)}
      aria-disabled={chosen[place + by] === undefined}
      onClick={() => pictures.move(url, by)}
    >
      {arrow}
    </button>
  ));
}

function Bar({ composer, pictures, url, close }: Props & { close(): void }) {
  return (
    <div class="panel-bar">
      <Counter composer={composer} alt={pictures.described.find((one) => one.url === url)?.alt ?? ''} />
      <Moves pictures={pictures} url={url} />
      {pictures.isAdded(url) && (
        <button
          type="button"
          class="button small"
          onClick={() => {
            pictures.remove(url);
            focusOn('.add-picture');
          }}
        >
          {t('picture.remove')}
        </button>
      )}
      <button type="button" class="button small" onClick={close}>
        {t('picture.done')}
      </button>
    </div>
  );
}

/** Has the focus in its field, and gives it back to the picture's mark. */
export function AltPanel({ composer, pictures, url }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.closest('.picture-panel')?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { described } = pictures;
  const place = described.findIndex((picture) => picture.url === url);
  const picture = described[place];
  if (!picture) return null;
  const close = () => {
    pictures.finish(url);
    focusOn(`[data-alt="${CSS.escape(url)}"]`);
  };
  return (
    <fieldset
      class="picture-panel"
      aria-label={t('composer.pictureNumber', [String(place + 1)])}
      onKeyDown={(event) => closeOnEscape(event, close)}
    >
      <span class="thumb large">
        <PictureThumb url={url} />
      </span>
      <div class="panel-body">
        <label class="panel-title" for="alt-text">
          {described.length > 1
            ? t('picture.altTitle', [String(place + 1), String(described.length)])
            : t('picture.altTitleOne')}
        </label>
        <textarea
          ref={field}
          id="alt-text"
          class="field"
          dir="auto"
          rows={3}
          placeholder={t('picture.altHint')}
          value={picture.alt}
          onInput={({ currentTarget: { value } }) => pictures.describe(url, value.replaceAll('\n', ' '))}
          onKeyDown={(event) => {
            if (!isPlainEnter(event)) return;
            event.preventDefault();
            close();
          }}
        />
        <Bar composer={composer} pictures={pictures} url={url} close={close} />
      </div>
    </fieldset>
  );
}
