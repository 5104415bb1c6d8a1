// What is chosen for the next post as well; apart from the fields themselves, which no first paint needs.
import type { FieldId } from '../networks/fields.ts';
import type { Draft } from './draft.ts';

/** Words and dates are of one post alone. */
const REMEMBERED: readonly FieldId[] = ['type', 'boardId', 'categoryId', 'privacy', 'button'];

/** What is to be remembered of a draft's options for the next one: the choices, not the words. */
export function rememberedOf({ options }: Draft): Draft['options'] {
  const kept = Object.entries(options).map(([channelId, own]) => {
    const chosen = REMEMBERED.flatMap((id) => (own[id] ? [[id, own[id]]] : []));
    return [channelId, Object.fromEntries(chosen)] as const;
  });
  return Object.fromEntries(kept.filter(([, own]) => Object.keys(own).length > 0));
}
