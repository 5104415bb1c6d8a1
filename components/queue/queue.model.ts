// The list of entries: what it shows, in which groups, and what comes of a press. Its inputs are arguments.
import { computed, signal } from '@preact/signals';
import { Desk, type DeskTrouble } from '@/components/entries/desk.ts';
import type { EntryRoom } from '@/components/entries/EntryRow.tsx';
import { EditKeeper, type EditPorts } from '@/components/posts/edit-keeper.ts';
import type { ListPorts } from '@/components/posts/lists.model.ts';
import { Posts } from '@/components/posts/posts.model.ts';
import { type Draft, emptyDraft } from '@/lib/drafts/draft.ts';
import { entryDraftKey } from '@/lib/drafts/from-post.ts';
import { follow, type Source } from '@/lib/follow.ts';
import type { Command } from '@/lib/messages.ts';
import type { EntryView, OutboxSummary } from '@/lib/outbox/summary.ts';
import type {
  ChannelsCache,
  ConnectionView,
  Interactions,
  KnownConfiguration,
  PostLists,
} from '@/lib/platform/schemas.ts';

export interface QueueState {
  connection: ConnectionView;
  cache: ChannelsCache;
  outbox: OutboxSummary;
  /** What was begun and not sent: of pages, and of posts that were taken back; the latest first. */
  drafts: Draft[];
  online: boolean;
  /** What Buffer has, as it was last known. */
  queued: PostLists;
  sent: PostLists;
  configuration: KnownConfiguration;
  interactions: Interactions;
}

export interface QueuePorts extends Source<QueueState>, ListPorts, EditPorts {
  saveDraft(key: string, draft: Draft | null): Promise<void>;
  openSignIn(): void;
}

/** The groups in the order of the page: newest first, but what is on its way in the order in which it goes out. */
export interface Groups {
  needsYou: EntryView[];
  onTheirWay: EntryView[];
  inBuffer: EntryView[];
  cancelled: EntryView[];
}

export class Queue implements EntryRoom {
  readonly #ports: QueuePorts;
  readonly desk: Desk;
  /** What Buffer has. */
  readonly posts: Posts;
  readonly #edits: EditKeeper;
  readonly state = signal<QueueState>(NOTHING);
  /** What did not work for something that is no entry: a draft, a lost or an unreadable post. */
  readonly trouble = signal<DeskTrouble | null>(null);

  readonly channels = computed(() => this.state.value.cache.channels);
  readonly connection = computed(() => this.state.value.connection);
  /** How many posts wait in Buffer, of the channel that is looked at or of all. */
  readonly waiting = computed(() => {
    const chosen = this.posts.lists.chosen.value;
    const counts = Object.entries(this.state.value.cache.queued);
    return counts.filter(([id]) => chosen === null || id === chosen).reduce((sum, [, one]) => sum + one, 0);
  });
  /** Something that waits, or a list, has met a classic API that answers no more. */
  readonly isSwitchedOff = computed(() => {
    const { connection, outbox } = this.state.value;
    const isMet = ({ state, reason, error }: EntryView) =>
      (state === 'waiting' || state === 'checking') && (reason === 'retired' || error?.kind === 'retired');
    const isRead = this.posts.lists.trouble.value?.problem === 'retired';
    return connection.method === 'classic' && (isRead || outbox.entries.some(isMet));
  });
  readonly groups = computed(() => groupsOf(this.state.value));

  constructor(ports: QueuePorts) {
    this.#ports = ports;
    this.posts = new Posts(this.state, ports);
    this.#edits = new EditKeeper(this.posts.desk, ports);
    this.desk = new Desk({
      send: (command) => ports.send(command),
      compose: (draftKey) => this.compose(draftKey),
      signIn: () => ports.openSignIn(),
    });
  }

  async start(): Promise<void> {
    this.state.value = await follow<QueueState>(this.#ports, (part) => {
      const before = this.state.value;
      this.state.value = { ...before, ...part };
      this.posts.lists.follow(before);
      void this.#edits.of(this.#accountId);
    });
    await this.#edits.of(this.#accountId);
  }

  get #accountId(): string | null {
    return this.connection.value.account?.id ?? null;
  }

  signIn(): void {
    this.#ports.openSignIn();
  }

  compose(draftKey: string): Promise<void> {
    return this.#ask({ type: 'compose', draftKey });
  }

  discardDraft(key: string): Promise<void> {
    return this.#try(() => this.#ports.saveDraft(key, null));
  }

  discardUnreadable(id: string): Promise<void> {
    return this.#ask({ type: 'discard-unreadable', id });
  }

  dismissLost(): Promise<void> {
    return this.#ask({ type: 'dismiss-lost' });
  }

  /** A lost post's words, as far as they are known, become a draft; one that was begun already goes on. */
  writeAgain({ id, channelId, text, mode }: EntryView): Promise<void> {
    const key = entryDraftKey(id);
    return this.#try(async () => {
      const isBegun = this.state.value.drafts.some((draft) => draft.key === key);
      const when = typeof mode === 'string' ? mode : 'queue';
      const draft: Draft = { ...emptyDraft(), key, text, channelIds: [channelId], when };
      if (!isBegun) await this.#ports.saveDraft(key, draft);
      await this.compose(key);
    });
  }

  #ask(command: Command): Promise<void> {
    return this.#try(async () => {
      const reply = await this.#ports.send(command);
      if (!reply.ok) throw new Error(reply.problem);
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.trouble.value = null;
    } catch {
      this.trouble.value = 'failed';
    }
  }
}

const NOTHING: QueueState = {
  connection: { status: 'signed-out', method: null, can: [], account: null },
  cache: { fetchedAt: 0, channels: [], queued: {} },
  outbox: { onTheirWay: 0, needsYou: 0, entries: [], unreadable: [], lost: null },
  drafts: [],
  online: true,
  queued: { accountId: null, changedAt: 0, lists: {} },
  sent: { accountId: null, changedAt: 0, lists: {} },
  configuration: { fetchedAt: 0, networks: {} },
  interactions: {},
};

function groupsOf({ outbox, drafts }: QueueState): Groups {
  const groups: Groups = { needsYou: [], onTheirWay: [], inBuffer: [], cancelled: [] };
  const edited = new Set(drafts.map(({ key }) => key));
  for (const entry of outbox.entries) {
    if (entry.state === 'needs-you') groups.needsYou.push(entry);
    else if (entry.state === 'confirmed') groups.inBuffer.push(entry);
    else if (entry.state !== 'cancelled') groups.onTheirWay.push(entry);
    // Its draft stands in the list already.
    else if (!edited.has(entryDraftKey(entry.id))) groups.cancelled.push(entry);
  }
  groups.onTheirWay.reverse();
  return groups;
}
