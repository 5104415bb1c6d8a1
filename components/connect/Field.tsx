// A labelled line to type in, with its button beside it where it has one.
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  label: string;
  typed: Signal<string>;
  /** Dots instead of letters. */
  secret?: boolean;
  describedBy?: string;
  children?: ComponentChildren;
}

export function Field({ id, label, typed, secret = false, describedBy, children }: Props) {
  return (
    <>
      <label for={id}>{label}</label>
      <div class="with-button">
        <input
          id={id}
          class={secret ? 'field secret' : 'field'}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={describedBy}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
          }}
        />
        {children}
      </div>
    </>
  );
}
