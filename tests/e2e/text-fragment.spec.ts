// A selection's link, opened in the browser: exactly the selected words are what it shows.
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { readSelection } from '../../lib/capture/quote/read-selection.ts';
import { linkToPassage } from '../../lib/capture/quote/text-fragment.ts';
import { chromiumPath } from './programs.ts';

const SITE = 'https://paper.test/';
/** The browser paints what a text directive leads to; nothing else on these pages has that colour. */
const STYLE = `<style>::target-text { background: #f00; color: #f00 } body { font: 20px/1.5 sans-serif; margin: 8px }</style>`;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

let browser: Browser;
let page: Page;
test.beforeAll(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  page = await browser.newPage({ viewport: { width: 900, height: 700 } });
});
test.afterAll(() => browser.close());

/** Shows the body in the one page, as a new document. */
async function open(body: string, url = SITE): Promise<void> {
  await page.unrouteAll();
  await page.route(`${SITE}**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html>${STYLE}${body}` }),
  );
  await page.goto('about:blank');
  await page.goto(url);
}

/** Selects what stands between ⟦ and ⟧, and takes these away. */
function select(): Promise<void> {
  return page.evaluate(() => {
    const edges: [Text, number][] = [];
    const roots: Node[] = [document];
    for (const root of roots) {
      const walker = document.createTreeWalker(root);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node instanceof Element && node.shadowRoot) roots.push(node.shadowRoot);
        for (let at = node instanceof Text ? node.data.search(/[⟦⟧]/) : -1; at >= 0; ) {
          (node as Text).deleteData(at, 1);
          edges.push([node as Text, at]);
          at = (node as Text).data.search(/[⟦⟧]/);
        }
      }
    }
    const [[from, start], [to, end]] = edges as [[Text, number], [Text, number]];
    getSelection()?.setBaseAndExtent(from, start, to, end);
  });
}

/** Where the selected words are shown. */
function selectedBoxes(): Promise<Box[]> {
  return page.evaluate(() => {
    const range = getSelection()?.getRangeAt(0);
    const pictures = [...document.images].map((image) => image.getBoundingClientRect().x);
    return [...(range?.getClientRects() ?? [])]
      .filter(({ x, width }) => width > 0 && !pictures.includes(x))
      .map(({ x, y, width, height }) => ({ x, y: y + scrollY, width, height }));
  });
}

function isInside(x: number, y: number, margin: number, { x: left, y: top, width, height }: Box): boolean {
  return x >= left - margin && x <= left + width + margin && y >= top - margin && y <= top + height + margin;
}

/** How many of the painted pixels lie within the boxes, as a part of the boxes, and how many outside of them. */
async function painted(boxes: Box[]): Promise<{ within: number; outside: number }> {
  const { data, info } = await sharp(await page.screenshot({ fullPage: true }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let [within, outside, area] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 3) {
    const pixel = at / 3;
    const [x, y] = [pixel % info.width, Math.floor(pixel / info.width)];
    const isPainted = data[at] === 255 && data[at + 1] === 0 && data[at + 2] === 0;
    const isCore = boxes.some((box) => isInside(x + 0.5, y + 0.5, -2, box));
    if (isCore) area += 1;
    if (isCore && isPainted) within += 1;
    if (isPainted && !boxes.some((box) => isInside(x + 0.5, y + 0.5, 2, box))) outside += 1;
  }
  return { within: within / area, outside };
}

async function linkOf(): Promise<string | null> {
  const selection = await page.evaluate(readSelection);
  return selection?.passage ? linkToPassage(page.url(), selection.passage) : null;
}

const LONG = Array.from({ length: 60 }, (_, index) => `word${index} of many`).join(' ');
const FAR = Array.from({ length: 80 }, (_, index) => `<p>Paragraph ${index} says this and that.</p>`).join(
  '',
);

const FOUND: Record<string, string> = {
  'words that stand there once': '<p>Nothing ⟦ventured nothing⟧ gained</p>',
  'the second of the same words': '<p>An apple a day. Not ⟦an apple⟧ a week.</p>',
  'the last of many, with the same neighbours': `<p>${'one two three four. '.repeat(3)}one ⟦two⟧ three five.</p>`,
  'words with each sign of the syntax':
    '<p>Salt, pepper &amp; ⟦well-known, half-baked &amp; (very) odd 100% #~!⟧ x</p>',
  'a long sentence by its ends': `<p>Begin. ⟦${LONG}⟧ end.</p>`,
  'more than one block': '<h1>A title</h1><p>Some ⟦words here</p><p>and words⟧ there</p>',
  'the second of two equal blocks': '<p>Same words</p><p>Of old</p><p>⟦Same words⟧</p><p>then</p>',
  'what a line break divides': '<p>First ⟦line<br>second⟧ line</p>',
  'what stands in a preformatted text': '<pre>let a = 1;\n⟦let  b = 2;\nlet c⟧ = 3;</pre>',
  'words with a picture among them': '<p>Before ⟦the <img width="40" height="20"> picture⟧ and behind</p>',
  'words in bold and in links': '<p>It is <b>⟦really</b> <a href="#">quite⟧</a> simple</p>',
  'words in a box of their own':
    '<p>Price <span style="display:inline-block">⟦12 Euro</span> today⟧ only</p>',
  'a cell of a table': '<table><tr><td>12</td><td>⟦12 pieces⟧</td></tr></table>',
  'what upper case is made of':
    '<style>p { text-transform: uppercase }</style><p>Straße ⟦groß und weit⟧ fort</p>',
  'an accent that stands there without it before': '<p>A resume was sent. ⟦A résumé⟧ came.</p>',
  'typographic quotation marks': '<p>"Yes", he said. ⟦“Yes”⟧, she said.</p>',
  'what is seen, not its hidden twin':
    '<p hidden>Same words</p><p style="visibility:hidden">Same words</p><p>⟦Same words⟧</p>',
  'fixed spaces': '<p>Page&nbsp;12 ⟦costs 12&nbsp;Euro &nbsp;now⟧ here</p>',
  'Arabic, from right to left': '<p dir="rtl">قال لي ⟦إن الطريق طويل⟧ جدا</p>',
  'Hebrew among Latin words': '<p>He wrote ⟦שלום עולם⟧ and left</p>',
  'Japanese without spaces': '<p>私は東京都に⟦住んでいます⟧。東京は大きい。</p>',
  'Thai without spaces': '<p>ฉัน⟦รักภาษาไทย⟧มาก</p>',
  'words with soft hyphens and zero-width spaces': '<p>A ⟦Donau\u00addampf\u200bschiff sails⟧ by</p>',
  'words in an embedding that turns them': '<p>A \u202b⟦turned word\u202c here⟧ it is</p>',
  'emoji of many parts': '<p>The ⟦family 👩‍👩‍👧‍👦 goes⟧ out</p>',
  'an open shadow tree':
    '<div><template shadowrootmode="open"><p>Deep ⟦shadow words⟧ <slot></slot></p></template>light</div>',
  'the light words in a shadow tree':
    '<div><template shadowrootmode="open"><p>Deep <slot></slot></p></template>⟦deep light⟧ here</div>',
  'far down on a long page': `${FAR}<p>Here it ⟦says this and that⟧ again.</p>`,
};

for (const [what, body] of Object.entries(FOUND)) {
  test(`leads to ${what}`, async () => {
    await open(body);
    await select();
    const boxes = await selectedBoxes();
    const link = await linkOf();
    expect(link).toContain('#:~:text=');
    await open(body.replace(/[⟦⟧]/g, ''), link ?? '');
    await expect
      .poll(() => painted(boxes), { message: link ?? '', intervals: [50, 100, 500] })
      .toEqual({ within: 1, outside: 0 });
  });
}

const NOT_FOUND: Record<string, string> = {
  'is told apart from its twin by nothing':
    '<p>Same words here</p><p>x</p><p>Same ⟦words here</p><p>until⟧ then</p>',
  'ends at a mark that turns words around': '<p>A \u202b⟦turned word⟧\u202c here</p>',
  'can be edited': '<div contenteditable>Some ⟦words of a draft⟧ here</div>',
};

for (const [what, body] of Object.entries(NOT_FOUND)) {
  test(`offers no link to what ${what}`, async () => {
    await open(body);
    await select();
    expect(await page.evaluate(readSelection)).toMatchObject({ text: expect.stringContaining('word') });
    expect(await linkOf()).toBeNull();
  });
}
