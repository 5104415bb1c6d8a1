// What is pasted or dropped onto the words and is more than words: the address of a picture or a video, a picture itself, the link.
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { useAskedViews } from '@/components/composer/use-asked-views.ts';
import { SANDBOX_ORIGIN } from '@/lib/platform/build.ts';
import { t } from '@/lib/platform/i18n.ts';
import { type Pasted, pasted } from './pasted.ts';

function append({ texts }: Composer, words: string): void {
  const shown = texts.shown.value;
  texts.write(shown, [texts.of(shown).trimEnd(), words].filter(Boolean).join('\n'));
}

interface Props {
  composer: Composer;
  card: RefObject<HTMLDivElement | null>;
}

export function Pasting({ composer, card }: Props) {
  const asked = useAskedViews();
  const [what, offer] = useState<Pasted | null>(null);
  useEffect(() => {
    const take = (data: DataTransfer): Pasted | null => {
      const found = pasted(data, composer.draft, SANDBOX_ORIGIN);
      if (found?.kind === 'link') composer.setLink(found.url);
      offer(found);
      return found;
    };
    const ending = new AbortController();
    const on = <Type extends 'paste' | 'dragover' | 'drop'>(
      type: Type,
      does: (event: HTMLElementEventMap[Type]) => void,
    ) => card.current?.addEventListener(type, does, { signal: ending.signal });
    on('paste', ({ clipboardData }) => void (clipboardData && take(clipboardData)));
    // Into the field the browser puts words itself.
    const isLeft = ({ target, dataTransfer }: DragEvent) =>
      target instanceof HTMLTextAreaElement && !dataTransfer?.types.includes('Files');
    on('dragover', (event) => !isLeft(event) && event.preventDefault());
    on('drop', (event) => {
      const found = event.dataTransfer && take(event.dataTransfer);
      if (isLeft(event)) return;
      // The browser would open it in the place of the composer.
      event.preventDefault();
      if (found && 'words' in found) append(composer, found.words);
    });
    return () => ending.abort();
  }, []);
  const { texts } = composer;
  const isGone = what && 'words' in what && !texts.of(texts.shown.value).includes(what.words);
  const isOffered = what && what.kind !== 'link' && !isGone;
  return (
    <output class="pasted">
      {isOffered && asked && (
        <>
          <asked.PastedOffer composer={composer} what={what} />
          <button
            type="button"
            class="text-button"
            aria-label={t('pasted.dismiss')}
            onClick={() => offer(null)}
          >
            ×
          </button>
        </>
      )}
    </output>
  );
}
