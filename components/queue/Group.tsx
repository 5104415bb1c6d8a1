// A heading with its number, and the rows under it.
import type { ComponentChildren } from 'preact';

interface Props {
  title: string;
  count: number;
  children: ComponentChildren;
}

export function Group({ title, count, children }: Props) {
  return (
    <section class="group">
      <h2>
        {title} <span class="number">{count}</span>
      </h2>
      <ul class="card entries">{children}</ul>
    </section>
  );
}
