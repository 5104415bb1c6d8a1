// The browser's window for signing in.
import { browser } from 'wxt/browser';

/** The address that Buffer sends the person back to; it must be registered there, letter by letter. */
export function redirectUrl(): string {
  return browser.identity.getRedirectURL('buffer');
}

/** Opens the sign-in window and gives the address it ended at; rejects when it was closed or could not load. */
export async function openSignIn(url: string): Promise<string> {
  const answer = await browser.identity.launchWebAuthFlow({ url, interactive: true });
  if (!answer) throw new Error('the sign-in window gave no answer');
  return answer;
}
