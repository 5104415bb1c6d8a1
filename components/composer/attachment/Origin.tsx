// Where a value came from, said quietly, and the small button that goes on to the next choice.
import { localeKey, t } from '@/lib/platform/i18n.ts';
import type { Origin, Sourced, Sources } from './sources.model.ts';

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function originWords(origin: Origin): string {
  return t(`source.${localeKey(origin)}`);
}

interface Props {
  sources: Sources;
  field: Sourced;
}

/** A press or an arrow key goes on; there is none where there is nothing to go to. */
export function Stepper({ sources, field }: Props) {
  const { stops, at } = sources.of(field);
  if (stops.length < 2) return null;
  const place: [string, string] = [String(at + 1), String(stops.length)];
  return (
    <button
      type="button"
      class="stepper"
      aria-label={t(`step.${field}`, place)}
      title={t(`step.${field}`, place)}
      onClick={() => sources.step(field, 1)}
      onKeyDown={(event) => {
        const by = STEPS[event.key];
        if (!by) return;
        event.preventDefault();
        sources.step(field, by);
      }}
    >
      {place.join('/')}
    </button>
  );
}

/** Nothing is said of what is empty and has no other choice. */
export function OriginLine({ sources, field }: Props) {
  const { stops, at } = sources.of(field);
  const origin = stops[at]?.origin;
  return origin && (origin !== 'none' || stops.length > 1) ? (
    <div id={`${field}-origin`} class="origin">
      {originWords(origin)}
    </div>
  ) : null;
}

/** Says a step aloud, for the words that have changed are not where the focus is. */
export function Stepped({ sources }: { sources: Sources }) {
  const stop = sources.stepped.value;
  return (
    <p class="hidden" aria-live="polite">
      {stop && [stop.value, originWords(stop.origin)].filter(Boolean).join(' · ')}
    </p>
  );
}
