// The small mark that tells which network a channel is on, or that something is wrong with it.
import { PauseIcon } from './Icons.tsx';

interface Props {
  label: string;
  colour: string;
  paused?: boolean;
  alarmed?: boolean;
}

export function NetworkMark({ label, colour, paused = false, alarmed = false }: Props) {
  const kind = alarmed ? ' alarmed' : paused ? ' paused' : '';
  return (
    <span class={`network-mark${kind}`} style={kind ? undefined : { background: colour }} aria-hidden="true">
      {paused && !alarmed ? <PauseIcon /> : label}
    </span>
  );
}
