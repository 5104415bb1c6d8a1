// One field of a channel: its name, its control, and what is wrong with it.
import type { Composer } from '@/components/composer/composer.model.ts';
import type { Channel } from '@/lib/buffer/types.ts';
import type { FilledField } from '@/lib/drafts/fields.ts';
import type { Field } from '@/lib/networks/fields.ts';

import { t } from '@/lib/platform/i18n.ts';
import type { Fields } from './fields.model.ts';
import { fieldSentence } from './words.ts';

interface Props {
  composer: Composer;
  form: Fields;
  channel: Channel;
  filled: FilledField;
  /** Beside the channel's name, where its own name is only read out. */
  isAlone?: boolean;
}

/** What ties the control to its name and to its error. */
interface Described {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
  onBlur(): void;
}

function choiceName(field: Field, value: string, { boards }: Channel): string {
  if (field.kind === 'board') return boards.find(({ id }) => id === value)?.name ?? value;
  // A name of digits alone would stand for a plural.
  if (field.id === 'categoryId') return t(`category.${`c${value}` as 'c1'}`);
  return t(`choice.${value as 'post'}`);
}

function Control({
  form,
  channel,
  filled: { field, value, choices, isDay },
  described,
}: Props & { described: Described }) {
  const { id, kind } = field;
  const set = (now: string) => form.set(channel.id, id, now);
  if (kind === 'checkbox') {
    return (
      <input
        {...described}
        type="checkbox"
        checked={value === 'true'}
        onChange={(event) => set(String(event.currentTarget.checked))}
      />
    );
  }
  if (kind === 'choice' || kind === 'board') {
    return (
      <select {...described} class="field" value={value} onChange={(event) => set(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choiceName(field, choice, channel)}
          </option>
        ))}
      </select>
    );
  }
  if (kind === 'text') {
    return (
      <input
        {...described}
        class="field"
        dir="auto"
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
      />
    );
  }
  return (
    <input
      {...described}
      class="field"
      type={isDay ? 'date' : 'datetime-local'}
      value={value}
      onInput={(event) => set(event.currentTarget.value)}
    />
  );
}

/** Nobody is scolded for a field that they have not been at yet. */
function errorOf({ composer, form, channel, filled: { field } }: Props): string | null {
  const problem = form.problemOf(channel.id, field.id);
  if (!problem || !(composer.submitting.tried.value || form.wasLeft(channel.id, field.id))) return null;
  return fieldSentence(problem);
}

export function FieldRow({ isAlone = false, ...props }: Props) {
  const { form, channel, filled } = props;
  const { field } = filled;
  const error = errorOf(props);
  const id = `${field.id}-${channel.id}`;
  const errorId = `error-${id}`;
  const described = {
    id,
    'aria-invalid': error !== null,
    'aria-describedby': error ? errorId : undefined,
    onBlur: () => form.leave(channel.id, field.id),
  };
  return (
    <div class={isAlone ? 'asked alone' : 'asked'}>
      <div class="row">
        <label for={id} class={isAlone ? 'hidden' : 'of'}>
          {t(`field.${field.id}`)}
        </label>
        <Control {...props} described={described} />
      </div>
      {error && (
        <p id={errorId} class="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
