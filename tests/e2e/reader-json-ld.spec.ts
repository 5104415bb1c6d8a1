// The JSON-LD of a page: mended where it is broken, cut where it is too much, and never more than plain data.
import { expect } from '@playwright/test';
import type { JsonLd } from '../../lib/capture/reading.ts';
import { test } from './fixtures.ts';
import { charactersOf, reader } from './reader.ts';

const { readHtml } = reader();

async function read(...blocks: string[]): Promise<JsonLd[]> {
  const scripts = blocks.map((block) => `<script type="application/ld+json">${block}</script>`);
  return (await readHtml(scripts.join(''))).jsonLd;
}

const ARTICLE = '{"@type":"Article","headline":"H"}';
const READ = { '@type': 'Article', headline: 'H' };

test('every block of the type is read, however the type is written', async () => {
  const { jsonLd } = await readHtml(`<script type="application/LD+JSON; charset=utf-8">${ARTICLE}</script>
    <script type=" application/ld+json ">${ARTICLE}</script>
    <script type="application/json">${ARTICLE}</script><script type="x-application/ld+json">${ARTICLE}</script>`);
  expect(jsonLd).toEqual([READ, READ]);
});

test('what the choosers know is read, and nothing else; numbers and truth values are words', async () => {
  expect(await read('{"@type":"Article","headline":"H","articleBody":"x","author":{"name":"A"}}')).toEqual([
    READ,
  ]);
  expect(await read('{"@type":"ImageObject","width":1200,"name":true,"url":null}')).toEqual([
    { '@type': 'ImageObject', name: 'true', url: null, width: '1200' },
  ]);
});

const MENDED: [string, string][] = [
  ['comments of HTML', `<!-- ${ARTICLE} -->`],
  ['CDATA', `<![CDATA[${ARTICLE}]]>`],
  ['CDATA within comments of JavaScript', `/* <![CDATA[ */ ${ARTICLE} /* ]]> */`],
  ['CDATA within comments of one line', `//<![CDATA[\n${ARTICLE}\n//]]>`],
  ['a semicolon at its end', `${ARTICLE};`],
  ['a comma before its end', '{"@type":"Article","headline":"H",\n}'],
  ['a byte order mark', `\ufeff${ARTICLE}`],
];
test('a broken block is mended', async () => {
  for (const [what, block] of MENDED) expect(await read(block), what).toEqual([READ]);
  expect(await read('{"@type":"Article","headline":"One\r\ntwo\tthree"}')).toMatchObject([
    { headline: 'One two three' },
  ]);
  expect(await read('[{"@type":["A","B",],"name":"N"} , ]')).toEqual([[{ '@type': ['A', 'B'], name: 'N' }]]);
});

test('a block that cannot be mended costs only itself', async () => {
  const hopeless = ['', '{', '}{', 'null', '{"a":', '// nothing', '{"a" "b"}', "{'a':1}"];
  expect(await read(...hopeless, ARTICLE)).toEqual([READ]);
});

test('keys that could reach a prototype do not', async () => {
  const keys =
    '"__proto__":{"name":"x"},"constructor":{"prototype":{"name":"x"}},"prototype":1,"toJSON":1,"then":1';
  const [block] = await read(`{"@type":"Article",${keys},"image":{${keys}}}`);
  expect(block).toEqual({ '@type': 'Article', image: {} });
  expect(Object.getPrototypeOf(block)).toBe(Object.prototype);
});

test('a deep block costs only itself', async () => {
  const lists = '['.repeat(100_000) + ']'.repeat(100_000);
  const objects = `${'{"image":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
  expect((await read(lists, objects, ARTICLE)).at(-1)).toEqual(READ);
});

for (const leaf of ['1234567890123456', '[]', 'null', '""', '"word"', ARTICLE]) {
  test(`wide blocks are cut: ${leaf}`, async () => {
    const row = `[${Array.from({ length: 50 }, () => leaf).join()}]`;
    const blocks = await read(
      ...Array.from({ length: 60 }, () => `[${Array.from({ length: 50 }, () => row).join()}]`),
    );
    expect(charactersOf(blocks)).toBeLessThanOrEqual(64_000);
    expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(128_000);
  });
}

test('a block that is larger than 300,000 characters is left', async () => {
  expect(await read(`{"@type":"Article","headline":"${'x'.repeat(300_000)}"}`, ARTICLE)).toEqual([READ]);
});

test('of 2,000 blocks and of 10,000 objects 200 are read', async () => {
  const blocks = await read(...Array.from({ length: 2000 }, () => ARTICLE));
  expect(blocks.filter(Boolean)).toHaveLength(200);
  expect(blocks.length).toBeLessThanOrEqual(500);
  const [graph] = (await read(`{"@graph":[${Array.from({ length: 8000 }, () => ARTICLE).join()}]}`)) as [
    { '@graph': unknown[] },
  ];
  expect(graph['@graph']).toHaveLength(50);
});
