// Chromium with the extension loaded into a profile of its own, which outlives a kill of the browser.
import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { extensionId } from './build.ts';
import { chromiumPath } from './programs.ts';

export interface LaunchOptions {
  /** The folder of the unpacked extension. */
  folder: string;
  headless?: boolean;
  args?: string[];
  env?: Record<string, string>;
  deviceScaleFactor?: number;
  colorScheme?: 'light' | 'dark';
  /** How large the person has made all pages in the browser's settings: 2 for 200 %. */
  zoom?: number;
}

/** Each of the browser's zoom levels is a fifth larger than the one before. */
const ZOOM_STEP = 1.2;

function newProfile(id: string, zoom = 1): string {
  const profile = mkdtempSync(join(tmpdir(), 'quick-queue-'));
  mkdirSync(join(profile, 'Default'));
  // An icon that is not pinned opens its popup only after the toolbar has moved.
  const preferences = {
    extensions: { pinned_extensions: [id] },
    partition: { default_zoom_level: { x: Math.log(zoom) / Math.log(ZOOM_STEP) } },
  };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

function launch(profile: string, options: LaunchOptions): Promise<BrowserContext> {
  const { folder, headless = true, args = [], env, deviceScaleFactor, colorScheme } = options;
  return chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless,
    // Whoever launches it says what an interrupt means.
    handleSIGINT: false,
    handleSIGTERM: false,
    ...(deviceScaleFactor
      ? { deviceScaleFactor, viewport: { width: 1200, height: 860 } }
      : { viewport: null }),
    ...(colorScheme && { colorScheme }),
    ...(env && { env: { ...process.env, ...env } as Record<string, string> }),
    args: [
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      '--no-sandbox',
      '--test-type',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A popup never grows larger than its screen, and the one of a browser without a display is small.
      ...(headless ? ['--screen-info={3200x2400}'] : []),
      ...args,
    ],
  });
}

export class Extension {
  readonly id: string;
  readonly profile: string;
  readonly #options: LaunchOptions;
  #context: BrowserContext;
  /** A page with the extension's rights and no interface: it stays when the worker is stopped. */
  #helper: Page | null = null;

  private constructor(profile: string, context: BrowserContext, options: LaunchOptions) {
    this.id = extensionId(options.folder);
    this.profile = profile;
    this.#context = context;
    this.#options = options;
  }

  /** A browser with a fresh profile, ready when the extension has opened its welcome page. */
  static async launch(options: LaunchOptions): Promise<Extension> {
    const profile = newProfile(extensionId(options.folder), options.zoom);
    const extension = new Extension(profile, await launch(profile, options), options);
    await extension.#workerRuns();
    await extension.opened('welcome.html');
    return extension;
  }

  get context(): BrowserContext {
    return this.#context;
  }

  async #workerRuns(): Promise<void> {
    if (this.#context.serviceWorkers().length === 0) await this.#context.waitForEvent('serviceworker');
  }

  url(path: string): string {
    return `chrome-extension://${this.id}/${path}`;
  }

  /** Opens one of the extension's pages in a tab. */
  async page(path: string): Promise<Page> {
    const page = await this.#context.newPage();
    await page.goto(this.url(path));
    return page;
  }

  /** The tab that the extension itself opens, or has opened, with this page. */
  async opened(path: string): Promise<Page> {
    const matches = (page: Page) => page.url().startsWith(this.url(path));
    const page = this.#context.pages().find(matches);
    if (page) return page;
    return this.#context.waitForEvent('page', {
      predicate: async (candidate) => {
        await candidate.waitForURL(this.url(path)).catch(() => undefined);
        return matches(candidate);
      },
    });
  }

  async helper(): Promise<Page> {
    if (!this.#helper || this.#helper.isClosed()) this.#helper = await this.page('manifest.json');
    return this.#helper;
  }

  /** Runs a function with the extension's own rights, whether the worker is awake or not. */
  async evaluate<Result, Argument>(
    work: (argument: Argument) => Result,
    argument: Argument,
  ): Promise<Awaited<Result>> {
    const helper = await this.helper();
    return helper.evaluate(work as (argument: unknown) => Result, argument) as Promise<Awaited<Result>>;
  }

  /** What stands on the toolbar icon. */
  badge(): Promise<string> {
    return this.evaluate(() => chrome.action.getBadgeText({}), undefined);
  }

  /** Stops the worker as the browser does after half a minute of rest, whatever it is at. */
  async stopWorker(): Promise<void> {
    const session = await this.#context.newCDPSession(await this.helper());
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
  }

  /** Puts the clock of the running worker forward; the worker must be awake, and a new one knows nothing of it. */
  async passTime(seconds: number): Promise<void> {
    const [worker] = this.#context.serviceWorkers();
    await worker?.evaluate((milliseconds) => {
      const before = Date.now;
      Date.now = () => before.call(Date) + milliseconds;
    }, seconds * 1000);
  }

  /** Ends the whole browser as a crash does. */
  async kill(): Promise<void> {
    const pid = Number(readlinkSync(join(this.profile, 'SingletonLock')).split('-').at(-1));
    const closed = this.#context.waitForEvent('close');
    process.kill(pid, 'SIGKILL');
    await closed;
    this.#helper = null;
  }

  /** A new browser with what the old one left behind. */
  async relaunch(): Promise<void> {
    this.#context = await launch(this.profile, this.#options);
    await this.#workerRuns();
  }

  async close(): Promise<void> {
    await this.#context.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
