// How every screen is shown: light and dark, at one and at two device pixels each, narrow, wide and twice as large.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';

interface Size {
  name: string;
  width: number;
  height: number;
  /** How many of its own pixels the browser gives each of the page's. */
  zoom: number;
}

/** A popup is never larger than 800 × 600: at 200 % that is 400 × 300 of the page's pixels. */
export const SIZES: readonly Size[] = [
  { name: '360', width: 360, height: 600, zoom: 1 },
  { name: '440', width: 440, height: 600, zoom: 1 },
  { name: '200%', width: 400, height: 300, zoom: 2 },
];
export const SCHEMES = ['light', 'dark'] as const;
export const DENSITIES = [1, 2] as const;

/** Waits until the page has been drawn as it is now, with its pictures, and with what has the focus in view. */
function drawn(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    document.activeElement?.scrollIntoView({ block: 'nearest' });
    await frame();
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    const isComing = (image: HTMLImageElement) =>
      !image.complete && image.getBoundingClientRect().top < innerHeight && image.checkVisibility();
    const arrived = (image: HTMLImageElement) =>
      new Promise((resolve) => {
        image.addEventListener('load', resolve);
        image.addEventListener('error', resolve);
      });
    await Promise.all([...document.images].filter(isComing).map(arrived));
    await frame();
  });
}

export class Screen {
  readonly page: Page;
  readonly #session: CDPSession;
  readonly #folder: string;

  private constructor(page: Page, session: CDPSession, folder: string) {
    this.page = page;
    this.#session = session;
    this.#folder = folder;
  }

  /** Pictures of the page go into the folder. */
  static async of(page: Page, folder: string): Promise<Screen> {
    mkdirSync(folder, { recursive: true });
    return new Screen(page, await page.context().newCDPSession(page), folder);
  }

  async paint(colorScheme: (typeof SCHEMES)[number]): Promise<void> {
    await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  }

  async measure({ width, height, zoom }: Size, density: number): Promise<void> {
    await this.#session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: zoom * density,
      mobile: false,
    });
    await drawn(this.page);
  }

  async capture(name: string): Promise<void> {
    const { data } = await this.#session.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: true,
    });
    writeFileSync(join(this.#folder, `${name}.png`), Buffer.from(data, 'base64'));
  }
}
