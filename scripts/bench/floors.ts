// The floors that ours is compared with: extensions that do the least, built here the way ours is.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { build } from 'vite';

const OUT = '.output/bench';

/** A worker that does nothing but to answer, and to open the page that says that it is installed. */
const WORKER = `chrome.runtime.onInstalled.addListener(() => chrome.tabs.create({ url: '/welcome.html' }));
chrome.runtime.onMessage.addListener((message, sender, reply) => reply({ ok: true }));
`;

const STYLE =
  'body{margin:0;width:420px;height:480px}textarea{width:100%;height:200px;box-sizing:border-box}';

function html(rest: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Floor</title><style>${STYLE}</style>${rest}</html>`;
}

function manifest(name: string): object {
  return {
    manifest_version: 3,
    name,
    version: '1.0',
    permissions: ['storage', 'scripting', 'activeTab'],
    host_permissions: ['http://127.0.0.1/*'],
    background: { service_worker: 'background.js', type: 'module' },
    action: { default_popup: 'popup.html' },
  };
}

async function bundled(source: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    plugins: [preact()],
    build: {
      write: false,
      rolldownOptions: { input: join(import.meta.dirname, 'floor', source), output: { format: 'iife' } },
    },
  });
  if (!('output' in output)) throw new Error(`${source} could not be built.`);
  return output.output[0].code;
}

function writeExtension(name: string, files: Record<string, string>): string {
  const folder = join(process.cwd(), OUT, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const all = { 'manifest.json': JSON.stringify(manifest(name)), 'background.js': WORKER, ...files };
  for (const [file, text] of Object.entries(all)) writeFileSync(join(folder, file), text);
  return folder;
}

/** A popup that only says a word; answers the folder to load into the browser. */
export function buildEmptyFloor(): string {
  return writeExtension('floor-empty', { 'popup.html': html('<p>Empty</p>'), 'welcome.html': html('') });
}

/** One text field, filled as ours is; answers the folder to load into the browser. */
export async function buildPreactFloor(): Promise<string> {
  return writeExtension('floor-preact', {
    'popup.html': html('<script defer src="popup.js"></script>'),
    'popup.js': await bundled('composer.tsx'),
    'welcome.html': html(''),
  });
}
