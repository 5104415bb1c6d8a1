// A panel over the page, which the button with `popovertarget` opens and Escape or a press elsewhere closes.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { closeOnEscape } from './escape.ts';

interface Props {
  id: string;
  label: string;
  /** Drawn only while it is open; null as long as it has not been loaded. */
  children: ComponentChildren;
}

export function Panel({ id, label, children }: Props) {
  const isOpen = useSignal(false);
  const panel = useRef<HTMLDivElement>(null);
  const isThere = children !== null;
  const takeFocus = () => {
    // Escape is heard only where the focus is: where there is nothing to press, that is the panel itself.
    if (isThere && panel.current?.matches(':popover-open'))
      (panel.current.querySelector<HTMLElement>('input, button') ?? panel.current).focus();
  };
  useLayoutEffect(takeFocus, [isThere]);
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
      tabIndex={-1}
      onToggle={takeFocus}
      onKeyDown={(event) => closeOnEscape(event, () => panel.current?.hidePopover())}
    >
      {isOpen.value && children}
    </div>
  );
}
