// The composer's parts share one page: what one of them styles must not change another by the chance of a name.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';

const root = new URL('..', import.meta.url).pathname;
const files = (pattern: string) => globSync(pattern, { cwd: root }).map(normalize);
const sourceOf = (file: string) => readFileSync(join(root, file), 'utf8');

/** Each selector of a style sheet, without what it only asks about. */
function selectorsOf(sheet: string): string[] {
  const rules = sourceOf(sheet).replaceAll(/\/\*[\s\S]*?\*\/|@[^{;]*[{;]/g, '');
  const selectors = rules.match(/[^{};]+(?=\{)/g) ?? [];
  return selectors.flatMap((one) => one.replaceAll(/:(?:not|has)\([^{]*?\)/g, '').split(','));
}

function classesIn(selector: string): string[] {
  return selector.match(/(?<=\.)[a-z][\w-]*/g) ?? [];
}

/** The classes that a view gives by name where it gives them; what it puts together elsewhere is not seen. */
function classesOf(view: string): string[] {
  const given = sourceOf(view).match(/\bclass=(?:"[^"]*"|\{[^}]*\})/g) ?? [];
  const words = given.flatMap((one) => one.match(/"[^"]*"|'[^']*'|`[^`]*`/g) ?? []);
  return words.flatMap((one) => one.match(/[\w-]+/g) ?? []);
}

const SHARED = files('{assets,components/{ui,entries,composer}}/*.css')
  .flatMap(selectorsOf)
  .flatMap(classesIn);
const VIEWS = files('components/{composer,entries,ui}/**/*.tsx').map((view) => ({
  folder: dirname(view),
  classes: classesOf(view),
}));

it('every rule of a part of the composer names a class that is of this part alone', () => {
  const broken = files('components/composer/*/*.css').flatMap((sheet) => {
    const own = VIEWS.filter(({ folder }) => folder === dirname(sheet)).flatMap(({ classes }) => classes);
    const others = VIEWS.filter(({ folder }) => folder !== dirname(sheet)).flatMap(({ classes }) => classes);
    const isOwn = (name: string) => !others.includes(name) && (own.includes(name) || !SHARED.includes(name));
    const leaking = selectorsOf(sheet).filter((one) => /\./.test(one) && !classesIn(one).some(isOwn));
    return leaking.map((selector) => `${sheet}: ${selector.trim()} is drawn elsewhere, too`);
  });
  expect(broken).toEqual([]);
});

it('and there are such rules, and such classes', () => {
  expect(files('components/composer/*/*.css').flatMap(selectorsOf).length).toBeGreaterThan(100);
  expect(VIEWS.filter(({ classes }) => classes.length > 0).length).toBeGreaterThan(40);
});
