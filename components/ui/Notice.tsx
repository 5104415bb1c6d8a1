// One plain sentence with a tone.
import type { ComponentChildren } from 'preact';

export type Tone = 'plain' | 'waiting' | 'danger' | 'ok';

export function Notice({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }) {
  return <p class={`notice ${tone}`}>{children}</p>;
}
