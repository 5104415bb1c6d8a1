// Demo pages with several answers to every question: two titles, two descriptions, an address of their own.
import { renderPage } from '../page.ts';
import { ARTICLE_STYLE } from './article.ts';

export const CHOICES = {
  tagged: 'Four lines a walk is a good day',
  plain: 'Notes on notes: what to write down outdoors',
} as const;

interface Tags {
  /** The page's own address. */
  address: string;
  picture: string;
}

const tags = ({ address, picture }: Tags) => `<link rel="canonical" href="${address}">
<meta name="description" content="Three words and the place where you stood bring a whole idea back.">
<meta property="og:site_name" content="The Long Way Round">
<meta property="og:title" content="${CHOICES.tagged}">
<meta property="og:description" content="A notebook that fits a coat pocket, with a pencil in the spine, and nothing that plays anything.">
<meta property="og:url" content="${address}">
<meta property="og:image" content="${picture}">`;

const body = (origin: string) => `<main><h1>${CHOICES.plain}</h1>
<p>Write the idea down badly. A whole sentence costs you the next one; three words and the place where you stood bring it
back.</p>
<img src="${origin}/media/notebook.jpg" width="800" height="600" alt="An open notebook beside a pencil and a cup of coffee">
<img src="${origin}/media/forest.jpg" width="800" height="600" alt="Conifers in morning mist">
</main>`;

const page = (origin: string, given: Tags) =>
  renderPage({
    title: `${CHOICES.plain} | The Long Way Round`,
    style: ARTICLE_STYLE,
    head: tags(given),
    body: body(origin),
  });

/** Its tags name another title and description than the page itself, and it is known by an address without a query. */
export function choicesPage(origin: string): string {
  return page(origin, {
    address: `${origin}/pages/choices.html`,
    picture: `${origin}/media/notebook.jpg`,
  });
}

/** The picture that its tags name stands where Buffer cannot go. */
export function insidePage(origin: string): string {
  return page(origin, { address: `${origin}/pages/inside.html`, picture: 'https://192.168.0.10/cover.jpg' });
}
