// Pages that try to break or trick whoever reads them. Each says what a person must get from it all the same.
import { booby } from './watch.ts';

export interface HostilePage {
  what: string;
  /** What stands in its `<head>` and `<body>`, after the tags that every page has. */
  head?: string;
  body?: string;
  /** Runs when all else is there. */
  script?: string;
  /** Where the page's title is not `TITLE`: the start of what the composer makes of it. */
  title?: string;
  /** It changes itself all the time, so its own changes say nothing. */
  restless?: boolean;
}

export const TITLE = 'A page with a title';
export const PICTURE = 'https://pictures.example/a.png';

const MB = 1_000_000;
/** Above what the browser is not to load by itself. */
const FAR = '<div style="height: 100000px"></div>';
const DRAWN = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"/>';
const many = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => one(index)).join('');
const jsonLd = (json: string): string => `<script type="application/ld+json">${json}</script>`;
const fill = (where: string, count: number, html: string): string =>
  `${where}.insertAdjacentHTML('beforeend', ${JSON.stringify(html)}.repeat(${count}));`;

const DOCUMENT_NAMES =
  'title baseURI contentType readyState nodeType querySelector querySelectorAll getElementsByTagName body head images links documentElement defaultView location createElement addEventListener textContent toString constructor __proto__';
const WINDOW_NAMES =
  'performance getSelection getComputedStyle innerWidth devicePixelRatio document location Element Node Reflect Object Array JSON String Number Map item length then toJSON chrome browser';
const ELEMENT_NAMES =
  'getAttribute closest parentElement checkVisibility localName nodeType getElementsByTagName getBoundingClientRect shadowRoot textContent currentSrc src naturalWidth complete item length';
const inputs = many(1, () =>
  ELEMENT_NAMES.split(' ')
    .map((name) => `<input name="${name}">`)
    .join(''),
);

const MARKUP = '<img class=hostile src=x onerror=top.pwned=1><script>pwned=1</script>';
const MARKERS =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what such a page would write
  '$1 $& $` {{constructor.constructor("pwned=1")()}} ${pwned} $t(composer.title) %s __MSG_extName__';
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const og = (name: string, content: string): string =>
  `<meta property="og:${name}" content="${escaped(content)}">`;

export const HOSTILE: HostilePage[] = [
  {
    what: 'clobbers the document, the window and its elements',
    head: og('title', 'What only a tag says'),
    title: 'What only a tag says',
    body: `${DOCUMENT_NAMES.split(' ')
      .map((name) => `<form name="${name}"></form><img name="${name}">`)
      .join('')}
      ${WINDOW_NAMES.split(' ')
        .map((name) => `<a id="${name}" name="${name}"></a><embed name="${name}"><form id="${name}"></form>`)
        .join('')}
      <form role="main" name="closest">${inputs}<img src="${PICTURE}" width="300" height="200"></form>
      <header><form class="hero">${inputs}</form></header><section><form style="background: none">${inputs}</form></section>`,
  },
  { what: 'replaces every function that a reader could use', script: `(${booby})()` },
  {
    what: 'has custom elements that throw wherever they can',
    body: `<x-bomb>${many(20, () => '<x-bomb></x-bomb>')}</x-bomb>`,
    script: `customElements.define('x-bomb', class extends HTMLElement {
      static observedAttributes = ['class'];
      constructor() { super(); this.attachShadow({ mode: 'open' }); }
      get shadowRoot() { note('shadowRoot'); throw 1; } getAttribute() { note('getAttribute'); throw 1; }
      closest() { note('closest'); throw 1; } attributeChangedCallback() { note('attribute'); }
      connectedCallback() { setTimeout(() => {}); } });`,
  },
  {
    what: 'reaches for prototypes in JSON-LD',
    head: jsonLd(
      '{"@type":"Article","headline":"H","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"image":{"__proto__":{"url":"javascript:pwned=1"}}}',
    ),
    title: 'H',
  },
  {
    what: 'has 10,000 JSON-LD nodes, deep and wide, and 2,000 blocks',
    head:
      jsonLd(`{"@type":"Article","image":${'{"image":['.repeat(10_000)}1${']}'.repeat(10_000)}}`) +
      jsonLd(`[${many(9999, () => '{"@type":"Thing","name":"x"},')}{}]`) +
      many(2000, () => jsonLd('{"@type":"Thing","name":"x"}')),
  },
  {
    what: 'has JSON-LD of 300 KB made to be slow to mend',
    head: many(20, () =>
      jsonLd(`{${' ,'.repeat(60_000)}${']]>'.repeat(20_000)}${'<![CDATA['.repeat(10_000)}`),
    ),
  },
  {
    what: 'has 100,000 images',
    body: FAR,
    script: fill('document.body', 100_000, '<img data-src="/a.png" width="300" height="200">'),
  },
  { what: 'has 100,000 tags', script: fill('document.head', 100_000, '<meta property="og:x" content="y">') },
  { what: 'names 5,000 pictures', head: many(5000, (index) => og('image', `${PICTURE}?${index}`)) },
  {
    what: 'has srcsets of 1 MB',
    body: FAR,
    script: fill('document.body', 20, `<img loading="lazy" width="300" height="200" srcset="SET">`).replace(
      '.repeat',
      `.replace('SET', 'a, '.repeat(${MB / 3})).repeat`,
    ),
  },
  {
    what: 'has a title of 50 MB',
    script: `document.title = 't'.repeat(${50 * MB})`,
    title: 't'.repeat(1000),
  },
  {
    what: 'has attributes of 50 MB',
    body: `<img src='${DRAWN}'>`,
    script: `const long = 'x'.repeat(${50 * MB});
      for (const [tag, name] of [['meta', 'content'], ['meta', 'name'], ['link', 'rel'], ['link', 'href'], ['img', 'data-src'], ['script', 'type']])
        document.body.appendChild(document.createElement(tag)).setAttribute(name, long);
      document.querySelector('img').setAttribute('alt', long);
      document.querySelector('meta[content]').setAttribute('property', 'og:description');`,
  },
  {
    what: 'has a heading and JSON-LD of 50 MB',
    body: '<h1 hidden></h1><script type="application/ld+json"></script>',
    script: `document.querySelector('h1').textContent = document.querySelector('script[type]').textContent = '{'.repeat(${50 * MB})`,
  },
  {
    what: 'has a title made to be slow to take apart, and 200 names',
    head:
      og('title', ': a'.repeat(330)) +
      jsonLd(`[${many(200, (index) => `{"@type":"Organization","name":"${'n'.repeat(100)}${index}"},`)}{}]`),
    title: ': a'.repeat(330),
  },
  {
    what: 'hides and turns its words',
    head:
      og('title', `A\u200b p\u202eage\u202c \u2067with\u2069 a ti\u00adtle\ufeff\u{e0041}`) +
      og('description', 'de\u200bscrip\u202etion'),
    body: `<img src="${PICTURE}" width="300" height="200" alt="al\u202et">`,
  },
  {
    what: 'leads to addresses that are none',
    head: `<link rel="canonical" href="javascript:top.pwned=1">${og('url', 'data:text/html,<script>pwned=1</script>')}
      ${og('image', 'javascript:top.pwned=1')}${og('image', 'data:image/svg+xml,<svg onload="pwned=1"/>')}${og('image', 'blob:https://a.example/1')}
      ${og('image', 'file:///etc/passwd')}${og('image', 'https://user:word@a.example/a.png')}${og('image', 'https://10.0.0.1/a.png')}
      ${jsonLd('{"@type":"Article","headline":"J","url":"javascript:pwned=1","mainEntityOfPage":"file:///x","image":["javascript:pwned=1","chrome://x/a.png"]}')}`,
    body: `<img src="file:///etc/a.png" width="300" height="200"><video poster="javascript:top.pwned=1" width="300" height="200"></video>`,
    title: 'J',
  },
  {
    what: 'writes mark-up and markers into its words',
    head:
      og('title', MARKUP + MARKERS) +
      og('description', `${MARKERS} ${MARKUP}`) +
      og('image', PICTURE) +
      og('image:alt', MARKUP) +
      og('site_name', '.*'),
    title: MARKUP + MARKERS,
  },
  {
    what: 'changes itself at every turn',
    restless: true,
    script: `let turn = 0;
      new MutationObserver(() => { if (turn++ % 2) document.body.dataset.turn = turn; }).observe(document, { subtree: true, childList: true, attributes: true });
      setInterval(() => document.body.append(''), 1);`,
  },
  {
    what: 'calls for the extension without end',
    script: `setInterval(() => { postMessage({ type: 'sign-out', ok: true, result: 1 }, '*'); }, 5);
      for (const name of ['message', 'signOut']) document.dispatchEvent(new CustomEvent(name, { detail: { type: 'sign-out' } }));
      globalThis.chrome?.runtime?.sendMessage?.('x', { type: 'sign-out' });`,
    restless: true,
  },
];

/** A whole page: the watcher first, so that it has what it needs before anything of the page runs. */
export function pageOf({ head = '', body = '', script = '' }: HostilePage, watcher: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><link rel="icon" href="data:,"><script>(${watcher})()</script><title>${TITLE}</title>${head}</head>
    <body><p>Words</p>${body}<script>${script}</script></body></html>`;
}
