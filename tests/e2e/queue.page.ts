// The list of entries as a person sees it, and posts put on their way as the composer does it.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Extension } from './browser.ts';
import type { SandboxClient } from './sandbox.ts';

type Group = 'Needs you' | 'On their way' | 'In Buffer' | 'Cancelled' | 'Drafts';

interface Sent {
  text: string;
  service?: string;
  mode?: 'queue' | 'now';
}

/** Hands posts to the background, which accepts them. */
export async function send(extension: Extension, sandbox: SandboxClient, posts: Sent[]): Promise<void> {
  expect(await offer(extension, sandbox, posts)).toEqual({ ok: true });
}

/** Hands posts to the background with the words that the composer uses; gives its answer. */
export async function offer(extension: Extension, sandbox: SandboxClient, posts: Sent[]): Promise<unknown> {
  const { channels } = await sandbox.state();
  const all = posts.map(({ text, service = 'linkedin', mode = 'queue' }) => ({
    text,
    mode,
    channelId: channels.find((one) => one.service === service)?.id,
  }));
  return extension.evaluate(async (wanted) => {
    const stored = await chrome.storage.local.get(['connection', 'channels']);
    const { account } = stored.connection as { account: { id: string } };
    const known = (stored.channels as { channels: { id: string; organizationId: string; network: string }[] })
      .channels;
    const submissions = wanted.map(({ text, mode, channelId }) => {
      const { id, organizationId, network } = known.find((one) => one.id === channelId) ?? {};
      const post = {
        channel: { id, organizationId, network },
        text,
        attachment: { kind: 'none' },
        mode,
        options: {},
      };
      return { id: crypto.randomUUID(), groupId: crypto.randomUUID(), accountId: account.id, post };
    });
    return chrome.runtime.sendMessage({ type: 'accept', submissions });
  }, all);
}

/** Wakes the extension as opening the popup does. */
export function wake(extension: Extension): Promise<unknown> {
  return extension.evaluate(() => chrome.runtime.sendMessage({ type: 'hello' }), undefined);
}

export class QueuePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(extension: Extension): Promise<QueuePage> {
    const queue = new QueuePage(await extension.page('queue.html'));
    await queue.page.getByRole('heading', { level: 1, name: 'Queue' }).waitFor();
    return queue;
  }

  group(name: Group): Locator {
    return this.page.locator('section', { has: this.page.getByRole('heading', { level: 2, name }) });
  }

  /** The row of the entry with these words. */
  entry(text: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: text });
  }

  /** One of Buffer's posts, by how it begins. */
  post(text: RegExp | string): Locator {
    const words = this.page.locator('.post-words').filter({ hasText: text });
    return this.page.getByRole('article').filter({ has: words });
  }

  /** Reads Buffer's list again. */
  async refresh(): Promise<void> {
    const reading = this.page.getByRole('button', { name: 'Refresh' });
    await expect(reading).not.toHaveAttribute('aria-disabled', 'true');
    await reading.click();
    await expect(reading).not.toHaveAttribute('aria-disabled', 'true');
  }

  /** Waits until the entry stands in the group and says this. */
  async says(group: Group, text: string, words: string | RegExp): Promise<void> {
    const row = this.group(group).getByRole('listitem').filter({ hasText: text });
    await expect(row.locator('.entry-state')).toHaveText(words);
  }

  /** What its buttons say, in their order. */
  buttons(text: string): Promise<string[]> {
    return this.entry(text).getByRole('button').allInnerTexts();
  }

  press(text: string, button: string): Promise<void> {
    return this.entry(text).getByRole('button', { name: button }).click();
  }
}
