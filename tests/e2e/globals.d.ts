// What functions that run inside pages of the extension see.
declare const chrome: typeof import('wxt/browser').browser;
