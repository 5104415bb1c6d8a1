// A heading with its number, and the rows under it.
import type { ComponentChildren } from 'preact';

/** From here on rows that are out of sight are not drawn. */
const LONG = 30;

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
      <ul class={count > LONG ? 'card entries long' : 'card entries'}>{children}</ul>
    </section>
  );
}
