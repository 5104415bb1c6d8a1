// A button for what cannot be undone: the first press asks, the second does it.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** How long the question stands before the button is harmless again. */
const ASKS_FOR_MS = 5000;

interface Props {
  label: string;
  /** What it says after the first press. */
  question: string;
  /** Its name for assistive technology, made of either. */
  name(label: string): string;
  busy?: boolean;
  onSure(): void;
}

export function SureButton({ label, question, name, busy = false, onSure }: Props) {
  const asking = useSignal(false);
  useEffect(() => {
    if (!asking.value) return;
    const timer = setTimeout(() => {
      asking.value = false;
    }, ASKS_FOR_MS);
    return () => clearTimeout(timer);
  }, [asking.value]);
  const shown = asking.value ? question : label;
  return (
    <button
      type="button"
      class={asking.value ? 'button small sure' : 'button small'}
      aria-label={name(shown)}
      aria-disabled={busy}
      onBlur={() => {
        asking.value = false;
      }}
      onClick={() => {
        if (asking.value) onSure();
        asking.value = !asking.value;
      }}
    >
      {shown}
    </button>
  );
}
