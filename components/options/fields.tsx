// What the settings page is made of: sections, choices, switches, and fields that are saved as they are typed in.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export function Section(props: { id: string; title: string; children: ComponentChildren }) {
  const { id, title, children } = props;
  return (
    <section id={id} class="card panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

interface RadiosProps<Value extends string> {
  legend: string;
  /** The values and their labels. */
  options: readonly (readonly [Value, string])[];
  chosen: Value | undefined;
  /** One under the other, for labels that are sentences. */
  stacked?: boolean;
  onChoose(value: Value): void;
}

export function Radios<Value extends string>(props: RadiosProps<Value>) {
  const { legend, options, chosen, stacked = false, onChoose } = props;
  const name = useId();
  return (
    <fieldset class={stacked ? 'choices-row stacked' : 'choices-row'}>
      <legend>{legend}</legend>
      {options.map(([value, label]) => (
        <label key={value}>
          <input type="radio" name={name} checked={chosen === value} onChange={() => onChoose(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

interface SwitchProps {
  label: string;
  /** What it means, under it. */
  lead?: string;
  on: boolean;
  onSwitch(on: boolean): void;
}

export function Switch({ label, lead, on, onSwitch }: SwitchProps) {
  const id = useId();
  return (
    <div class="choice-line">
      <label>
        <input
          type="checkbox"
          aria-describedby={lead && id}
          checked={on}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />
        {label}
      </label>
      {lead && (
        <p id={id} class="quiet">
          {lead}
        </p>
      )}
    </div>
  );
}

/** What is typed stands until the field is left: what is stored follows it, a moment late. */
export function useTyped(stored: string, save: (typed: string) => void) {
  const typed = useSignal<string | null>(null);
  return {
    value: typed.value ?? stored,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => {
      typed.value = currentTarget.value;
      save(currentTarget.value);
    },
    onBlur: () => {
      typed.value = null;
    },
  };
}
