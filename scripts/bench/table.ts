// Figures for people: medians, and rows under each other.

/** The value that this part (0 to 1) of the values lies below. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Three digits after the point, as much as the clock of a page tells. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** The floor is what does the least, measured in the same run. */
export type Row = readonly [what: string, figure: string, floor: string, target: string];

/** One part of the bench: for people, and for programs. */
export interface Part {
  rows: Row[];
  figures: Record<string, number>;
}

/** The rows as lines, each column as wide as its widest cell. */
export function table(rows: readonly Row[]): string {
  const width = (column: 0 | 1 | 2) => Math.max(...rows.map((row) => row[column].length));
  const [first, second, third] = [width(0), width(1), width(2)];
  return rows
    .map(([what, figure, floor, target]) =>
      `${what.padEnd(first)}  ${figure.padStart(second)}  ${floor.padEnd(third)}  ${target}`.trimEnd(),
    )
    .join('\n');
}
