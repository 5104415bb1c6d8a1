// Commands from the extension's own pages to the background; state comes back by watching storage.
import { browser } from 'wxt/browser';
import type { Command, Reply } from '../messages.ts';

/** Sends a command. Rejects when the background could not be reached, so that nothing is taken for done. */
export async function send(command: Command): Promise<Reply> {
  const reply: Reply | null | undefined = await browser.runtime.sendMessage(command);
  if (!reply) throw new Error('the background did not answer');
  return reply;
}
