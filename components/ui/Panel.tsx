// A panel over the page, which the button with `popovertarget` opens and Escape or a press elsewhere closes.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

interface Props {
  id: string;
  label: string;
  /** Drawn only while it is open. */
  children: ComponentChildren;
}

export function Panel({ id, label, children }: Props) {
  const isOpen = useSignal(false);
  const panel = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={panel}
      id={id}
      class="popover card"
      popover="auto"
      role="dialog"
      aria-label={label}
      onBeforeToggle={({ newState }) => {
        isOpen.value = newState === 'open';
      }}
      onToggle={() => panel.current?.querySelector<HTMLElement>('input, button')?.focus()}
      onKeyDown={(event) => {
        // The browser would close the whole popup with it.
        if (event.key !== 'Escape') return;
        event.preventDefault();
        panel.current?.hidePopover();
      }}
    >
      {isOpen.value && children}
    </div>
  );
}
