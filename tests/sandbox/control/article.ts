// The demo article at /pages/walk.html: everything that a page worth sharing says of itself.
import { renderPage } from '../page.ts';

const TITLE = 'Why the best ideas arrive on a walk';
const DESCRIPTION =
  'Two hours, a small notebook and no headphones: what a year of walking taught one writer about where ideas come from.';

export const ARTICLE_STYLE = `
body { background: #fbfaf6; color: #24221d; font: 19px/1.65 Georgia, "Iowan Old Style", "Noto Serif", "DejaVu Serif", serif; }
.bar { display: flex; justify-content: space-between; gap: 16px; max-width: 1040px; margin: 0 auto; padding: 22px 24px;
  font: 600 14px/1.4 system-ui, "Noto Sans", "DejaVu Sans", sans-serif; }
.bar a { color: inherit; text-decoration: none; } .bar nav { display: flex; gap: 20px; color: #6d685c; }
.lead { max-width: 1040px; margin: 0 auto; padding: 0 24px; } .lead img { width: 100%; height: auto; border-radius: 14px; display: block; }
main { max-width: 680px; margin: 0 auto; padding: 40px 24px 80px; }
h1 { font-size: clamp(34px, 6vw, 52px); line-height: 1.12; letter-spacing: -.015em; font-weight: 700; text-wrap: balance; }
.stand { font-size: 22px; line-height: 1.5; color: #5d584c; margin: 18px 0 22px; text-wrap: pretty; }
.by { display: flex; gap: 12px; align-items: center; margin-bottom: 34px; padding-bottom: 22px;
  border-bottom: 1px solid #e5e0d3; font: 14px/1.45 system-ui, "Noto Sans", "DejaVu Sans", sans-serif; color: #6d685c; }
.by b { color: #24221d; display: block; } .by span { width: 42px; height: 42px; border-radius: 50%; display: grid;
  place-items: center; background: #0b6e69; color: #fff; font-weight: 700; }
main > p { margin: 0 0 1.15em; text-wrap: pretty; hanging-punctuation: first; }
h2 { font-size: 27px; line-height: 1.25; margin: 1.5em 0 .5em; }
a { color: #0b6e69; text-underline-offset: 3px; }
blockquote { margin: 1.6em 0; padding-left: 22px; border-left: 4px solid #d9745c; font-size: 24px; line-height: 1.42; font-style: italic; }
figure { margin: 2em 0; } figure img { width: 100%; height: auto; border-radius: 12px; display: block; }
figcaption { margin-top: 9px; color: #6d685c; font: 14px/1.45 system-ui, "Noto Sans", "DejaVu Sans", sans-serif; }
li { margin: .35em 0; } ol { padding-left: 1.3em; margin-bottom: 1.15em; }
@media (prefers-color-scheme: dark) { body { background: #191815; color: #ece7da; } .by b { color: #ece7da; }
  .bar nav, .stand, .by, figcaption { color: #aaa392; } .by { border-color: #38352d; } a { color: #5fd0c8; } }
`;

const figure = (source: string, alt: string, caption: string) =>
  `<figure><img src="${source}" alt="${alt}" width="800" height="600"><figcaption>${caption}</figcaption></figure>`;

const tags = (origin: string) => `<link rel="canonical" href="${origin}/pages/walk.html">
<meta name="description" content="${DESCRIPTION}">
<meta name="author" content="Mara Alder">
<meta property="og:type" content="article">
<meta property="og:site_name" content="The Long Way Round">
<meta property="og:title" content="${TITLE}">
<meta property="og:description" content="${DESCRIPTION}">
<meta property="og:url" content="${origin}/pages/walk.html">
<meta property="og:image" content="${origin}/media/walk.jpg">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="A walker with a stick at dawn, on a hill above layered mountains">
<meta name="twitter:card" content="summary_large_image">`;

const body = (origin: string) => `
<header class="bar"><a href="${origin}/pages/">The Long Way Round</a>
<nav aria-label="Sections"><a href="${origin}/pages/photo.html">Pictures</a><a href="${origin}/pages/plain.html">About</a></nav></header>
<div class="lead"><img src="${origin}/media/walk.jpg" width="1200" height="630"
alt="A walker with a stick at dawn, on a hill above layered mountains"></div>
<main>
<h1>${TITLE}</h1>
<p class="stand">Two hours, a small notebook and no headphones. What a year of walking taught me about where ideas come from.</p>
<div class="by"><span aria-hidden="true">MA</span><p><b>Mara Alder</b>14 March 2026 · 6 minutes</p></div>
<p>The idea I had been looking for at my desk since Monday arrived on Thursday, at the second gate past the mill,
while I was thinking about whether the dog on the other bank was the baker’s. I had no pen. By the time I was home it had
become <em>something about gates</em>.</p>
<p>That was the week I started to walk on purpose: the same two hours, four days out of seven, for a year. I wanted to know
whether the old claim is true, and if it is, what one has to carry to keep what turns up.</p>
<blockquote id="quote">A walk does not give you ideas. It takes away whatever was standing in front of them.</blockquote>
<h2>The first twenty minutes are for the list</h2>
<p>Nothing good happens before the mill. The head is still in the house: letters, the tap, what I should have said. I have
learned to let the list run. Somewhere around the twentieth minute it reaches its end, and there is a silence in which the
next thought has to come from somewhere else.</p>
${figure(`${origin}/media/forest.jpg`, 'Conifers in morning mist, each row of trees darker than the one behind it', 'The stretch past the mill, a little after seven.')}
<p>A study that people like to quote found that walkers came up with about <a href="${origin}/pages/plain.html">sixty percent more
uses for a button</a> than sitters did. I cannot say anything about buttons. But I kept count of the sentences that survived
into print, and two out of three were first said out loud to a hedge.</p>
<h2>What to carry</h2>
<p>Little enough that you would take it on a short walk too, because you never know which walk it will be:</p>
<ol><li>A notebook that fits a coat pocket, with a pencil in the spine.</li>
<li>A question, asked once at the door and then left alone.</li>
<li>Nothing that plays anything.</li></ol>
${figure(`${origin}/media/notebook.jpg`, 'An open notebook with four lines of handwriting and a dotted route, beside a pencil and a cup of coffee', 'Four lines a walk is a good day.')}
<p>Write the idea down badly. A whole sentence costs you the next one; three words and the place where you stood bring it back.
I have pages that say <em>second gate, dog, gates</em>, and I still know what they mean.</p>
<h2>And then turn round late</h2>
<p>The last thing I learned is the one I would have laughed at: go further than you meant to. The way out is for the list and
the way back is for the notebook, and the point where you turn decides how much of either you get.</p>
${figure(`${origin}/media/lake.jpg`, 'A lake at dusk with the sun going down between blue mountains', 'Where I should have turned, most evenings.')}
<p>Tomorrow I am going to find out whose dog it is.</p>
</main>`;

/** The article with every address absolute. */
export function articlePage(origin: string): string {
  return renderPage({ title: TITLE, style: ARTICLE_STYLE, head: tags(origin), body: body(origin) });
}
