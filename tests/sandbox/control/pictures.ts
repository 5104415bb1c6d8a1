// Everything under /media/: pictures as real networks want them, drawn once when first asked for.
import sharp from 'sharp';
import { avatarSvg } from '../world/avatars.ts';
import { SCENES } from './scenes.ts';

interface Picture {
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const drawn = new Map<string, Promise<Picture>>();

/** Drawn at four times 72 dots per inch when small, so that avatars stay sharp on dense screens. */
async function encode(svg: string, format: 'jpg' | 'png', small: boolean): Promise<Picture> {
  const image = sharp(Buffer.from(svg), { density: small ? 288 : 72 });
  const bytes =
    format === 'png' ? await image.png().toBuffer() : await image.jpeg({ quality: 88 }).toBuffer();
  return { type: format === 'png' ? 'image/png' : 'image/jpeg', bytes: new Uint8Array(bytes) };
}

/** The drawing behind a path, and the format that the path asks for. */
function drawingOf(path: string): { svg: string; format: 'jpg' | 'png' } | undefined {
  const [, folder, name = '', format = ''] = /^\/media\/(avatars\/)?(\w+)\.(jpg|png)$/.exec(path) ?? [];
  const svg = folder ? avatarSvg(name) : Object.hasOwn(SCENES, name) ? SCENES[name]?.() : undefined;
  return svg === undefined ? undefined : { svg, format: format === 'png' ? 'png' : 'jpg' };
}

async function draw(path: string): Promise<Picture | undefined> {
  const known = drawn.get(path);
  if (known) return known;
  const drawing = drawingOf(path);
  if (!drawing) return undefined;
  const picture = encode(drawing.svg, drawing.format, path.startsWith('/media/avatars/'));
  drawn.set(path, picture);
  return picture;
}

/** `/media/<scene>` or `/media/avatars/<service>`, as `.jpg` or `.png`; undefined when there is none. */
export async function pictureAt(path: string): Promise<Response | undefined> {
  const picture = await draw(path);
  if (!picture) return undefined;
  const headers = { 'content-type': picture.type, 'cache-control': 'public, max-age=3600' };
  return new Response(picture.bytes, { headers });
}
