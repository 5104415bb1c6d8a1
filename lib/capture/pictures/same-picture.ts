// When two addresses are the same picture in different sizes.

/** Parameters by which a service is asked for another size or quality of the same picture. */
const ASKS =
  /^(?:w|h|width|height|wid|hei|size|resize|fit|crop|rect|quality|q|dpr|format|fm|auto|strip|ssl|sharp|blur|zoom|scale|maxwidth|maxheight|max-w|max-h|imwidth|imheight|imageview2.*)$/i;
/** What proves such a question, and so differs with it. */
const PROOFS = /^(?:s|sig|ixlib|ixid)$/i;

/** Where publishing systems write the size into the path. */
const WRITTEN: readonly [written: RegExp, instead: string][] = [
  // WordPress: photo-300x200.jpg, photo-scaled.jpg; its own picture service before the address of the picture.
  [/-(?:\d+x\d+|scaled)(?=\.\w+$)/, ''],
  [/^i\d\.wp\.com\//, ''],
  // Shopify: shirt_400x.jpg, shirt_400x300_crop_center.jpg, shirt_400x@2x.jpg.
  [/_(?:\d+x\d*|x\d+)(?:_crop_\w+)?(?=(?:@\dx)?\.\w+$)/, ''],
  [/@\dx(?=\.\w+$)/, ''],
  // Cloudinary and Wix: /w_400,h_300,c_fill/photo.jpg.
  [/\/(?=(?:[^/]*,)?[wh]_\d+[,/])[a-z]+_[^/,]+(?:,[a-z]+_[^/,]+)*(?=\/)/g, ''],
  // Cloudflare: /cdn-cgi/image/width=400,quality=75/photo.jpg.
  [/\/cdn-cgi\/image\/[^/]*=[^/]*(?=\/)/, ''],
  // MediaWiki: /thumb/a/ab/Photo.jpg/400px-Photo.jpg.
  [/\/thumb(\/.+)\/\d+px-[^/]+$/, '$1'],
  // YouTube: /vi/ID/maxresdefault.jpg, /vi_webp/ID/hqdefault.webp.
  [/^i\.ytimg\.com\/vi(?:_webp)?(\/[\w-]+)\/.*$/, 'i.ytimg.com/vi$1'],
];

/** The same for all sizes of a picture; `url` is an address in normal form. */
export function pictureKey(url: string): string {
  const address = new URL(url);
  const inner = /\/_(?:next|vercel)\/image$/.test(address.pathname) ? address.searchParams.get('url') : null;
  const original = inner ? URL.parse(inner, address) : null;
  const { host, pathname, searchParams } = original ?? address;
  const path = WRITTEN.reduce((path, [written, instead]) => path.replace(written, instead), host + pathname);
  // What is long says which picture it is, whatever it is called.
  const asks = ([name, value]: [string, string]): boolean => ASKS.test(name) && value.length <= 20;
  const isAsked = [...searchParams].some(asks);
  const kept = [...searchParams].filter((pair) => !asks(pair) && !(isAsked && PROOFS.test(pair[0])));
  return [path, ...kept.map((pair) => pair.join('='))].join('?');
}
