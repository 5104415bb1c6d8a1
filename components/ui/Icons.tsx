// The few line icons of the interface, drawn on a 16 px grid.
import type { ComponentChildren } from 'preact';

function Line({ children, size = 16 }: { children: ComponentChildren; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export function SettingsIcon() {
  return (
    <Line>
      <path d="M2 5h7M13 5h1M2 11h1M7 11h7" />
      <circle cx="11" cy="5" r="1.8" />
      <circle cx="5" cy="11" r="1.8" />
    </Line>
  );
}

export function ListIcon() {
  return (
    <Line>
      <path d="M6 4h8M6 8h8M6 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1" />
    </Line>
  );
}

export function PanelIcon() {
  return (
    <Line>
      <rect x="2" y="3" width="12" height="10" rx="1.5" />
      <path d="M10 3v10" />
    </Line>
  );
}

export function PencilIcon() {
  return (
    <Line>
      <path d="M3 13l.8-3L10.5 3.3l2.2 2.2L6 12.2 3 13zM9 4.8L11.2 7" />
    </Line>
  );
}

export function CheckIcon() {
  return (
    <Line>
      <path d="M3 8.5l3.2 3.2L13 5" />
    </Line>
  );
}

export function AlertIcon() {
  return (
    <Line>
      <path d="M8 4.5v4.2M8 11.4v.1" />
      <circle cx="8" cy="8" r="6" />
    </Line>
  );
}

export function ClockIcon() {
  return (
    <Line>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.8V8l2.2 1.6" />
    </Line>
  );
}

export function PauseIcon() {
  return (
    <Line size={10}>
      <path d="M5.5 4v8M10.5 4v8" stroke-width="2.4" />
    </Line>
  );
}

/** The product's mark: three posts in a queue. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="var(--accent)" aria-hidden="true">
      <rect x="2" y="3" width="11" height="3.4" rx="1.7" />
      <rect x="2" y="8.3" width="16" height="3.4" rx="1.7" opacity=".7" />
      <rect x="2" y="13.6" width="8" height="3.4" rx="1.7" opacity=".4" />
    </svg>
  );
}

export function UpIcon() {
  return (
    <Line>
      <path d="M8 12.5v-9M4.5 7L8 3.5 11.5 7" />
    </Line>
  );
}

export function DownIcon() {
  return (
    <Line>
      <path d="M8 3.5v9M4.5 9L8 12.5 11.5 9" />
    </Line>
  );
}

export function ChevronIcon() {
  return (
    <Line size={12}>
      <path d="M4 6.5l4 4 4-4" />
    </Line>
  );
}

export function CloseIcon() {
  return (
    <Line size={12}>
      <path d="M4 4l8 8M12 4l-8 8" />
    </Line>
  );
}
