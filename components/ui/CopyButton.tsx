// Puts a text onto the clipboard, and says that it has.
import { useSignal } from '@preact/signals';

interface Props {
  text: string;
  label: string;
  /** What it says once the text is copied. */
  done: string;
  small?: boolean;
}

export function CopyButton({ text, label, done, small = false }: Props) {
  const copied = useSignal(false);
  return (
    <button
      type="button"
      class={small ? 'button small' : 'button'}
      aria-live="polite"
      onClick={async () => {
        await navigator.clipboard.writeText(text);
        copied.value = true;
      }}
    >
      {copied.value ? done : label}
    </button>
  );
}
