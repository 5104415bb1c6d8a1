// The little CSS that `sizes` and `media` are written in: words, brackets and lengths.
import type { Viewport } from '../reading.ts';

/** What a page may nest; deeper is nonsense, or an attack on the stack. */
const MOST_BRACKETS = 32;
/** CSS pixels of each unit; `em` in these attributes is the browser's own 16 px, whatever the page's style says. */
const PIXELS: Readonly<Record<string, number>> = {
  px: 1,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
};

/** The words, commas and brackets (with all that stands in them) of the outermost level, in lower case. */
export function cssWords(text: string): string[] {
  if (text.split('(').length > MOST_BRACKETS) return [];
  const words = [''];
  let depth = 0;
  for (const letter of text.toLowerCase().replace(/\/\*.*?(?:\*\/|$)/gs, ' ')) {
    if (letter === '(') depth++;
    if (depth > 0 || !/[\s,]/.test(letter)) words[words.length - 1] += letter;
    else words.push(letter === ',' ? ',' : '', '');
    if (letter === ')' && depth > 0 && --depth === 0) words.push('');
  }
  return words.filter(Boolean);
}

/** A length, `calc()` and its likes in CSS pixels; null for what is none, a percentage too. */
export function cssLength(text: string, viewport: Viewport): number | null {
  if (Number(text)) return null;
  const tokens = text.replace(/[(),*/]/g, ' $& ').match(/\S+/g) ?? [];
  let at = 0;

  function factor(): number {
    const name = tokens[at++] ?? '';
    if (!/^(?:calc|min|max|clamp)$/.test(name) && name !== '(') return numberOf(name, viewport);
    if (name !== '(' && tokens[at++] !== '(') return Number.NaN;
    const values = [sum()];
    while (tokens[at] === ',' && at++) values.push(sum());
    // CSS closes at its end what was left open.
    if (at < tokens.length && tokens[at++] !== ')') return Number.NaN;
    return combined(name, values);
  }
  function product(): number {
    let value = factor();
    for (;;) {
      if (tokens[at] === '*' && at++) value *= factor();
      else if (tokens[at] === '/' && at++) value /= factor();
      else return value;
    }
  }
  function sum(): number {
    let value = product();
    for (;;) {
      if (tokens[at] === '+' && at++) value += product();
      else if (tokens[at] === '-' && at++) value -= product();
      else return value;
    }
  }

  const value = sum();
  return at === tokens.length && Number.isFinite(value) ? value : null;
}

function combined(name: string, values: number[]): number {
  const [first = Number.NaN, middle = Number.NaN, last = Number.NaN] = values;
  if (name === 'min') return Math.min(...values);
  if (name === 'max') return Math.max(...values);
  if (name === 'clamp') return Math.max(first, Math.min(middle, last));
  return values.length === 1 ? first : Number.NaN;
}

function numberOf(text: string, { width, height }: Viewport): number {
  const match = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)([a-z]*)$/.exec(text);
  const [, digits = '', unit = ''] = match ?? [];
  if (!match) return Number.NaN;
  const sides: Record<string, number> = {
    vw: width,
    vi: width,
    vh: height,
    vb: height,
    vmin: Math.min(width, height),
    vmax: Math.max(width, height),
  };
  const side = sides[unit.replace(/^[sld](?=v)/, '')];
  const pixels = side === undefined ? PIXELS[unit] : side / 100;
  return Number(digits) * (unit ? (pixels ?? Number.NaN) : 1);
}
