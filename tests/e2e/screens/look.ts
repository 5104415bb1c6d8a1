// A screen in every variant: a picture of each, and what is wrong with any.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { inaccessible, seen } from './judge.ts';
import { DENSITIES, SCHEMES, Screen, SIZES } from './variants.ts';

const PICTURES = 'test-results/screens';

/** Fails with what axe finds and with what a person would see as broken; closes the page. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = join(PICTURES, name);
  rmSync(folder, { recursive: true, force: true });
  const screen = await Screen.of(page, folder);
  const wrong: string[] = [];
  for (const scheme of SCHEMES) {
    await screen.paint(scheme);
    for (const size of SIZES) {
      for (const density of DENSITIES) {
        const variant = `${scheme} ${size.name} ${density}x`;
        await screen.measure(size, density);
        await screen.capture(variant);
        const found = await seen(page);
        if (density === 1) found.push(...(await inaccessible(page)));
        wrong.push(...found.map((what) => `${variant}: ${what}`));
      }
    }
  }
  await page.close();
  expect(wrong).toEqual([]);
}
