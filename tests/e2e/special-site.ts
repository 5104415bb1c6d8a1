// A small server of what is no ordinary page: documents, errors, pages that never end, and frames.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of a PDF with or without a title of its own. */
function pdf(title: string): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>',
    title ? `<</Title(${title})>>` : '<<>>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 5\n0000000000 65535 f \n${places.join('')}trailer<</Size 5/Root 1 0 R/Info 4 0 R>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}

const html = (title: string, body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title>${body}`;

/** "日本語の題名" and "これは短い引用です" in Shift-JIS, with an ASCII frame around. */
const TITLE_SJIS = Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc, 0x91, 0xe8, 0x96, 0xbc]);
const WORDS_SJIS = Buffer.from([
  0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x92, 0x5a, 0x82, 0xa2, 0x88, 0xf8, 0x97, 0x70, 0x82, 0xc5, 0x82, 0xb7,
]);
const SHIFT_JIS = Buffer.concat([
  Buffer.from('<!doctype html><meta charset="shift_jis"><title>'),
  TITLE_SJIS,
  Buffer.from('</title><p>A <span id="words">'),
  WORDS_SJIS,
  Buffer.from('</span> b</p>'),
]);

type Page = [type: string, body: string | Buffer, status?: number];

const PAGES: Record<string, Page> = {
  '/An%20old%20map.pdf': ['application/pdf', pdf('')],
  '/titled.pdf': ['application/pdf', pdf('The map of 1820')],
  '/notes.txt': ['text/plain; charset=utf-8', 'Only words.'],
  '/data.json': ['application/json', '{"title":"No title"}'],
  '/gone': ['text/html; charset=utf-8', html('Not here', '<p>Nothing.</p>'), 404],
  '/broken': ['text/html; charset=utf-8', html('Broken', '<p>Nothing.</p>'), 500],
  '/hung': ['text/html; charset=utf-8', html('Hung', '<script>onclick = () => { for (;;); }</script>')],
  '/shift-jis': ['text/html', SHIFT_JIS],
  '/frames': [
    'text/html; charset=utf-8',
    html('Frames', '<p>The page itself</p><iframe srcdoc="<p id=words>Words in a frame</p>"></iframe>'),
  ],
  '/rtl': [
    'text/html; charset=utf-8',
    html('‏الطريق', '<p dir="rtl">قال لي <span id="words">إن الطريق\u200b طويل\u202e</span> جدا</p>'),
  ],
  '/fields': [
    'text/html; charset=utf-8',
    html(
      'Fields',
      `<textarea id="draft">Words of a draft</textarea><input id="name" value="A name"><input id="password" type="password"
       value="hunter22"><input id="card" autocomplete="section-a cc-number" value="4111"><input id="code" autocomplete="one-time-code"
       value="123456"><input id="shown" type="text" autocomplete="current-password" value="hunter23">
       <div id="host"></div><script>host.attachShadow({ mode: 'open' }).innerHTML =
       '<p><span id="deep">Deep words</span> here</p><input id="deep-card" autocomplete="cc-csc" value="999">';
       </script>`,
    ),
  ],
};

export interface SpecialSite {
  at(path: string): string;
  /** Lets `/slow` end. */
  finish(): void;
  stop(): Promise<void>;
}

/** Serves them on a free port; a picture comes from `picture`. */
export async function startSpecialSite(picture: Buffer): Promise<SpecialSite> {
  const slow = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.url === '/slow') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.write(html('Slow', `<p>Some words</p>${' '.repeat(2000)}`));
      slow.add(response);
      return;
    }
    if (request.url === '/photo.jpg') {
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture);
      return;
    }
    const [type, body, status = 200] = PAGES[request.url ?? ''] ?? ['text/plain', '', 404];
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    at: (path) => `http://127.0.0.1:${port}${path}`,
    finish: () => {
      for (const response of slow)
        response.end('<meta property="og:title" content="Complete"><p>The end</p>');
      slow.clear();
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
