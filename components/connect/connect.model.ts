// How signing in and out goes, for the welcome and the options page. Its inputs are arguments.
import { signal } from '@preact/signals';
import { follow, type Source } from '@/lib/follow.ts';
import type { Command, Reply } from '@/lib/messages.ts';
import type { ChannelsCache, ConnectionView } from '@/lib/platform/schemas.ts';
import type { Settings } from '@/lib/settings.ts';

export interface SignInView {
  state: 'idle' | 'running' | 'failed';
  problem: string | null;
}

export interface ConnectState {
  connection: ConnectionView;
  signIn: SignInView;
  settings: Settings;
  cache: ChannelsCache;
}

export interface ConnectPorts extends Source<ConnectState> {
  saveSettings(settings: Settings): Promise<void>;
  send(command: Command): Promise<Reply>;
  /** The address to register at Buffer. */
  redirectUrl: string;
  /** Whether this build has a client id of its own. */
  hasClientId: boolean;
  /** Whether the classic API is still there to be signed in to. */
  offersClassic: boolean;
  /** Asks the person to let this browser call the classic API. Only a press lets it ask. */
  askForClassicHost(): Promise<boolean>;
}

export type Way = 'connect' | 'key' | 'classic-token' | 'classic-app' | 'sign-out';

export class Connect {
  readonly #ports: ConnectPorts;
  /** Null until storage has answered. */
  readonly state = signal<ConnectState | null>(null);
  readonly busy = signal<Way | null>(null);
  /** What went wrong, and beside which way to sign in it is to be said. */
  readonly problem = signal<{ way: Way; word: string } | null>(null);
  readonly clientSaved = signal(false);
  /** Whether somebody has begun to sign in or out on this page. */
  hasAsked = false;

  constructor(ports: ConnectPorts) {
    this.#ports = ports;
  }

  get offersClassic(): boolean {
    return this.#ports.offersClassic;
  }

  get redirectUrl(): string {
    return this.#ports.redirectUrl;
  }

  /** Connecting needs a client id: the build's own, or one that the person typed in. */
  get canConnect(): boolean {
    return this.#ports.hasClientId || Boolean(this.state.value?.settings.clientId);
  }

  async start(): Promise<void> {
    this.state.value = await follow<ConnectState>(this.#ports, (part) => {
      if (this.state.value) this.state.value = { ...this.state.value, ...part };
    });
    const { state, problem } = this.state.value.signIn;
    if (state === 'failed' && problem) this.problem.value = { way: 'connect', word: problem };
  }

  connect(): Promise<void> {
    return this.#ask('connect', { type: 'connect', reopen: false });
  }

  async useKey(key: string): Promise<void> {
    if (key.trim() === '') this.problem.value = { way: 'key', word: 'empty-key' };
    else await this.#ask('key', { type: 'use-api-key', key: key.trim() });
  }

  async useClassicToken(token: string): Promise<void> {
    if (token.trim() === '') this.problem.value = { way: 'classic-token', word: 'empty-token' };
    else await this.#askClassic('classic-token', { type: 'use-classic-token', token: token.trim() });
  }

  async connectClassic(id: string, secret: string): Promise<void> {
    const [clientId, clientSecret] = [id.trim(), secret.trim()];
    if (!clientId || !clientSecret) {
      this.problem.value = { way: 'classic-app', word: 'empty-app' };
      return;
    }
    const asked = this.#askClassic('classic-app', { type: 'connect-classic', clientId, clientSecret });
    await this.saveSettings({ classicClientId: clientId });
    await asked;
  }

  signOut(): Promise<void> {
    return this.#ask('sign-out', { type: 'sign-out' });
  }

  async saveClientId(clientId: string): Promise<void> {
    await this.saveSettings({ clientId: clientId.trim() || null });
    this.clientSaved.value = true;
  }

  async saveSettings(part: Partial<Settings>): Promise<void> {
    const current = this.state.value;
    if (!current) return;
    const settings = { ...current.settings, ...part };
    this.state.value = { ...current, settings };
    await this.#ports.saveSettings(settings);
  }

  /** Nothing may come before the question: the browser asks it only as long as it remembers the press. */
  async #askClassic(way: Way, command: Command): Promise<void> {
    const granted = await this.#ports.askForClassicHost().catch(() => false);
    if (granted) await this.#ask(way, command);
    else this.problem.value = { way, word: 'no-host' };
  }

  async #ask(way: Way, command: Command): Promise<void> {
    if (this.busy.value === way) return;
    this.hasAsked = true;
    this.problem.value = null;
    this.busy.value = way;
    const reply = await this.#ports.send(command).catch((): Reply => ({ ok: false, problem: 'failed' }));
    this.busy.value = null;
    this.problem.value = reply.ok ? null : { way, word: reply.problem };
  }
}
