// The mutants are those of the design, each can still be planted, and a few are hunted; all of them: `npm run simulate -- --mutants`.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MUTANTS } from './mutants/list.ts';
import { type Mutant, patched } from './mutants/mutant.ts';
import { huntAll } from './mutants/run.ts';

const DESIGN = [
  'no write-ahead',
  'write-ahead after the call',
  'outcome in two transactions',
  'sending→waiting at start',
  '5xx = failed',
  'timeout = failed',
  'unreadable 2xx = failed',
  'unreadable 2xx = confirmed',
  'exact text match',
  'match ignores the channel',
  'no claims',
  'clock skew ignored',
  'one look at 0 s',
  'near match resends',
  '1025 = success blindly',
  '1025 = failure',
  'no head-of-line block',
  'budget in memory',
  'budget reserved after the call',
  'no margin',
  'Retry-After read as ms',
  '429 body ignored',
  'refresh in two contexts',
  'refresh token replayed at start',
  "account A's entries under B's token",
  'cancel while checking deletes the record',
  'alarm re-created at each start',
  'double accept on Enter twice',
  'HTTP client retries writes',
];

/** What the design could not yet name. */
const CLASSIC = [
  'sent read before pending',
  'drafts not looked for',
  "another channel's answer = refused",
  'retired = failed',
  'each entry asks an API that is switched off',
  'one budget for both APIs',
  'a token for the other API',
];

const sourceOf = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

test('every seeded bug of the design and of the classic API is a mutant, and there are no others', () => {
  expect(MUTANTS.map(({ name }) => name).sort()).toEqual([...DESIGN, ...CLASSIC].toSorted());
});

test.each(MUTANTS)('$name: its patches fit the product as it is', (mutant) => {
  for (const file of new Set(mutant.patches.map((patch) => patch.file)))
    expect(patched(sourceOf(file), file, mutant)).not.toBe(sourceOf(file));
});

test('a patch that fits nowhere, or twice, is an error', () => {
  const [mutant] = MUTANTS as [Mutant];
  const [{ file, find }] = mutant.patches as [Mutant['patches'][number]];
  expect(() => patched('', file, mutant)).toThrow('0 places');
  expect(() => patched(find + find, file, mutant)).toThrow('2 places');
});

const QUICK = [
  'no write-ahead',
  '5xx = failed',
  'HTTP client retries writes',
  'clock skew ignored',
  'no head-of-line block',
];

test('a few of them are noticed', async () => {
  const mutants = MUTANTS.filter(({ name }) => QUICK.includes(name));
  const verdicts = await huntAll(mutants, { most: 400, tell: () => {} });
  expect(verdicts.filter(({ killed }) => !killed).map(({ told }) => told)).toEqual([]);
  expect(verdicts).toHaveLength(QUICK.length);
});

test('without a bug nobody is hunted down', async () => {
  const [mutant] = MUTANTS as [Mutant];
  const harmless = { ...mutant, patches: mutant.patches.map((patch) => ({ ...patch, replace: patch.find })) };
  const [verdict] = await huntAll([harmless], { most: 20, tell: () => {} });
  expect(verdict?.told).toMatch(/^SURVIVED/);
});
