// The corpus: from every saved page, in the real browser, what a careful person would have shared.
import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { chooseFrom } from '../../lib/capture/choose.ts';
import { CorpusBrowser, corpus, corpusFiles, type Expected } from './corpus.ts';

const FIELDS = ['link', 'title', 'description', 'picture'] as const;
const AT_ONCE = 4;

type Found = Pick<Expected, (typeof FIELDS)[number] | 'less'> & { alt: string };

const PAGES = corpus();
const found = new Map<Expected, Found>();

async function capturedIn(browser: CorpusBrowser, expected: Expected): Promise<Found> {
  const { reading, tab } = await browser.read(expected);
  const capture = chooseFrom(reading, tab);
  const [picture] = capture.pictures;
  return {
    link: capture.links[0]?.value ?? '',
    title: capture.titles[0]?.value ?? '',
    description: capture.descriptions[0]?.value ?? '',
    picture: picture?.url ?? null,
    alt: picture?.alt ?? '',
    ...(capture.less && { less: capture.less }),
  };
}

/** One row per group: on how many of its pages each field is as it was written by hand. */
function agreements(): string {
  const row = (cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const counted = (name: string, pages: Expected[]): string =>
    row([
      name,
      pages.length,
      ...FIELDS.map((field) => pages.filter((page) => found.get(page)?.[field] === page[field]).length),
    ]);
  const groups = [...Map.groupBy(PAGES, ({ group }) => group)];
  return [
    row(['group', 'pages', ...FIELDS]),
    row(['---', '---', ...FIELDS.map(() => '---')]),
    ...groups.map(([group, pages]) => counted(group, pages)),
    counted('all', PAGES),
  ].join('\n');
}

test.beforeAll(async () => {
  test.setTimeout(240_000);
  const browser = await CorpusBrowser.launch();
  const waiting = PAGES.values();
  async function readTheRest(): Promise<void> {
    for (const page of waiting) found.set(page, await capturedIn(browser, page));
  }
  await Promise.all(Array.from({ length: AT_ONCE }, readTheRest));
  await browser.close();
  const table = agreements();
  writeFileSync('test-results/corpus.md', `${table}\n`);
  process.stdout.write(`\nAgreement with what was written by hand:\n${table}\n`);
});

test('the corpus has at least 120 pages, and no file without an expectation', () => {
  const listed = PAGES.flatMap(({ group, page, frames }) =>
    [page, ...Object.values(frames ?? {})].map((file) => `${group}/${file}`),
  );
  expect(PAGES.length).toBeGreaterThanOrEqual(120);
  expect([...new Set(listed)].sort()).toEqual(corpusFiles());
});

for (const page of PAGES) {
  test(`${page.group}/${page.page}: ${page.models}`, () => {
    const { link, title, description, picture, less, alt } = page;
    const written = { link, title, description, picture, ...(less && { less }) };
    expect(found.get(page)).toEqual({ ...written, alt: alt ?? expect.any(String) });
  });
}
