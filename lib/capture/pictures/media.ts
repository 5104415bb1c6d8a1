// Whether a media query holds, from what was read of the window alone: what it does not know does not match.

import type { Viewport } from '../reading.ts';
import { cssLength, cssWords } from './css-length.ts';

/** True, false, or null for what cannot be known. */
type Answer = boolean | null;

/** Each as the number that it compares, and how its value is written. */
const NUMBERS: Readonly<
  Record<
    string,
    { is: (viewport: Viewport) => number; read: (text: string, viewport: Viewport) => number | null }
  >
> = {
  width: { is: ({ width }) => width, read: cssLength },
  height: { is: ({ height }) => height, read: cssLength },
  'aspect-ratio': { is: ({ width, height }) => width / height, read: (text) => quotient(text) },
  resolution: { is: ({ ratio }) => ratio, read: (text) => dotsPerPixel(text) },
  'device-pixel-ratio': { is: ({ ratio }) => ratio, read: (text) => quotient(text) },
};

/** Whether a `media` attribute matches; an empty one does. */
export function matchesMedia(media: string, viewport: Viewport): boolean {
  const queries: string[][] = [[]];
  for (const word of cssWords(media)) {
    if (word === ',') queries.push([]);
    else queries.at(-1)?.push(word);
  }
  return media.trim() === '' || queries.some((words) => query(words, viewport) === true);
}

/** Whether the condition before a size of `sizes` matches: what `cssWords` gives, without commas. */
export function matchesCondition(words: string[], viewport: Viewport): boolean {
  return condition(words, viewport) === true;
}

function query(words: string[], viewport: Viewport): Answer {
  const prefix = /^(?:only|not)$/.test(words[0] ?? '') && !words[1]?.startsWith('(') ? words[0] : '';
  const [type = '', and, ...rest] = prefix ? words.slice(1) : words;
  if (!/^[a-z-]+$/.test(type) || type === 'not') return condition(words, viewport);
  const isType = type === 'all' || type === 'screen';
  const answer = and === undefined ? isType : and === 'and' && isType ? condition(rest, viewport) : false;
  return prefix === 'not' ? opposite(answer) : answer;
}

function condition(words: string[], viewport: Viewport): Answer {
  if (words[0] === 'not') return opposite(condition(words.slice(1), viewport));
  const answers = words.filter((_, index) => index % 2 === 0).map((word) => feature(word, viewport));
  const joints = new Set(words.filter((_, index) => index % 2 === 1));
  if (words.length % 2 === 0 || joints.size > 1) return null;
  const decides = joints.has('or');
  if (joints.size === 1 && !decides && !joints.has('and')) return null;
  if (answers.includes(decides)) return decides;
  return answers.includes(null) ? null : !decides;
}

function opposite(answer: Answer): Answer {
  return answer === null ? null : !answer;
}

function feature(word: string, viewport: Viewport): Answer {
  const inner = /^\((.*)\)$/s.exec(word)?.[1]?.trim() ?? '';
  if (/^(?:\(|not\b)/.test(inner)) return condition(cssWords(inner), viewport);
  const orientation = /^orientation\s*:\s*(portrait|landscape)$/.exec(inner)?.[1];
  if (orientation) return orientation === (viewport.height >= viewport.width ? 'portrait' : 'landscape');
  const plain = /^(?:-webkit-)?(?:(min|max)-)?([a-z-]+)\s*:\s*(.+)$/s.exec(inner);
  if (plain) {
    const [, bound, name = '', value = ''] = plain;
    return compared(name, bound === 'min' ? '>=' : bound === 'max' ? '<=' : '=', { value, viewport });
  }
  const range = /^(?:([^<>=]+)([<>]=?|=))?\s*([a-z-]+)\s*(?:([<>]=?|=)([^<>=]+))?$/s.exec(inner);
  const [, before, left = '', name = '', right = '', after] = range ?? [];
  if (before === undefined && after === undefined) return null;
  const mirrored = left.replace(/[<>]/, (sign) => (sign === '<' ? '>' : '<'));
  const sides: Answer[] = [];
  if (before !== undefined) sides.push(compared(name, mirrored, { value: before, viewport }));
  if (after !== undefined) sides.push(compared(name, right, { value: after, viewport }));
  return sides.includes(null) ? null : !sides.includes(false);
}

function compared(name: string, sign: string, against: { value: string; viewport: Viewport }): Answer {
  const number = Object.hasOwn(NUMBERS, name) ? NUMBERS[name] : undefined;
  const value = number?.read(against.value.trim(), against.viewport);
  if (!number || value === null || value === undefined) return null;
  const is = number.is(against.viewport);
  if (sign === '=') return is === value;
  if (is === value) return sign.endsWith('=');
  return sign.startsWith('<') ? is < value : is > value;
}

/** `16/9`, or one number. */
function quotient(text: string): number | null {
  const [, above, below = '1'] = /^([\d.]+)(?:\s*\/\s*([\d.]+))?$/.exec(text) ?? [];
  const value = Number(above) / Number(below);
  return Number.isFinite(value) ? value : null;
}

function dotsPerPixel(text: string): number | null {
  const [, digits, unit = ''] = /^([\d.]+)(dppx|x|dpi|dpcm)$/.exec(text) ?? [];
  const dots = { dppx: 1, x: 1, dpi: 1 / 96, dpcm: 2.54 / 96 }[unit];
  return dots && Number.isFinite(Number(digits)) ? Number(digits) * dots : null;
}
