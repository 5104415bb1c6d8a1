import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

export default defineConfig({
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/auto-icons', '@wxt-dev/webextension-polyfill'],
  imports: false,
  vite: () => ({ plugins: [preact()] }),
  autoIcons: { baseIconPath: 'assets/icon.svg' },
  manifest: { name: '__MSG_extName__', description: '__MSG_extDescription__', default_locale: 'en' },
});
