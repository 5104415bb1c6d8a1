// The local Buffer's control endpoints, as tests and the tour use them.

export interface SandboxPost {
  id: string;
  channelId: string;
  status: string;
  text: string;
  dueAt: string | null;
  sentAt: string | null;
  assets: Record<string, unknown>[];
  linkAttachment: Record<string, unknown> | null;
  via: string;
  shareMode: string | null;
}

export interface SandboxState {
  now: string;
  channels: { id: string; service: string; name: string }[];
  posts: SandboxPost[];
}

export interface LogLine {
  at: string;
  api: 'graphql' | 'rest' | 'oauth' | 'mcp';
  operation: string;
  status: number;
  committed: boolean;
  ids: string[];
}

export interface Fault {
  operation: string;
  do: 'status' | 'delay' | 'cut' | 'hang' | 'body';
  when?: 'before' | 'after';
  nth?: number;
  probability?: number;
  times?: number | null;
  status?: number;
  seconds?: number;
  headers?: Record<string, string>;
}

export class SandboxClient {
  readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  /** The address of a demo page or picture. */
  at(path: string): string {
    return `${this.origin}${path}`;
  }

  async #call<T>(path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.at(`/_sandbox/${path}`), {
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
    });
    if (!response.ok)
      throw new Error(`/_sandbox/${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  state(): Promise<SandboxState> {
    return this.#call('state');
  }

  log(): Promise<LogLine[]> {
    return this.#call('log');
  }

  reset(): Promise<SandboxState> {
    return this.#call('reset', {});
  }

  faults(rules: Fault[]): Promise<unknown> {
    return this.#call('faults', rules);
  }

  advance(seconds: number): Promise<unknown> {
    return this.#call('clock', { advance: seconds });
  }

  /** The posts whose text contains this. */
  async postsWith(text: string): Promise<SandboxPost[]> {
    return (await this.state()).posts.filter((post) => post.text.includes(text));
  }

  /** The id of the channel on a network. */
  async channelOn(service: string): Promise<string> {
    const channel = (await this.state()).channels.find((one) => one.service === service);
    if (!channel) throw new Error(`There is no channel on ${service}.`);
    return channel.id;
  }

  /** The arrivals of one operation. */
  async arrivals(operation: string): Promise<LogLine[]> {
    return (await this.log()).filter((line) => line.operation === operation);
  }
}
