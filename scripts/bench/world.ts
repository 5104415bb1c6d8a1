// What the browser's parts are measured in: a local Buffer of its own, ours built for it, and the floors.
import type { Page } from '@playwright/test';
import { Extension } from '../../tests/e2e/browser.ts';
import { buildForSandbox } from '../../tests/e2e/build.ts';
import { type LocalBuffer, startLocalBuffer } from '../../tests/e2e/local-buffer.ts';
import { freePort } from '../../tests/e2e/programs.ts';
import { SandboxClient } from '../../tests/e2e/sandbox.ts';
import { signInByKey } from '../../tests/e2e/welcome.page.ts';
import { buildEmptyFloor, buildPreactFloor, buildStillFloor, screen } from './floors.ts';
import { OpenPopup } from './opening.ts';

/** The page that everything is opened over, and words of its title. */
const PAGE = '/pages/walk.html';
export const TITLE = 'Why the best ideas arrive on a walk';

/** Folders of unpacked extensions. */
interface Folders {
  ours: string;
  preact: string;
  empty: string;
  /** Known once ours has been drawn. */
  still: string | null;
}

export type Subject = keyof Folders;

export interface Launched {
  extension: Extension;
  /** What everything is opened over. */
  page: Page;
}

type Stored = Record<'local' | 'session', Record<string, unknown>>;

export class World {
  readonly sandbox: SandboxClient;
  readonly #buffer: LocalBuffer;
  readonly #folders: Folders;
  #stored: Stored | null = null;

  private constructor(buffer: LocalBuffer, folders: Folders) {
    this.#buffer = buffer;
    this.#folders = folders;
    this.sandbox = new SandboxClient(buffer.origin);
  }

  static async make(): Promise<World> {
    const port = await freePort();
    if (port === null) throw new Error('No port is free.');
    const ours = buildForSandbox(`http://127.0.0.1:${port}`, '.output/bench');
    const folders = { ours, preact: await buildPreactFloor(), empty: buildEmptyFloor(), still: null };
    return new World(await startLocalBuffer(port), folders);
  }

  end(): Promise<void> {
    return this.#buffer.stop();
  }

  /** A browser with a fresh profile and one extension, which holds what ours does when somebody has signed in. */
  async launch(subject: Subject): Promise<Launched> {
    // None may find the calls used up that the ones before it have made.
    await this.sandbox.reset();
    const extension = await Extension.launch({
      folder: this.#folders[subject] ?? (await this.#drawStill()),
      // Without it the toolbar cannot be pressed from outside.
      args: ['--enable-unsafe-extension-debugging'],
    });
    if (subject === 'ours') await this.#signIn(extension);
    else await extension.evaluate(store, await this.#whatOursStores());
    const page = await extension.context.newPage();
    await page.goto(this.sandbox.at(PAGE));
    return { extension, page };
  }

  /** Two channels were chosen before; neither needs a counter of its own. */
  async #signIn(extension: Extension): Promise<void> {
    await signInByKey(extension, this.#buffer.apiKey);
    const channelIds = await Promise.all(['linkedin', 'bluesky'].map((one) => this.sandbox.channelOn(one)));
    await extension.evaluate(store, { local: { choice: { channelIds, when: 'queue' } }, session: {} });
  }

  async #drawStill(): Promise<string> {
    const { extension, page } = await this.launch('ours');
    const popup = await OpenPopup.filled(page, extension, TITLE);
    const still = buildStillFloor(this.#folders.ours, (await popup.target.evaluate(screen)) as string);
    this.#folders.still = still;
    await extension.close();
    return still;
  }

  async #whatOursStores(): Promise<Stored> {
    if (this.#stored) return this.#stored;
    const { extension } = await this.launch('ours');
    this.#stored = await extension.evaluate(stored, undefined);
    await extension.close();
    return this.#stored;
  }
}

async function store({ local, session }: Stored): Promise<void> {
  await Promise.all([chrome.storage.local.set(local), chrome.storage.session.set(session)]);
}

async function stored(): Promise<Stored> {
  const [local, session] = await Promise.all([chrome.storage.local.get(), chrome.storage.session.get()]);
  return { local, session };
}
