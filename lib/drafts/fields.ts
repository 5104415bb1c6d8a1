// What the fields of a draft's channels hold: what was chosen for them, or else what they begin with.
import type { Channel, PostOptions } from '../buffer/types.ts';
import { type Field, type FieldId, isDateOnly, networkFields, REMEMBERED } from '../networks/fields.ts';
import type { Draft } from './draft.ts';

export type FieldValues = Partial<Record<FieldId, string>>;

export interface FilledField {
  field: Field;
  /** A choice, a board's id, words, `true` or `false`, or a moment as its input gives it; empty for nothing. */
  value: string;
  /** Of a moment: a day, without a time. */
  isDay: boolean;
}

/** The fields that this draft's post has in a channel, in their order. */
export function fieldsFor(draft: Draft, channel: Channel): FilledField[] {
  const values: FieldValues = {};
  const filled: FilledField[] = [];
  for (const field of networkFields(channel.network)) {
    const { id, types } = field;
    if (!takes(channel, id) || (types && !types.includes(values.type ?? ''))) continue;
    const isDay = field.kind === 'moment' && isDateOnly(values);
    const own = held(field, draft, channel);
    const value = field.kind === 'moment' ? asMoment(own, isDay) : own;
    values[id] = value;
    filled.push({ field, value, isDay });
  }
  return filled;
}

/** The same by their ids. */
export function valuesFor(draft: Draft, channel: Channel): FieldValues {
  return Object.fromEntries(fieldsFor(draft, channel).map(({ field, value }) => [field.id, value]));
}

/** What is to be remembered of a draft's options for the next one: the choices, not the words. */
export function rememberedOf({ options }: Draft): Draft['options'] {
  const kept = Object.entries(options).map(([channelId, own]) => {
    const chosen = REMEMBERED.flatMap((id) => (own[id] ? [[id, own[id]]] : []));
    return [channelId, Object.fromEntries(chosen)] as const;
  });
  return Object.fromEntries(kept.filter(([, own]) => Object.keys(own).length > 0));
}

/** Whether the channel's API knows such an option at all. */
export function takes({ fields }: Channel, id: keyof PostOptions): boolean {
  return fields?.includes(id) ?? true;
}

/** What may be chosen, by the values that stand for it. */
export function choicesOf(field: Field, { boards }: Channel): readonly string[] {
  return field.kind === 'board' ? boards.map(({ id }) => id) : (field.choices ?? []);
}

/** A choice that is there no more (a board that was deleted) counts for none. */
function held(field: Field, draft: Draft, channel: Channel): string {
  const own = draft.options[channel.id]?.[field.id];
  if (field.kind === 'choice' || field.kind === 'board') {
    const choices = choicesOf(field, channel);
    return own !== undefined && choices.includes(own) ? own : (choices[0] ?? '');
  }
  if (field.kind === 'checkbox') return String(own === 'true');
  return own ?? (field.id === 'title' ? draft.card.title.slice(0, field.limit) : '');
}

function asMoment(value: string, isDay: boolean): string {
  if (isDay) return value.slice(0, 10);
  return value.length === 10 ? `${value}T00:00` : value;
}
