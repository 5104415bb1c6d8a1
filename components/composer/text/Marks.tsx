// Colours links, handles and tags, and what is over the limit: on copies of the text that lie around the field, line by
// line the same, so that the field itself stays as plain as the browser made it.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import type { Span } from '@/lib/drafts/entities.ts';
import { type Marked, marksOf } from '@/lib/drafts/marks.ts';

interface Props {
  name: 'entity' | 'over';
  text: string;
  spans: Span[];
}

function Layer({ name, text, spans }: Props) {
  const layer = useRef<HTMLDivElement>(null);
  const { current: highlight } = useRef(new Highlight());
  useLayoutEffect(() => {
    CSS.highlights.set(name, highlight);
    return () => void CSS.highlights.delete(name);
  }, []);
  useLayoutEffect(() => {
    const node = layer.current?.firstChild;
    if (!node) return;
    highlight.clear();
    for (const { start, end } of spans)
      highlight.add(
        new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
      );
  }, [spans]);
  return (
    <div ref={layer} class={`text marks ${name}`} dir="auto" aria-hidden="true">
      {text}
    </div>
  );
}

/** Many times what any network takes: in so much nobody looks for a mark, and each key would wait for them. */
const MOST = 30_000;

/** They are looked for once in a frame, just before it is drawn, however many keys have come since the last. */
export function Marks({ composer: { texts, judge, channels } }: { composer: Composer }) {
  const [marked, mark] = useState<Marked | null>(null);
  const draft = texts.draft.value;
  const count = judge.count.value;
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(() =>
      mark(!count || draft.text.length > MOST ? null : marksOf(draft, channels.value, count)),
    );
    return () => cancelAnimationFrame(frame);
  }, [draft, count]);
  if (!marked?.text) return null;
  return (
    <>
      {marked.over && <Layer name="over" text={marked.text} spans={[marked.over]} />}
      <Layer name="entity" text={marked.text} spans={marked.entities} />
    </>
  );
}
