// What is set on the settings page, saved at once and said so. Its inputs are arguments.
import { signal } from '@preact/signals';
import type { Connect } from '@/components/connect/connect.model.ts';
import { type SiteChannels, typedSite, withoutSite, withSite } from '@/lib/capture/sites.ts';
import { follow, type Source } from '@/lib/follow.ts';
import type { Settings } from '@/lib/settings.ts';

export interface OptionsPorts extends Source<{ sites: SiteChannels[] }> {
  saveSites(sites: SiteChannels[]): Promise<void>;
  /** The keys as the browser has bound them, by command. */
  keys(): Promise<Record<string, string>>;
}

/** Whoever is typing is told once, when they pause. */
const SAID_AFTER_MS = 300;
const SAID_FOR_MS = 4000;

export class Options {
  readonly connect: Connect;
  readonly #ports: OptionsPorts;
  readonly sites = signal<SiteChannels[]>([]);
  readonly keys = signal<Record<string, string>>({});
  /** Null once it has been said long enough. */
  readonly said = signal<'saved' | 'notSaved' | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(connect: Connect, ports: OptionsPorts) {
    this.connect = connect;
    this.#ports = ports;
  }

  async start(): Promise<void> {
    const show = ({ sites }: { sites?: SiteChannels[] }) => {
      if (sites) this.sites.value = sites;
    };
    const [loaded] = await Promise.all([follow(this.#ports, show), this.readKeys()]);
    show(loaded);
  }

  /** The keys are changed on a page of the browser's own, which tells nobody. */
  async readKeys(): Promise<void> {
    this.keys.value = await this.#ports.keys();
  }

  set(part: Partial<Settings>): Promise<void> {
    return this.saved(this.connect.saveSettings(part));
  }

  /** Null takes the kind's usual template again. */
  setTemplate(kind: string, template: string | null): Promise<void> {
    const { [kind]: _, ...others } = this.connect.state.value?.settings.templates ?? {};
    return this.set({ templates: template === null ? others : { ...others, [kind]: template } });
  }

  /** The site that was added, or null when what was typed is none. */
  addSite(typed: string): string | null {
    const host = typedSite(typed);
    if (!host) return null;
    if (!this.sites.value.some((site) => site.host === host)) this.setSite({ host, channelIds: [] });
    return host;
  }

  setSite(site: SiteChannels): void {
    const { value } = this.sites;
    const isKnown = value.some(({ host }) => host === site.host);
    // One that is shown stays in its place.
    this.#saveSites(isKnown ? value.map((it) => (it.host === site.host ? site : it)) : withSite(value, site));
  }

  removeSite(host: string): void {
    this.#saveSites(withoutSite(this.sites.value, host));
  }

  #saveSites(sites: SiteChannels[]): void {
    this.sites.value = sites;
    void this.saved(this.#ports.saveSites(sites));
  }

  /** Says, once something is written, that it is, or that it is not. */
  async saved(written: Promise<void>): Promise<void> {
    const word = await written.then(() => 'saved' as const).catch(() => 'notSaved' as const);
    clearTimeout(this.#timer);
    // Said anew, so that it is heard anew.
    this.said.value = null;
    this.#timer = setTimeout(() => {
      this.said.value = word;
      if (word === 'saved') this.#timer = setTimeout(() => this.#unsay(), SAID_FOR_MS);
    }, SAID_AFTER_MS);
  }

  #unsay(): void {
    this.said.value = null;
  }
}
