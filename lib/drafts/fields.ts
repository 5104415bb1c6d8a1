// What the fields of a draft's channels hold: what was chosen for them, or else what they begin with.
import type { Channel } from '../buffer/types.ts';
import { type Field, type FieldId, isDateOnly, networkFields } from '../networks/fields.ts';
import type { Draft } from './draft.ts';
import { takes, videoFor } from './takes.ts';

export type FieldValues = Partial<Record<FieldId, string>>;

export interface FilledField {
  field: Field;
  /** A choice, a board's id, words, `true` or `false`, or a moment as its input gives it; empty for nothing. */
  value: string;
  /** What may be chosen, by the values that stand for it. */
  choices: readonly string[];
  /** Of a moment: a day, without a time. */
  isDay: boolean;
}

/** The fields that this draft's post has in a channel, in their order. */
export function fieldsFor(draft: Draft, channel: Channel): FilledField[] {
  const values: FieldValues = {};
  const filled: FilledField[] = [];
  for (const field of networkFields(channel.network)) {
    const { id, types, only } = field;
    if (!takes(channel, id) || (types && !types.includes(values.type ?? ''))) continue;
    if (only && videoFor(draft, channel)) continue;
    const isDay = field.kind === 'moment' && isDateOnly(values);
    const choices = choicesOf(field, draft, channel);
    const own = held(field, choices, draft.options[channel.id]?.[id]) ?? begun(field, draft);
    const value = field.kind === 'moment' ? asMoment(own, isDay) : own;
    values[id] = value;
    filled.push({ field, value, choices, isDay });
  }
  return filled;
}

/** The same by their ids. */
export function valuesFor(draft: Draft, channel: Channel): FieldValues {
  return Object.fromEntries(fieldsFor(draft, channel).map(({ field, value }) => [field.id, value]));
}

function choicesOf(field: Field, draft: Draft, channel: Channel): readonly string[] {
  if (field.kind === 'board') return channel.boards.map(({ id }) => id);
  const more = videoFor(draft, channel) ? field.videoChoices : undefined;
  return [...(field.choices ?? []), ...(more ?? [])];
}

/** A choice that is there no more (a board that was deleted, a reel without its video) counts for none. */
function held({ kind }: Field, choices: readonly string[], own: string | undefined): string | undefined {
  if (kind === 'checkbox') return String(own === 'true');
  if (kind !== 'choice' && kind !== 'board') return own;
  return own !== undefined && choices.includes(own) ? own : (choices[0] ?? '');
}

function begun({ fromCard, limit }: Field, { card }: Draft): string {
  return fromCard ? card.title.slice(0, limit) : '';
}

function asMoment(value: string, isDay: boolean): string {
  if (isDay) return value.slice(0, 10);
  return value.length === 10 ? `${value}T00:00` : value;
}
