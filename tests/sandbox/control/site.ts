// The demo pages under /pages/ and the pictures under /media/.
import { renderPage } from '../page.ts';
import { ARTICLE_STYLE, articlePage } from './article.ts';
import { choicesPage, insidePage } from './choices.ts';
import { pictureAt } from './pictures.ts';

const PHOTO_STYLE = `body { background: #14181d; } img { display: block; width: 100%; min-height: 100vh; object-fit: cover; }`;

const INDEX_STYLE = `${ARTICLE_STYLE}
ul { list-style: none; padding: 0; margin-top: 34px; } li { padding: 18px 0; border-top: 1px solid #e5e0d3; margin: 0; }
li a { font-size: 22px; font-weight: 700; } li p { color: #6d685c; font-size: 17px; }
@media (prefers-color-scheme: dark) { li { border-color: #38352d; } li p { color: #aaa392; } }`;

const entry = (address: string, title: string, says: string) =>
  `<li><a href="${address}">${title}</a><p>${says}</p></li>`;

function indexPage(origin: string): string {
  const pages = `${origin}/pages`;
  const entries = [
    entry(
      `${pages}/walk.html`,
      'Why the best ideas arrive on a walk',
      'An article with all its tags and four pictures.',
    ),
    entry(
      `${pages}/photo.html`,
      'Evening at the coast',
      'One big picture and nothing that describes the page.',
    ),
    entry(`${pages}/plain.html`, 'About', 'A title and plain text.'),
    entry(
      `${pages}/choices.html?view=print&utm_source=mail&utm_campaign=spring`,
      'Notes on notes',
      'Two titles, two descriptions, and an address with more on it than it needs.',
    ),
    entry(
      `${pages}/inside.html`,
      'Notes from inside',
      'Its own picture stands where Buffer cannot fetch it.',
    ),
  ].join('');
  const body = `<main><h1>The Long Way Round</h1>
<p class="stand">Pages to try the extension on. They are served by the local Buffer.</p><ul>${entries}</ul></main>`;
  return renderPage({ title: 'The Long Way Round', style: INDEX_STYLE, body });
}

const photoPage = (origin: string) =>
  renderPage({
    title: 'Evening at the coast',
    style: PHOTO_STYLE,
    body: `<img src="${origin}/media/coast.jpg" width="1600" height="1067" alt="The sun going down behind a calm sea, seen from dark cliffs with trees">`,
  });

const plainPage = () =>
  renderPage({
    title: 'About The Long Way Round',
    style: ARTICLE_STYLE,
    body: `<main><h1>About</h1><p>The Long Way Round is a small magazine about walking, written on the way back.</p>
<p>It has no pictures on this page, no description and no card, as many pages have none.</p></main>`,
  });

const PAGES: Record<string, (origin: string) => string> = {
  '/pages/': indexPage,
  '/pages/index.html': indexPage,
  '/pages/walk.html': articlePage,
  '/pages/photo.html': photoPage,
  '/pages/plain.html': plainPage,
  '/pages/choices.html': choicesPage,
  '/pages/inside.html': insidePage,
};

/** Answers a demo page or a picture; 404 for everything else. */
export async function site(request: Request, origin: string): Promise<Response> {
  const { pathname } = new URL(request.url);
  const page = Object.hasOwn(PAGES, pathname) ? PAGES[pathname] : undefined;
  if (page) return new Response(page(origin), { headers: { 'content-type': 'text/html; charset=utf-8' } });
  const picture = await pictureAt(pathname);
  return (
    picture ??
    new Response('There is nothing here.', { status: 404, headers: { 'content-type': 'text/plain' } })
  );
}
