// The things that a page's JSON-LD describes, and which of them is what the page is about.
import type { JsonLd } from './reading.ts';

export interface Thing {
  types: string[];
  id: string;
  /** Its headline, or else its name; some have neither. */
  title: string;
  name: string;
  description: string;
  url: string;
  images: string[];
  publisher: string;
}

/** Articles first: a page about a product may also carry an article's author, never the reverse. */
const SUBJECTS =
  /Article|Posting|Report|Product|Recipe|Event|Video|Podcast|Episode|Movie|Book|Course|Music|Dataset|SoftwareApplication|SoftwareSourceCode|QAPage|Question|HowTo|Offer|Review|Creative|Photograph|Apartment|Residence|House|Trip|WebPage$/;
/** Who the site belongs to, unless the thing itself says that it stands here. */
const OWNERS = /Organization|Business|Restaurant|Hotel|Store|Place|Person|Brand/;

const ENTITIES = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
  }),
);

type Node = { [name: string]: JsonLd };

/** All that stand at the top, in `@graph` or as a page's main entity, in their order. */
export function thingsOf(blocks: JsonLd[]): Thing[] {
  const nodes = blocks.flatMap((block) => flattened(block));
  const named = nodes.filter((node) => word(node['@id']));
  const byId = new Map(named.map((node) => [word(node['@id']), node]));
  return nodes.map((node) => thing(node, byId));
}

/** What the page at `url` is about: the thing that names this address, or else the only one of its kind. */
export function subjectOf(things: Thing[], isHere: (url: string) => boolean): Thing | null {
  const kind =
    (pattern: RegExp) =>
    ({ types }: Thing) =>
      types.some((type) => pattern.test(type));
  const subjects = things.filter(kind(SUBJECTS));
  const specific = subjects.filter(({ types }) => !types.includes('WebPage'));
  const here = [...specific, ...things.filter(kind(OWNERS))].find(({ url, id }) => isHere(url) || isHere(id));
  if (here) return here;
  const [first, ...others] = specific.length ? specific : subjects;
  const isList = others.some(({ types }) => types.join() === first?.types.join());
  return first && !isList ? first : null;
}

/** The name that the site gives itself in JSON-LD: its publisher's, or the WebSite's. */
export function siteNames(things: Thing[]): string[] {
  const sites = things.filter(({ types }) => types.some((type) => /^WebSite$|Organization$/.test(type)));
  return [...things.map(({ publisher }) => publisher), ...sites.map(({ name }) => name)].filter(Boolean);
}

function flattened(value: JsonLd | undefined): Node[] {
  return listOf(value).flatMap((item) => {
    if (!isNode(item)) return [];
    const inner = ['@graph', 'mainEntity', 'mainEntityOfPage'].flatMap((name) => flattened(item[name]));
    return item['@type'] ? [item, ...inner] : inner;
  });
}

function thing(node: Node, byId: Map<string, Node>): Thing {
  const name = word(node.name);
  const follow = (value: JsonLd): JsonLd => byId.get(word(isNode(value) ? value['@id'] : value)) ?? value;
  const images = [...listOf(node.image), ...listOf(node.thumbnailUrl)]
    .map(follow)
    .filter((image) => !isSmall(image));
  return {
    types: listOf(node['@type']).map((type) => word(type)),
    id: word(node['@id']),
    title: word(node.headline) || name || word(node.title),
    name,
    description: word(node.description),
    url: word(node.url) || word(node.mainEntityOfPage),
    images: images.map((image) => word(image, ['url', 'contentUrl', '@id'])).filter(Boolean),
    publisher:
      listOf(node.publisher)
        .map(follow)
        .map((publisher) => word(publisher, ['name']))
        .find(Boolean) ?? '',
  };
}

/** A picture that says itself that it is smaller than a card can use. */
function isSmall(image: JsonLd): boolean {
  return isNode(image) && [image.width, image.height].some((size) => Number.parseInt(word(size), 10) < 200);
}

/** The word itself, or the first one that a node has under one of these names. */
function word(value: JsonLd | undefined, names = ['@value', '@id', 'url']): string {
  const [first] = listOf(value);
  if (typeof first === 'string') return decoded(first).trim();
  if (!isNode(first)) return '';
  return names.map((name) => word(first[name], ['@value'])).find(Boolean) ?? '';
}

/** Some systems escape for HTML what they write as JSON. */
function decoded(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES.get(name.toLowerCase()) ?? whole;
    const point = Number(name.slice(1).replace(/^x/i, '0x'));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

function listOf(value: JsonLd | undefined): JsonLd[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function isNode(value: JsonLd | undefined): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
