// The rows of the package that goes to the store.
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { manifestOf, releaseBuild } from '../../../tests/e2e/build.ts';
import type { Part } from '../table.ts';

export async function packagePart(): Promise<Part> {
  const folder = releaseBuild();
  const [zip] = readdirSync(dirname(folder)).filter((name) => name.endsWith('-chrome.zip'));
  const zipBytes = statSync(join(dirname(folder), zip ?? '')).size;
  const contentScripts = ((manifestOf(folder).content_scripts as unknown[] | undefined) ?? []).length;
  return {
    rows: [
      ['the package', `${zipBytes} bytes`, '', `at most ${150 * 1024} bytes`],
      ['scripts in every page', String(contentScripts), '', '0'],
    ],
    figures: { zipBytes, contentScripts },
  };
}
