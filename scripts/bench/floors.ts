// The floors that ours is compared with: extensions that do the least, built here the way ours is.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
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

/** Runs in our filled popup: what is on its screen, without what put it there. */
export function screen(): string {
  for (const gone of document.querySelectorAll('script, [rel=modulepreload]')) gone.remove();
  for (const text of document.querySelectorAll('textarea')) text.textContent = text.value;
  for (const field of document.querySelectorAll('input')) {
    field.setAttribute('value', field.value);
    field.toggleAttribute('checked', field.checked);
  }
  return document.documentElement.outerHTML;
}

/** Our own screen with its styles, already filled in the HTML and without any life; answers the folder to load into the browser. */
export function buildStillFloor(ours: string, drawn: string): string {
  const folder = writeExtension('floor-still', {
    'popup.html': `<!doctype html>${drawn.replace('</head>', '<script defer src="popup.js"></script></head>')}`,
    'popup.js': "document.querySelector('textarea').focus(); performance.mark('usable');",
    'welcome.html': html(''),
  });
  cpSync(join(ours, 'assets'), join(folder, 'assets'), { recursive: true });
  return folder;
}

/** One text field, filled as ours is; answers the folder to load into the browser. */
export async function buildPreactFloor(): Promise<string> {
  return writeExtension('floor-preact', {
    'popup.html': html('<script defer src="popup.js"></script>'),
    'popup.js': await bundled('composer.tsx'),
    'welcome.html': html(''),
  });
}
