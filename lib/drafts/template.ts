// The text that a post begins with: a template, filled with what was captured.

export const VARIABLES = ['title', 'link', 'quote', 'description', 'alt', 'site'] as const;
export type Variable = (typeof VARIABLES)[number];
/** What each variable stands for; empty where there is none. */
export type Values = Readonly<Record<Variable, string>>;

const NAME = /\{([\p{L}\p{N}_-]+)\}/gu;
const SEPARATOR = '\\s*[-–—|·•:,;/→]+\\s*|\\s+';
/** What goes with a variable: quotation marks and brackets around it, the mark of a tag or a handle before it. */
const BEFORE = '["\'“„«‹‘‚「(\\[#@]*';
const AFTER = '["\'”“»›’」)\\]]*';

/**
 * The text. A line whose variables are all empty is left out, and an empty one within a line goes with its quotation
 * marks and its separator. What no variable is called stays as it stands, also inside of a value.
 */
export function rendered(template: string, values: Values): string {
  const lines: string[] = [];
  let isAfterGap = true;
  for (const line of template.split('\n')) {
    const names = namesIn(line).filter(isVariable);
    const empty = names.filter((name) => !values[name]);
    const isLeftOut = names.length > 0 && empty.length === names.length;
    // Where a line has gone, the blank one that kept it apart goes too.
    const isSpare = isAfterGap && !line.trim() && !lines.at(-1)?.trim();
    if (!isLeftOut && !isSpare) lines.push(withoutEmpty(line, empty));
    isAfterGap = isLeftOut || (isAfterGap && !line.trim());
  }
  const text = lines.join('\n').trimEnd();
  return text.replaceAll(NAME, (whole, name: string) => (isVariable(name) ? values[name] : whole));
}

/** The names in braces that no variable has, each once. */
export function unknownNames(template: string): string[] {
  return [...new Set(namesIn(template))].filter((name) => !isVariable(name));
}

function namesIn(template: string): string[] {
  return [...template.matchAll(NAME)].map(([, name = '']) => name);
}

function isVariable(name: string): name is Variable {
  return (VARIABLES as readonly string[]).includes(name);
}

function withoutEmpty(line: string, empty: Variable[]): string {
  if (empty.length === 0) return line;
  const hole = new RegExp(`(${SEPARATOR})?${BEFORE}\\{(?:${empty.join('|')})\\}${AFTER}(${SEPARATOR})?`);
  let rest = line;
  for (let found = hole.exec(rest); found; found = hole.exec(rest)) {
    const [whole, left = '', right = ''] = found;
    const [head, tail] = [rest.slice(0, found.index), rest.slice(found.index + whole.length)];
    const separator = right.trim().length > left.trim().length ? right : left;
    rest = head && tail ? head + separator + tail : head + tail;
  }
  return rest;
}
