// The demo pictures, drawn by hand as SVG: what `pictures.ts` makes photographs of.
import {
  birds,
  type Frame,
  gradient,
  heightOf,
  hill,
  numbers,
  type Ridge,
  sun,
  type Wood,
  walker,
  wood,
} from './shapes.ts';

const WIDE: Frame = { width: 1200, height: 630 };
const CLASSIC: Frame = { width: 800, height: 600 };
const LARGE: Frame = { width: 1600, height: 1067 };

interface Landscape {
  frame: Frame;
  sky: readonly string[];
  light: string;
  ridges: readonly { ridge: Ridge; fill: readonly string[]; trees?: Wood }[];
  front?: string;
}

function landscape({ frame, sky, light, ridges, front = '' }: Landscape): string {
  const { width, height } = frame;
  const hills = ridges.map(({ ridge, fill, trees }, index) => {
    const standing = trees ? wood(ridge, trees, frame) : '';
    return `<defs>${gradient(`hill${index}`, fill)}</defs>${standing}${hill(ridge, `url(#hill${index})`, frame)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<defs>${gradient('sky', sky)}</defs><rect width="100%" height="100%" fill="url(#sky)"/>${light}${hills.join('')}${front}</svg>`;
}

const MEADOW: Ridge = { seed: 11, y: 508, swing: 16, wave: 1500 };

function dawnWalk(): string {
  const path = `<path d="M520,630 C640,598 706,588 690,566 C676,548 780,532 846,517 C800,534 706,550 716,566
C740,590 700,602 640,630 Z" fill="#f7c98b" fill-opacity=".5"/>`;
  return landscape({
    frame: WIDE,
    sky: ['#40356f', '#b3567d', '#f08d6b', '#ffd9a0'],
    light: sun(835, 300, 46, '#fff1cf') + birds(330, 170, '#5b3560'),
    ridges: [
      { ridge: { seed: 3, y: 330, swing: 44, wave: 620 }, fill: ['#d9828a', '#e9a08d'] },
      { ridge: { seed: 8, y: 392, swing: 38, wave: 480 }, fill: ['#a9607f', '#c57f82'] },
      {
        ridge: { seed: 21, y: 452, swing: 26, wave: 560 },
        fill: ['#6d3f66', '#8d5570'],
        trees: { seed: 5, count: 46, size: [22, 58], span: [0, 0.52], fill: '#5b345b' },
      },
      {
        ridge: MEADOW,
        fill: ['#3a2447', '#241530'],
        trees: { seed: 17, count: 13, size: [90, 190], span: [0.01, 0.2], fill: '#33203f' },
      },
    ],
    front: path + walker(850, heightOf(MEADOW)(850) + 10, 92),
  });
}

function mistyForest(): string {
  const row = (seed: number, y: number, shade: readonly string[], tall: number) => ({
    ridge: { seed, y, swing: 18, wave: 520 },
    fill: shade,
    trees: {
      seed: seed * 7,
      count: 60,
      size: [tall * 0.5, tall],
      span: [0, 1],
      fill: shade[0] ?? '#000',
    } satisfies Wood,
  });
  return landscape({
    frame: CLASSIC,
    sky: ['#dfeee3', '#c4dfd0', '#a9cfbd'],
    light: sun(600, 120, 34, '#fffbe6'),
    ridges: [
      row(2, 300, ['#9cc4b1', '#b3d3c2'], 70),
      row(4, 370, ['#6fa38f', '#94bda9'], 110),
      row(6, 450, ['#3f7565', '#66988a'], 150),
      row(9, 545, ['#1c4a40', '#12352f'], 210),
    ],
  });
}

function blueLake(): string {
  const next = numbers(40);
  const ripples = Array.from({ length: 60 }, () => {
    const y = 415 + next() * 175;
    const long = 20 + next() * 90;
    const x = 400 + (next() - 0.5) * (y - 320) * 1.9;
    return `<path d="M${x - long / 2},${y} h${long}"/>`;
  });
  return landscape({
    frame: CLASSIC,
    sky: ['#4a6bb5', '#8fa9e0', '#f2d3d0', '#ffe9c9'],
    light: sun(400, 330, 36, '#fff6dd'),
    ridges: [
      { ridge: { seed: 31, y: 300, swing: 62, wave: 420 }, fill: ['#7c93cd', '#b1bfe3'] },
      { ridge: { seed: 36, y: 362, swing: 30, wave: 380 }, fill: ['#4c63a5', '#7f93c8'] },
      { ridge: { seed: 1, y: 402, swing: 0, wave: 400 }, fill: ['#9db4e6', '#5a78bd', '#3c579b'] },
      {
        ridge: { seed: 52, y: 588, swing: 22, wave: 700 },
        fill: ['#1e2c58', '#141e40'],
        trees: { seed: 8, count: 16, size: [60, 170], span: [0, 0.3], fill: '#1b284f' },
      },
    ],
    front: `<g stroke="#fff3d8" stroke-opacity=".55" stroke-width="3" stroke-linecap="round">${ripples.join('')}</g>`,
  });
}

function nightHills(): string {
  const next = numbers(77);
  const stars = Array.from({ length: 130 }, () => {
    const [x, y, r] = [next() * 800, next() * 340, 0.6 + next() * 1.5];
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}"/>`;
  });
  return landscape({
    frame: CLASSIC,
    sky: ['#0b1330', '#1d2a58', '#3c4a86', '#7b6aa0'],
    light: `<g fill="#fff" fill-opacity=".85">${stars.join('')}</g>${sun(590, 150, 40, '#f5efd8')}`,
    ridges: [
      { ridge: { seed: 61, y: 390, swing: 40, wave: 520 }, fill: ['#3b3d75', '#51528b'] },
      { ridge: { seed: 64, y: 455, swing: 26, wave: 420 }, fill: ['#24264f', '#33366a'] },
      {
        ridge: { seed: 66, y: 530, swing: 18, wave: 640 },
        fill: ['#11122c', '#0a0b1e'],
        trees: { seed: 12, count: 26, size: [50, 150], span: [0.45, 1], fill: '#141533' },
      },
    ],
  });
}

function notebook(): string {
  const lines = Array.from({ length: 11 }, (_, row) => `<path d="M452,${188 + row * 26} h176"/>`);
  const writing = [150, 120, 164, 96].map(
    (long, row) =>
      `<path d="M456,${180 + row * 26} q${long / 8},-9 ${long / 4},0 t${long / 4},0 t${long / 4},0 t${long / 4},0"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600" width="800" height="600"><defs>
${gradient('table', ['#e9d9c0', '#d3b893', '#b89468'])}<filter id="soft"><feGaussianBlur stdDeviation="14"/></filter></defs>
<rect width="800" height="600" fill="url(#table)"/>
<g transform="rotate(-7 400 300)"><rect x="196" y="150" width="460" height="330" rx="10" fill="#5b3f23" opacity=".45" filter="url(#soft)"/>
<rect x="180" y="130" width="470" height="334" rx="14" fill="#0b6e69"/><rect x="192" y="140" width="224" height="314" rx="4" fill="#fbf6ea"/>
<rect x="416" y="140" width="224" height="314" rx="4" fill="#fffaf0"/><path d="M416,140 v314" stroke="#d8cbb2" stroke-width="5"/>
<g stroke="#e6dcc6" stroke-width="1.5">${lines.join('')}</g>
<g stroke="#2d3a55" stroke-width="2.6" fill="none" stroke-linecap="round">${writing.join('')}</g>
<path d="M232,400 C262,300 300,380 318,300 S372,230 384,196" stroke="#d9745c" stroke-width="4" fill="none" stroke-dasharray="2 12" stroke-linecap="round"/>
<circle cx="384" cy="196" r="9" fill="#d9745c"/></g>
<g transform="rotate(38 640 420)"><rect x="480" y="408" width="250" height="18" fill="#f0b53d"/><rect x="480" y="414" width="250" height="6" fill="#d99b22"/>
<path d="M730,408 l34,9 l-34,9 Z" fill="#f2dcb8"/><path d="M752,414 l12,3 l-12,3 Z" fill="#33302b"/><rect x="462" y="408" width="20" height="18" rx="4" fill="#d9847b"/></g>
<ellipse cx="138" cy="470" rx="92" ry="88" fill="#5b3f23" opacity=".35" filter="url(#soft)"/><circle cx="126" cy="452" r="84" fill="#f6f1e7"/>
<circle cx="126" cy="452" r="66" fill="#4a2c1a"/><circle cx="112" cy="440" r="30" fill="#6b4327" opacity=".6"/></svg>`;
}

function coast(): string {
  return landscape({
    frame: LARGE,
    sky: ['#23406f', '#5f7fb0', '#f4a58a', '#ffdcae'],
    light: sun(1090, 560, 64, '#fff3d2') + birds(520, 300, '#2b3f63'),
    ridges: [
      { ridge: { seed: 70, y: 560, swing: 26, wave: 900 }, fill: ['#9a8fb4', '#c8a9b3'] },
      { ridge: { seed: 1, y: 640, swing: 0, wave: 800 }, fill: ['#f2bf9f', '#6f86b0', '#2a4674'] },
      { ridge: { seed: 75, y: 800, swing: 96, wave: 1350 }, fill: ['#3d4a5f', '#22303f'] },
      {
        ridge: { seed: 78, y: 955, swing: 48, wave: 1100 },
        fill: ['#1f2d2f', '#121c1f'],
        trees: { seed: 31, count: 26, size: [90, 250], span: [0, 0.34], fill: '#1b282b' },
      },
    ],
  });
}

/** Every picture at /media/<name>.jpg, as a function that draws it. */
export const SCENES: Readonly<Record<string, () => string>> = {
  walk: dawnWalk,
  forest: mistyForest,
  lake: blueLake,
  night: nightHills,
  notebook,
  coast,
};
