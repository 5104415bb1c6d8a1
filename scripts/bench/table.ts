// Figures for people: medians, and rows under each other.

export function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Three digits after the point, as much as the clock of a page tells. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

export type Row = readonly [what: string, figure: string, target: string];

/** The rows as lines, each column as wide as its widest cell. */
export function table(rows: readonly Row[]): string {
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length));
  const [first, second] = [width(0), width(1)];
  return rows
    .map(([what, figure, target]) => `${what.padEnd(first)}  ${figure.padStart(second)}  ${target}`.trimEnd())
    .join('\n');
}
