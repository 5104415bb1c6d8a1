// The way from the popup to the list of entries.
import type { ComponentChildren } from 'preact';

export function ListLink({ children }: { children: ComponentChildren }) {
  return (
    <a href="/queue.html" target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
