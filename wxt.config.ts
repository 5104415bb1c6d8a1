import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { GRAPHQL_API } from './lib/buffer/graphql/meta.ts';
import { REST_API } from './lib/buffer/rest/meta.ts';
import { manifestCommands } from './lib/commands.ts';
import manifest from './package.json' with { type: 'json' };
import { COMPILE_HINTS, chunks } from './wxt.chunks.ts';

// A fixed key gives development builds a fixed id, and so a fixed redirect address; stores assign their own.
const DEVELOPMENT_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArpuXb78tyGuHiCkotcJRLv/VfKBkBJCA9nTfjLx/2kT8DHcz5/0Mmvlsr3HNgkvinYtZXWM4wgtv/njYMcww3ViMMc5Yu5exTLm7vlby9EPXgNqrtsj5ZsNgFSfBWB4Y/vWBOQrPbOq/K9eVqG8FgpcE2C6zXf3TFRhj6Ns8CVwOh7SRs60Gg9Z3w6TOD4f9YJJmZA0ZMKg+6EA2tuMttCRq/Q+xntI0JaOOkmkuuAorkxFtKnAkN5ELYJKozUK3aRi2e3/hZw/BOjFz/wgcu2qqJM1RBHC+ipvmdUPKPcZOvkcUBBHmzDhBAvxIYz2KJhcGgNJOokalAW3PW5ZJMQIDAQAB';

const SANDBOX_ORIGIN = process.env.SANDBOX_ORIGIN ?? 'http://127.0.0.1:8787';
const SANDBOX_CLIENT_ID = 'quick-queue-local';

/** X's counter is compiled for browsers of 2012: all that it would patch is in every browser that this runs in. */
const NO_PATCHES = {
  name: 'no-patches',
  enforce: 'pre' as const,
  resolveId: (id: string) => (id.startsWith('core-js/') ? '\0no-patches' : null),
  load: (id: string) => (id === '\0no-patches' ? '' : null),
};

/** To copy a CommonJS module the bundler reads all of it, and the browser builds each of its APIs when that is read first. */
const UNREAD_APIS = {
  name: 'unread-apis',
  transform: (code: string, id: string) =>
    id.endsWith('/browser-polyfill.js')
      ? `const module = { exports: {} };\nconst { exports } = module;\n${code}\nexport default module.exports;`
      : null,
};

/** All files of a script are asked for at once, so that none of them is found out only when another has been read. */
function preload(load: () => Promise<unknown>, files: string[]): Promise<unknown> {
  // What is loaded late has no styles but those that its page's HTML names.
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    if (document.querySelector(`[href="/${file}"], [src="/${file}"]`)) continue;
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'modulepreload', href: `/${file}` }),
    );
  }
  return load();
}

/** The bundler's own way of it also waits for styles. */
const PRELOADS = {
  name: 'preloads',
  enforce: 'pre' as const,
  load: (id: string) =>
    id === '\0vite/preload-helper.js' ? `export const __vitePreload = ${preload};` : null,
};

/** One policy for every page and for the worker's own fetch; only a sandbox build may speak to loopback. */
function contentSecurityPolicy(sandboxOrigin: string | null): string {
  const extra = sandboxOrigin ? ` ${sandboxOrigin}` : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' https:${extra}`,
    `connect-src ${GRAPHQL_API.origin} ${GRAPHQL_API.issuer} ${REST_API.origin}${extra}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

export default defineConfig({
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/auto-icons', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  outDir: process.env.QUICK_QUEUE_OUT ?? '.output',
  hooks: {
    'vite:build:extendConfig': (_, config) => {
      // In a build of any other kind each element would carry the file and line that it was written in.
      process.env.NODE_ENV = 'production';
      const output = config.build?.rolldownOptions?.output;
      if (!output || Array.isArray(output)) return;
      output.codeSplitting = chunks();
      // All files of an extension come together: no name has to tell its version.
      output.entryFileNames = '[name].js';
      output.chunkFileNames = 'chunks/[name].js';
      output.assetFileNames = 'assets/[name].[ext]';
    },
  },
  autoIcons: { baseIconPath: 'assets/icon.svg' },
  vite: ({ mode }) => ({
    plugins: [preact(), NO_PATCHES, UNREAD_APIS, PRELOADS, COMPILE_HINTS],
    define: {
      // What one development build has stored may have other shapes in the next, though both have one version.
      __BUILD__: JSON.stringify(mode === 'production' ? manifest.version : `${Date.now()}`),
      __SANDBOX_ORIGIN__: JSON.stringify(mode === 'sandbox' ? SANDBOX_ORIGIN : null),
      __BUFFER_CLIENT_ID__: JSON.stringify(
        mode === 'sandbox' ? SANDBOX_CLIENT_ID : (process.env.BUFFER_CLIENT_ID ?? null),
      ),
    },
    build: { modulePreload: { polyfill: false } },
  }),
  manifest: ({ browser, mode }) => {
    const sandbox = mode === 'sandbox' ? SANDBOX_ORIGIN : null;
    return {
      name: '__MSG_extName__',
      short_name: 'Quick Queue',
      description: '__MSG_extDescription__',
      default_locale: 'en',
      permissions: [
        'storage',
        'alarms',
        'contextMenus',
        'identity',
        'scripting',
        'activeTab',
        'notifications',
      ],
      host_permissions: [
        `${GRAPHQL_API.origin}/*`,
        `${GRAPHQL_API.issuer}/*`,
        ...(sandbox ? [`${new URL(sandbox).protocol}//${new URL(sandbox).hostname}/*`] : []),
      ],
      // Asked for only when somebody signs in to that API.
      optional_host_permissions: [`${REST_API.origin}/*`],
      // Nothing about private windows is ever written, because it does not run there.
      incognito: 'not_allowed',
      commands: manifestCommands(),
      action: { default_title: '__MSG_extName__' },
      content_security_policy: { extension_pages: contentSecurityPolicy(sandbox) },
      ...(browser === 'firefox'
        ? {
            browser_specific_settings: {
              gecko: {
                id: '{5a8f2c52-2f0b-4d0e-9f6c-6f1d1a5f3c11}',
                strict_min_version: '142.0',
                data_collection_permissions: { required: ['authenticationInfo', 'websiteContent'] },
              },
            },
          }
        : { minimum_chrome_version: '144', ...(mode === 'production' ? {} : { key: DEVELOPMENT_KEY }) }),
    };
  },
  zip: { excludeSources: ['.output/**', 'test-results/**'] },
});
