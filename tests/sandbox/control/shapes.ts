// The parts that the demo pictures are drawn from, as SVG. Every random-looking line comes from a seed.

/** A repeatable stream of numbers from 0 to 1 (a linear congruential generator). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface Ridge {
  seed: number;
  /** Mean height of the line, in pixels from the top. */
  y: number;
  /** How far the line swings, in pixels. */
  swing: number;
  /** Length of the longest wave, in pixels. */
  wave: number;
}

/** The height of a ridge at `x`: a few waves, each shorter and flatter than the one before. */
export function heightOf({ seed, y, swing, wave }: Ridge): (x: number) => number {
  const next = numbers(seed);
  const waves = [1, 0.46, 0.21, 0.1].map((share) => ({ share, phase: next() * Math.PI * 2 }));
  return (x) =>
    waves.reduce(
      (sum, { share, phase }) => sum + swing * share * Math.sin((x / (wave * share)) * Math.PI * 2 + phase),
      y,
    );
}

export interface Frame {
  width: number;
  height: number;
}

/** A hill from its ridge down to the bottom edge; `fill` is a colour or a gradient. */
export function hill(ridge: Ridge, fill: string, { width, height }: Frame): string {
  const at = heightOf(ridge);
  const points = Array.from({ length: width / 6 + 2 }, (_, step) => `${step * 6},${at(step * 6).toFixed(1)}`);
  return `<path d="M0,${height} L${points.join(' L')} L${width},${height} Z" fill="${fill}"/>`;
}

/** A conifer standing at (x, y), `size` pixels high. */
export function conifer(x: number, y: number, size: number): string {
  const tiers = [0, 1, 2, 3].map((tier) => {
    const top = y - size + tier * size * 0.2;
    const half = size * (0.09 + tier * 0.055);
    return `M${x},${top} L${x + half},${top + size * 0.34} L${x - half},${top + size * 0.34} Z`;
  });
  return `<path d="${tiers.join(' ')} M${x - size * 0.02},${y - size * 0.1} h${size * 0.04} v${size * 0.14} h${-size * 0.04} Z"/>`;
}

export interface Wood {
  seed: number;
  count: number;
  /** Height of the trees in pixels, from the smallest to the tallest. */
  size: readonly [number, number];
  /** The part of the width that the wood fills, from 0 to 1. */
  span: readonly [number, number];
  fill: string;
}

/** Conifers along a ridge. */
export function wood(ridge: Ridge, trees: Wood, { width }: Frame): string {
  const next = numbers(trees.seed);
  const at = heightOf(ridge);
  const [from, to] = trees.span;
  const [small, tall] = trees.size;
  const all = Array.from({ length: trees.count }, () => {
    const x = Math.round((from + next() * (to - from)) * width);
    const size = Math.round(small + next() * (tall - small));
    // Deep enough that the hill, drawn afterwards, covers every foot.
    return conifer(x, at(x) + size * 0.12, size);
  });
  return `<g fill="${trees.fill}">${all.join('')}</g>`;
}

/** A vertical gradient under the name `id`, its colours spread evenly. */
export function gradient(id: string, colours: readonly string[]): string {
  const stops = colours.map(
    (colour, index) => `<stop offset="${index / Math.max(1, colours.length - 1)}" stop-color="${colour}"/>`,
  );
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops.join('')}</linearGradient>`;
}

/** A sun or moon with a wide glow. */
export function sun(x: number, y: number, radius: number, colour: string): string {
  return `<radialGradient id="glow"><stop offset="0" stop-color="${colour}" stop-opacity=".85"/>
<stop offset=".35" stop-color="${colour}" stop-opacity=".28"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/>
</radialGradient><circle cx="${x}" cy="${y}" r="${radius * 4.6}" fill="url(#glow)"/>
<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`;
}

/** Birds as small strokes around a point. */
export function birds(x: number, y: number, colour: string): string {
  const places = [
    [0, 0, 1],
    [34, -14, 0.8],
    [58, 6, 0.7],
    [88, -22, 0.9],
  ] as const;
  const strokes = places.map(
    ([dx, dy, k]) => `M${x + dx},${y + dy} q${6 * k},${-7 * k} ${12 * k},0 q${6 * k},${-7 * k} ${12 * k},0`,
  );
  return `<path d="${strokes.join(' ')}" fill="none" stroke="${colour}" stroke-width="2.4" stroke-linecap="round"/>`;
}

/** Somebody on a walk, `size` pixels tall, feet at (x, y), with a bag and a stick. */
export function walker(x: number, y: number, size: number): string {
  return `<g transform="translate(${x} ${y}) scale(${size / 100})" fill="#1d1626" stroke="#1d1626" stroke-linecap="round">
<circle cx="3" cy="-90" r="9" stroke="none"/><path d="M-8,-78 q10,-5 17,3 l6,34 q-12,6 -23,0 Z" stroke="none"/>
<path d="M-9,-76 q-13,4 -12,20 q2,10 11,8 Z" stroke="none"/>
<path d="M-3,-42 L-14,0 M6,-42 L16,-22 L17,0" stroke-width="9" fill="none"/>
<path d="M8,-70 L22,-52 M22,-58 L27,0" stroke-width="4" fill="none"/></g>`;
}
