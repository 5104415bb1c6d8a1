// The local Buffer's control endpoints, as tests and the tour use them.

export interface SandboxPost {
  id: string;
  channelId: string;
  status: string;
  text: string;
  /** The text as it last arrived, before links were shortened or white space collapsed. */
  givenText: string;
  createdAt: string;
  dueAt: string | null;
  sentAt: string | null;
  assets: Record<string, unknown>[];
  linkAttachment: Record<string, unknown> | null;
  /** What its network was told beyond text and assets, by the names of the schema's inputs. */
  details: Record<string, unknown>;
  firstComment: string | null;
  tags: { id: string; name: string }[];
  via: string;
  shareMode: string | null;
}

export interface SandboxState {
  now: string;
  account: AccountChange;
  tags: { id: string; name: string; color: string; colorName: string | null }[];
  channels: {
    id: string;
    service: string;
    name: string;
    displayName: string;
    timezone: string;
    boards: { id: string; serviceId: string; name: string }[];
    dailyLimit: number | null;
    postingSchedule: { day: string; times: string[] }[];
  }[];
  posts: SandboxPost[];
}

export type WrittenPost = Pick<SandboxPost, 'id' | 'channelId' | 'status' | 'text' | 'givenText' | 'dueAt'>;

export interface LogLine {
  at: string;
  /** `actor` is what `act` did; everything else came from a client. */
  api: 'graphql' | 'rest' | 'oauth' | 'mcp' | 'actor';
  operation: string;
  /** 0 when there was no answer. */
  status: number;
  committed: boolean;
  ids: string[];
  committedAt: string | null;
  /** When a late commit is still to come. */
  commitDueAt: string | null;
  fault: { when: string; do: string } | null;
  account: string | null;
  client: string | null;
  /** The posts that were written, right after it; what was deleted, as it last stood. */
  posts: WrittenPost[];
}

export interface Fault {
  operation: string;
  do: 'status' | 'delay' | 'cut' | 'hang' | 'body';
  /** `late` commits `afterSeconds` later by the sandbox's clock, whatever the caller was told. */
  when?: 'before' | 'after' | 'late';
  afterSeconds?: number;
  nth?: number;
  probability?: number;
  /** The same seed gives a rule with a probability the same luck again. */
  seed?: number;
  times?: number | null;
  status?: number;
  seconds?: number;
  headers?: Record<string, string>;
  body?: string;
}

export interface Behaviour {
  listLagSeconds: number;
  shortenLinks: boolean;
  collapseWhiteSpace: boolean;
  queueLimit: number | null;
  queueLimitKind: 'profile' | 'team' | 'soft';
  shuffleSeed: number | null;
  encodedCodes: boolean;
}

/** What another person or device does in Buffer's own web app. Times are ISO strings. */
export type Act =
  | { do: 'edit'; id: string; text?: string; dueAt?: string }
  | { do: 'delete' | 'publish'; id: string }
  | { do: 'reorder'; id: string; position: 'top' | 'bottom' }
  | { do: 'reorder'; channelId: string; ids: string[] }
  | {
      do: 'create';
      channelId: string;
      text: string;
      mode?: 'addToQueue' | 'shareNext' | 'shareNow' | 'customScheduled';
      dueAt?: string;
      draft?: boolean;
    };

export interface ChannelChange {
  type?: string;
  isQueuePaused?: boolean;
  isDisconnected?: boolean;
  isLocked?: boolean;
  /** Posts in one day; null for any number. */
  dailyLimit?: number | null;
  /** On X: `Basic` and `Premium` take long texts. */
  subscriptionType?: string | null;
}

export interface NewChannel {
  service: string;
  name: string;
  type?: string;
  timezone?: string;
  schedule?: { days?: string[]; times: string[] }[];
}

export interface AccountChange {
  plan?: 'free' | 'essentials' | 'team';
  timezone?: string;
  timeFormat?: '12' | '24';
  startOfWeek?: 'monday' | 'sunday';
  defaultScheduleOption?: 'Queue' | 'Prioritize' | 'FixedTime' | 'Now';
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

  /** Changes what is given and keeps the rest; answers all of it. A reset puts the defaults back. */
  behave(change: Partial<Behaviour>): Promise<Behaviour> {
    return this.#call('behaviour', change);
  }

  behaviour(): Promise<Behaviour> {
    return this.#call('behaviour');
  }

  /** Lets the other person act; answers the posts as they then are, and fails with Buffer's sentence. */
  async act(deed: Act): Promise<WrittenPost[]> {
    return (await this.#call<{ posts: WrittenPost[] }>('actor', deed)).posts;
  }

  /** What an owner would change of a channel in Buffer's own pages. */
  changeChannel(id: string, change: ChannelChange): Promise<unknown> {
    return this.#call('channel', { id, ...change });
  }

  /** So many channels in all, or these behind those that are there; a reset puts the seeded ones back. */
  channels(wanted: { count: number } | NewChannel[]): Promise<SandboxState['channels']> {
    return this.#call('channels', wanted);
  }

  /** The person's plan and preferences, for both APIs. */
  changeAccount(change: AccountChange): Promise<AccountChange> {
    return this.#call('account', change);
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

  /** The arrivals of one operation; the other person's deeds are none. */
  async arrivals(operation: string): Promise<LogLine[]> {
    return (await this.log()).filter((line) => line.api !== 'actor' && line.operation === operation);
  }

  /** The arrivals whose commit is still to come. */
  async pending(): Promise<LogLine[]> {
    return (await this.log()).filter(({ commitDueAt }) => commitDueAt !== null);
  }

  /** Every post that a create of either API has ever committed, deleted since or not: the record to count at. */
  async createdPosts(): Promise<WrittenPost[]> {
    const creates = [...(await this.arrivals('createPost')), ...(await this.arrivals('updates/create'))];
    return creates.flatMap(({ posts }) => posts);
  }
}
