// The pages that the reader is measured on: an article as most are, and one that is larger than almost any.

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360"/></svg>';

const META = [
  ['property', 'og:type', 'article'],
  ['property', 'og:title', 'A slow train through the valley'],
  ['property', 'og:description', 'Three days, eleven stations and one missed connection.'],
  ['property', 'og:image', '/picture-0.svg'],
  ['property', 'og:url', '/small'],
  ['property', 'og:site_name', 'The Valley Gazette'],
  ['property', 'article:published_time', '2026-11-20T08:00:00Z'],
  ['name', 'twitter:card', 'summary_large_image'],
  ['name', 'twitter:title', 'A slow train through the valley'],
  ['name', 'description', 'Three days, eleven stations and one missed connection.'],
  ['name', 'author', 'Mara Alder'],
  ['name', 'viewport', 'width=device-width'],
];

const ARTICLE = JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'A slow train through the valley',
  author: { '@type': 'Person', name: 'Mara Alder' },
  image: ['/picture-0.svg', '/picture-1.svg'],
  datePublished: '2026-11-20T08:00:00Z',
});

function times(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join('');
}

function html(address: string, body: string): string {
  const meta = META.map(([attribute, name, content]) => `<meta ${attribute}="${name}" content="${content}">`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A slow train through the valley</title>
${meta.join('')}<link rel="canonical" href="${address}"><link rel="icon" href="data:,">
<script type="application/ld+json">${ARTICLE}</script></head><body>${body}</body></html>`;
}

function image(index: number): string {
  return `<img src="/picture-${index}.svg" alt="Station ${index}" width="640" height="360" loading="lazy">`;
}

function article(): string {
  const menu = times(10, (index) => `<li><a href="/section-${index}">Section ${index}</a></li>`);
  const paragraph = (index: number) =>
    `<p>The ${index}. hour went by with <a href="/station-${index}">a station</a>, tea, and rain on the window.</p>`;
  const figure = (index: number) =>
    `<figure>${image(index)}<figcaption>Station ${index}</figcaption></figure>`;
  return `<header><nav><ul>${menu}</ul></nav></header><main><article><h1>A slow train through the valley</h1>
${times(3, figure)}${times(40, paragraph)}</article></main><footer><p>The Valley Gazette</p></footer>`;
}

/** Ten nodes each, one of them a picture. */
function card(index: number): string {
  return `<article><a href="/${index}">${image(index)}</a><h2>Card ${index}</h2><p>Words <b>of a card</b></p><small></small></article>`;
}

/** What stands at an address, with its media type; null where nothing does. */
export function answerAt(path: string): { type: string; body: string } | null {
  if (path === '/small') return { type: 'text/html', body: html(path, article()) };
  if (path === '/large') return { type: 'text/html', body: html(path, times(5000, card)) };
  return path.startsWith('/picture-') ? { type: 'image/svg+xml', body: PICTURE } : null;
}
