// What was captured while a draft is being written is put into it, behind what stands there.
import type { Draft } from '../drafts/draft.ts';
import type { Capture } from './capture.ts';

/** The parts that change: words and link behind the text, and a picture that was clicked among the draft's own. */
export function addedTo(draft: Draft, capture: Capture): Partial<Draft> {
  const link = capture.links[0]?.value ?? '';
  const words = [capture.quote ? `“${capture.quote}”` : '', draft.text.includes(link) ? '' : link];
  const text = [draft.text.trimEnd(), ...words].filter(Boolean).join('\n');
  return {
    text,
    ...(!draft.link && link && { link }),
    ...(!draft.link && link && draft.attachment === 'none' && { attachment: 'card' as const }),
    ...(capture.video && { video: capture.video }),
    ...withPicture(draft, capture),
  };
}

function withPicture({ pictures, attachment }: Draft, capture: Capture): Partial<Draft> {
  const [clicked] = capture.kind === 'image' ? capture.pictures : [];
  if (!clicked) return {};
  const { url, alt } = clicked;
  // Beside a link card no picture may stand: there it is one more to choose from.
  const chosen = attachment === 'pictures';
  return { pictures: [...pictures.filter((one) => one.url !== url), { url, alt, chosen }] };
}
