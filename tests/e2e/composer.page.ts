// The composer as a person sees it, in the real toolbar popup.
import type { Page } from '@playwright/test';
import type { Extension } from './browser.ts';
import { Popup } from './popup.ts';

export const CHANNEL = {
  x: 'Mara Alder on X',
  linkedin: 'Mara Alder on LinkedIn',
  bluesky: 'Mara on foot on Bluesky',
  instagram: 'Leaf & Lane on Instagram',
} as const;

type When = 'Next free slot' | 'Top of the queue' | 'Now' | 'Pick a time' | 'Draft';

export class ComposerPage {
  readonly popup: Popup;

  constructor(popup: Popup) {
    this.popup = popup;
  }

  /** Opens the popup over a page and waits until the page has been read into it. */
  static async open(extension: Extension, over: Page): Promise<ComposerPage> {
    const composer = new ComposerPage(await Popup.open(extension, over));
    await composer.isFilled();
    return composer;
  }

  /** The same with these channels and nothing attached, ready to write. */
  static async openBare(extension: Extension, over: Page, ...channels: string[]): Promise<ComposerPage> {
    const composer = await ComposerPage.open(extension, over);
    await composer.popup.click('radio', 'None');
    await composer.chooseChannels(...channels);
    await composer.popup.focus('textbox', 'Post text');
    return composer;
  }

  /** The same, with channels chosen by their networks: the classic API names accounts otherwise. */
  static async openOn(extension: Extension, over: Page, ...networks: string[]): Promise<ComposerPage> {
    const composer = await ComposerPage.open(extension, over);
    const names = await composer.popup.evaluate(
      () =>
        [
          ...document.querySelectorAll<HTMLInputElement>(
            '[role="group"] input, fieldset input[type="checkbox"]',
          ),
        ].map((input) => input.getAttribute('aria-label') ?? input.labels?.[0]?.innerText ?? ''),
      undefined,
    );
    for (const network of networks) {
      await composer.chooseChannels(names.find((name) => name.endsWith(` on ${network}`)) ?? network);
    }
    return composer;
  }

  /** With what is loaded after the first paint. */
  isFilled(): Promise<void> {
    return this.popup.waitFor(
      () =>
        document.querySelector<HTMLInputElement>('.link-field')?.value &&
        document.querySelector('.attach .pictures, .segments label:last-child :checked'),
    );
  }

  text(): Promise<string> {
    return this.popup.value('textbox', 'Post text');
  }

  link(): Promise<string> {
    return this.popup.value('textbox', 'Link');
  }

  /** Where link, title, description and picture came from, in the words that are said of it. */
  origins(): Promise<string[]> {
    return this.popup.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.origin')].map(({ innerText }) => innerText),
    );
  }

  /** The words of the link card. */
  async card(): Promise<{ title: string; description: string }> {
    const title = await this.popup.value('textbox', 'Title of the card');
    return { title, description: await this.popup.value('textbox', 'Description of the card') };
  }

  /** Waits until the field holds exactly this. */
  textIs(words: string): Promise<void> {
    return this.popup.waitFor((wanted) => document.querySelector('textarea')?.value === wanted, words);
  }

  write(words: string): Promise<void> {
    return this.popup.fill('textbox', 'Post text', words);
  }

  async chooseChannels(...names: string[]): Promise<void> {
    for (const name of names) await this.popup.click('checkbox', name);
  }

  when(moment: When): Promise<void> {
    return this.popup.choose('When', moment);
  }

  /** Sets the field for date and time, which takes keys only in the order of the system's language. */
  setTime(local: string): Promise<void> {
    return this.popup.evaluate((value) => {
      const field = document.querySelector<HTMLInputElement>('input[type="datetime-local"]');
      if (!field) throw new Error('There is no field for the time.');
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, local);
  }

  submitByKey(): Promise<void> {
    return this.popup.press('Control+Enter');
  }

  /** What the status regions say now. */
  status(): Promise<string> {
    return this.popup.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[role="status"]')].map((one) => one.innerText).join('\n'),
    );
  }

  /** Waits until a status region says this. */
  says(words: string): Promise<void> {
    return this.popup.waitFor(
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>('[role="status"]')].some((one) =>
          one.innerText.includes(wanted),
        ),
      words,
    );
  }

  /** Submits and waits until Buffer has it on every channel. */
  async submitted(): Promise<void> {
    await this.submitByKey();
    await this.says('In Buffer');
  }
}
