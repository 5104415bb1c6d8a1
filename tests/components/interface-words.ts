// The words of the interface, which the browser would read from the package.
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { vi } from 'vitest';
import { browser } from 'wxt/browser';

const messages = generateChromeMessages(await parseMessagesFile('locales/en.yml'));

function message(key: string, given: string | string[] = []): string {
  const substitutes = [given].flat();
  return (messages[key]?.message ?? '').replace(
    /\$(\d)/g,
    (_, digit) => substitutes[Number(digit) - 1] ?? '',
  );
}

/** Has the English words said as in the browser. */
export function speakEnglish(): void {
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation(message as typeof browser.i18n.getMessage);
}
