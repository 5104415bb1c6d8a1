// The words of the post. What lies around them comes after the first paint: marks, the networks' own texts, counters.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import type { laterViews } from '@/components/composer/later-views.ts';
import { Words } from './Words.tsx';

interface Props {
  composer: Composer;
  views: typeof laterViews | null;
}

export function TextField({ composer, views }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const isWriting = composer.submitting.isWriting.value;
  // Also when other words have come into it by a button that is gone with them, or these could not be saved.
  useLayoutEffect(() => void (isWriting && field.current?.focus()), [composer.taken.value, isWriting]);
  useLayoutEffect(() => void performance.mark('usable'), []);
  return (
    <div ref={card} class="card text-card">
      <div class="paper">
        {composer.texts.opened.value.map((whose) => (
          <Words
            key={whose ?? ''}
            composer={composer}
            whose={whose}
            field={field}
            typeInto={views?.typeInto}
          />
        ))}
        {views && <views.Marks composer={composer} />}
      </div>
      <div class="bar">{views && <views.TextBar composer={composer} field={field} />}</div>
      {views && <views.Pasting composer={composer} card={card} />}
    </div>
  );
}
