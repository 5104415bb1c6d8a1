// What becomes of the attachment where a network does not take it as it is shown.
import type { Composer } from '@/components/composer/composer.model.ts';
import { attachmentNotes } from '@/lib/drafts/attachment-notes.ts';
import { t } from '@/lib/platform/i18n.ts';
import { namesOf, noteWords } from './note-words.ts';

/** One line for a card, whose preview has the rest. */
export function AttachmentNotes({ composer }: { composer: Composer }) {
  const { draft, channels } = composer;
  const notes = attachmentNotes(draft, channels.value);
  if (notes.length === 0) return null;
  const names = namesOf([...new Set(notes.flatMap(({ networks }) => networks))]);
  const isShort = (draft.attachment === 'card' || draft.attachment === 'retweet') && notes.length > 1;
  return <p>{isShort ? t('note.several', [names]) : notes.map(noteWords).join(' ')}</p>;
}
