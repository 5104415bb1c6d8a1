// The build that goes to the store: what it asks for, what it weighs, what it does not contain.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { firstScripts, manifestOf, releaseBuild, scriptsOf, zippedBytes } from './build.ts';
import { note, test } from './fixtures.ts';

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test('it asks for exactly these permissions and hosts, and for no page', () => {
  const manifest = manifestOf(releaseBuild());
  expect(manifest.permissions).toEqual([
    'storage',
    'alarms',
    'contextMenus',
    'identity',
    'scripting',
    'activeTab',
    'notifications',
    'sidePanel',
  ]);
  // Nothing about private windows is written: it does not run there.
  expect(manifest.incognito).toBe('not_allowed');
  expect(manifest.host_permissions).toEqual(['https://api.buffer.com/*', 'https://auth.buffer.com/*']);
  // The classic API's host is asked for when somebody signs in to that API.
  expect(manifest.optional_host_permissions).toEqual(['https://api.bufferapp.com/*']);
  for (const part of [
    'content_scripts',
    'web_accessible_resources',
    'externally_connectable',
    'optional_permissions',
    'key',
    'update_url',
  ]) {
    expect(manifest, part).not.toHaveProperty(part);
  }
});

test('its policy lets it run its own code only and talk to Buffer only', () => {
  const { content_security_policy: policy } = manifestOf(releaseBuild());
  expect(policy).toEqual({
    extension_pages: [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' https:",
      'connect-src https://api.buffer.com https://auth.buffer.com https://api.bufferapp.com',
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ].join('; '),
  });
});

test('no loopback address is in any of its files', () => {
  const found = files(releaseBuild()).filter((file) =>
    /127\.0\.0\.1|localhost:\d|\[::1\]:\d|quick-queue-local/.test(readFileSync(file, 'latin1')),
  );
  expect(found).toEqual([]);
});

test('the popup loads at most 30 KB of script, compressed, before its first paint', () => {
  const scripts = firstScripts(releaseBuild(), 'popup');
  expect(scripts.length).toBeGreaterThan(1);
  // Each file more costs time of its own.
  expect(scripts.length).toBeLessThanOrEqual(4);
  // V8 looks for this at the very beginning of a file.
  for (const script of scripts)
    expect(readFileSync(script, 'utf8'), script).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
  const bytes = zippedBytes(scripts);
  note('popup script before first paint, compressed', bytes);
  expect(bytes).toBeLessThanOrEqual(30 * 1024);
});

// Nothing fetches the styles of what is loaded late: see `preload` in wxt.config.ts.
test('every page names all styles that what it loads late was written with', () => {
  const folder = releaseBuild();
  for (const page of ['popup', 'queue', 'options', 'welcome']) {
    const html = readFileSync(join(folder, `${page}.html`), 'utf8');
    const code = firstScripts(folder, page).map((file) => readFileSync(file, 'utf8'));
    const styles = code.flatMap((text) => [...text.matchAll(/assets\/[\w-]+\.css/g)].map(([path]) => path));
    expect(
      styles.filter((path) => !html.includes(path)),
      page,
    ).toEqual([]);
  }
});

test('the background loads what it needs at once, and nothing that only draws', () => {
  const scripts = scriptsOf([join(releaseBuild(), 'background.js')]);
  expect(scripts.length).toBeGreaterThan(1);
  for (const file of scripts) {
    const code = readFileSync(file, 'utf8');
    // Chromium refuses an import() in a service worker.
    expect(code, file).not.toMatch(/\bimport\(/);
    expect(code, file).not.toContain('createElementNS');
  }
});

// 150 KB were planned, before the composer could do what it does; there are two of Buffer's APIs until February 2027.
test('the package is at most 215 KB', () => {
  const folder = dirname(releaseBuild());
  const [zip] = readdirSync(folder).filter((name) => name.endsWith('-chrome.zip'));
  expect(zip).toBeDefined();
  const { size } = statSync(join(folder, zip ?? ''));
  note('package', size);
  expect(size).toBeLessThanOrEqual(215 * 1024);
});
