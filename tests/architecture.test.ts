// The rules of the house (architecture): which way imports go, how large things may be, which words are used where.
// A failure is a sentence that says what to change.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = new URL('..', import.meta.url).pathname;
const CODE = globSync('{entrypoints,components,lib,tests,scripts}/**/*.{ts,tsx}', { cwd: root }).map(
  normalize,
);
const PRODUCT = CODE.filter((file) => /^(?:entrypoints|components|lib)\//.test(file));

function sourceOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function withoutComments(source: string): string {
  return source.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, '');
}

interface Import {
  from: string;
  to: string;
  /** Types are gone when the code runs. */
  typeOnly: boolean;
}

/** Every import, with addresses inside of the house made relative to its root. */
function importsOf(file: string): Import[] {
  const found = sourceOf(file).matchAll(
    /(?:(import type [^']*|export type [^']*)|from|import)\s*\(?\s*'([^']+)'/g,
  );
  return [...found].map(([, type, address = '']) => ({
    from: file,
    typeOnly: type !== undefined,
    to: address.startsWith('@/')
      ? address.slice(2)
      : address.startsWith('.')
        ? normalize(join(dirname(file), address))
        : address,
  }));
}

/** A room is a top folder, and inside of lib the folder below it. */
function roomOf(path: string): string {
  return /^lib\/[^/]+\//.exec(path)?.[0].slice(0, -1) ?? /^[^/]+/.exec(path)?.[0] ?? path;
}

/** What each room may import beside itself. */
const MAY: Record<string, string[]> = {
  'lib/networks': [],
  'lib/buffer': ['lib/networks'],
  'lib/account': ['lib/buffer'],
  'lib/drafts': ['lib/buffer', 'lib/networks'],
  'lib/outbox': ['lib/drafts', 'lib/buffer', 'lib/networks'],
  'lib/capture': ['lib/drafts', 'lib/buffer', 'lib/networks'],
  'lib/duplicates': ['lib/capture', 'lib/outbox', 'lib/drafts', 'lib/buffer', 'lib/networks'],
};

const isInside = (path: string) => /^(?:entrypoints|components|lib|tests|scripts|assets)\//.test(path);
const allImports = CODE.flatMap(importsOf);

function sentences(broken: Import[], why: (one: Import) => string): string[] {
  return broken.map((one) => `${one.from} imports ${one.to}: ${why(one)}`);
}

describe('which way one may walk', () => {
  it('entrypoints import components, components import lib, never back', () => {
    const order = ['lib', 'components', 'entrypoints'];
    const broken = allImports.filter(({ from, to }) => {
      const [own, other] = [from, to].map((path) => order.indexOf(path.split('/')[0] ?? ''));
      return own !== undefined && other !== undefined && own >= 0 && other > own;
    });
    expect(sentences(broken, () => 'the way goes from entrypoints to components to lib')).toEqual([]);
  });

  it('the rooms of lib import only what is below them', () => {
    const broken = allImports.filter(({ from, to }) => {
      const allowed = MAY[roomOf(from)];
      return allowed && isInside(to) && roomOf(to) !== roomOf(from) && !allowed.includes(roomOf(to));
    });
    expect(
      sentences(broken, ({ from }) => `${roomOf(from)} may import only ${MAY[roomOf(from)]?.join(', ')}`),
    ).toEqual([]);
  });

  it('the domain knows no browser', () => {
    const broken = allImports.filter(
      ({ from, to }) => MAY[roomOf(from)] && /^(?:wxt|#i18n|webextension-polyfill|preact)/.test(to),
    );
    expect(sentences(broken, () => 'time, fetch, storage and randomness arrive as arguments')).toEqual([]);
    const reached = PRODUCT.filter(
      (file) => MAY[roomOf(file)] && /\b(?:browser|chrome)\.\w+\./.test(sourceOf(file)),
    );
    expect(reached.map((file) => `${file} reaches for the browser's API: only lib/platform may`)).toEqual([]);
  });

  it('the local Buffer and the product know nothing of each other', () => {
    const broken = allImports.filter(
      ({ from, to }) =>
        (from.startsWith('tests/sandbox/') && /^(?:lib|components|entrypoints)\//.test(to)) ||
        (/^(?:lib|components|entrypoints)\//.test(from) && to.startsWith('tests/')),
    );
    expect(sentences(broken, () => 'the local Buffer follows the documents, not our client')).toEqual([]);
  });

  it('zod parses at the border only', () => {
    const borders = /(?:schemas|messages)\.ts$/;
    const broken = allImports.filter(
      ({ from, to, typeOnly }) =>
        PRODUCT.includes(from) && to.startsWith('zod') && !typeOnly && !borders.test(from),
    );
    expect(sentences(broken, () => 'parsing stands in schemas.ts and messages.ts')).toEqual([]);
    const full = allImports.filter(({ from, to }) => PRODUCT.includes(from) && to === 'zod');
    expect(sentences(full, () => 'zod/mini is a quarter of the size')).toEqual([]);
    const drawn = allImports.filter(
      ({ from, to, typeOnly }) => from.startsWith('components/') && /schemas\.ts$/.test(to) && !typeOnly,
    );
    expect(sentences(drawn, () => 'a page trusts what the background has adopted')).toEqual([]);
  });

  it('components draw and the background speaks with Buffer', () => {
    const broken = allImports.filter(
      ({ from, to }) =>
        from.startsWith('components/') &&
        /^lib\/(?:account\/(?!errors)|buffer\/(?:backends|http|graphql|rest\/(?!meta)))/.test(to),
    );
    expect(sentences(broken, () => 'only the background calls Buffer and holds credentials')).toEqual([]);
  });
});

describe('sizes', () => {
  const lines = CODE.map((file) => ({ file, count: sourceOf(file).trimEnd().split('\n').length }));

  it('no file is over 250 lines', () => {
    const long = lines.filter(({ count }) => count > 250);
    expect(
      long.map(({ file, count }) => `${file} has ${count} lines: a file has one reason to exist`),
    ).toEqual([]);
  });

  it('nine files of ten have at most 150 lines, half of them at most 60 or so', () => {
    const sorted = lines
      .filter(({ file }) => PRODUCT.includes(file))
      .map(({ count }) => count)
      .sort((a, b) => a - b);
    const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? 0;
    expect(at(0.9), 'the ninth decile of lines per file').toBeLessThanOrEqual(150);
    expect(at(0.5), 'the median of lines per file').toBeLessThanOrEqual(75);
  });

  it('every file begins with what it is for, unless its name can say it', () => {
    const bare = PRODUCT.filter(
      (file) => !/^\/[/*]/.test(sourceOf(file)) && !/main\.tsx$|index\.ts$/.test(file),
    );
    expect(bare.map((file) => `${file} does not begin with a comment that says what it is for`)).toEqual([]);
  });
});

describe('words', () => {
  it('profile and update are words of the classic API alone', () => {
    const broken = PRODUCT.filter((file) => !file.startsWith('lib/buffer/rest/')).filter((file) =>
      /\b(?:profile|Profile)(?:s|Id)?\b/.test(withoutComments(sourceOf(file))),
    );
    const allowed = broken.filter(
      (file) => !/^lib\/buffer\/(?:graphql|budget|rate)|^lib\/outbox\/budget/.test(file),
    );
    expect(allowed.map((file) => `${file} says "profile": a connected account is a Channel`)).toEqual([]);
  });

  it('there is no room for leftovers', () => {
    const bad = CODE.filter((file) => /\/(?:utils|helpers|common|misc)\//.test(file));
    expect(bad.map((file) => `${file} is in a folder without a subject`)).toEqual([]);
  });

  it('nothing is left open without a reason', () => {
    const others = CODE.filter((file) => !file.endsWith('architecture.test.ts'));
    const bad = others.filter((file) => {
      const code = withoutComments(sourceOf(file));
      return (
        /@ts-(?:ignore|nocheck)|\bTODO\b/.test(sourceOf(file)) ||
        /: any\b|\bas any\b|\b(?:it|test|describe)\.only\(/.test(code)
      );
    });
    expect(
      bad.map((file) => `${file} holds an open end: any, an ignored type error, or work put off`),
    ).toEqual([]);
  });
});

describe('locale files', () => {
  function keysOf(value: unknown, path = ''): string[] {
    if (typeof value !== 'object' || value === null) return [path];
    const entries = Object.entries(value);
    if (entries.some(([key]) => key === 'n')) return [path];
    return entries.flatMap(([key, inner]) => keysOf(inner, path ? `${path}.${key}` : key));
  }

  const keys = keysOf(parse(readFileSync(join(root, 'locales/en.yml'), 'utf8')));
  const text = PRODUCT.map(sourceOf).join('\n') + readFileSync(join(root, 'wxt.config.ts'), 'utf8');

  it('every string is used', () => {
    // A key may be put together from a word of the code: then its group is named in a template.
    const used = (key: string) =>
      text.includes(`'${key}'`) ||
      text.includes(`__MSG_${key}__`) ||
      new RegExp(`\`${key.replace(/\.[^.]+$/, '').replaceAll('.', '\\.')}\\.\\$\\{`).test(text);
    expect(keys.filter((key) => !used(key)).map((key) => `locales/en.yml: ${key} is used nowhere`)).toEqual(
      [],
    );
  });

  it('every other locale has the same keys', () => {
    const others = globSync('locales/*.yml', { cwd: root }).filter((file) => file !== 'locales/en.yml');
    for (const file of others) {
      expect(keysOf(parse(readFileSync(join(root, file), 'utf8'))).sort(), file).toEqual([...keys].sort());
    }
    expect(keys.length).toBeGreaterThan(100);
  });
});
