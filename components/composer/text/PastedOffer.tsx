// What may become of a picture or a video that was pasted or dropped onto the words.
import type { Composer } from '@/components/composer/composer.model.ts';
import type { Draft } from '@/lib/drafts/draft.ts';
import { mayTakeVideos } from '@/lib/drafts/takes.ts';
import { t } from '@/lib/platform/i18n.ts';
import type { Pasted } from './pasted.ts';

type Addressed = Extract<Pasted, { url: string }>;

/** What the address leads to goes with the post, and it needs to stand in the text no more. */
function attach(composer: Composer, what: Addressed): void {
  const { texts } = composer;
  composer.change(
    what.kind === 'video' ? { attachment: 'video', video: what.url } : pictured(composer, what),
  );
  const shown = texts.shown.value;
  texts.write(shown, texts.of(shown).replace(what.words, ''));
}

function pictured({ draft }: Composer, { url }: Addressed): Partial<Draft> {
  const alt = draft.pictures.find((picture) => picture.url === url)?.alt ?? '';
  const others = draft.pictures.filter((picture) => picture.url !== url);
  return { attachment: 'pictures', pictures: [...others, { url, alt, chosen: true }] };
}

export function PastedOffer({
  composer,
  what,
}: {
  composer: Composer;
  what: Exclude<Pasted, { kind: 'link' }>;
}) {
  if (what.kind === 'file') return <span>{t('pasted.file')}</span>;
  const isUseless = what.kind === 'video' && !mayTakeVideos(composer.channels.value);
  if (isUseless) return <span>{t('pictureRefused.no_video')}</span>;
  if (what.kind === 'unusable') return <span>{t('pasted.unusable')}</span>;
  return (
    <button type="button" class="text-button" onClick={() => attach(composer, what)}>
      {t(what.kind === 'video' ? 'pasted.attachVideo' : 'pasted.attach')}
    </button>
  );
}
