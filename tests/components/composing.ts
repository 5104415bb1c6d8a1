// A composer with an outside that the test holds in its hands.
import { Composer } from '@/components/composer/composer.model.ts';
import type { Choice, ComposerPorts, Loaded } from '@/components/composer/composer.ports.ts';
import type { SeenTab } from '@/components/composer/draft/turning.model.ts';
import type { KeptDrafts } from '@/components/composer/draft/waiting.model.ts';
import { Rules } from '@/components/composer/rules.ts';
import { NO_QUEUES, queuesOf } from '@/components/composer/when/queues.ts';
import type { Channel, Post } from '@/lib/buffer/types.ts';
import type { Capture } from '@/lib/capture/capture.ts';
import type { LinkChoice } from '@/lib/capture/link-choices.ts';
import type { SiteChannels } from '@/lib/capture/sites.ts';
import type { Draft } from '@/lib/drafts/draft.ts';
import type { Command, Reply } from '@/lib/messages.ts';
import { EMPTY_SUMMARY, type EntryView } from '@/lib/outbox/summary.ts';
import type { Handoff, PostLists } from '@/lib/platform/schemas.ts';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings.ts';

export const LINK = 'https://example.org/walk';

export const CAPTURE: Capture = {
  kind: 'page',
  pageUrl: LINK,
  address: LINK,
  links: [{ value: LINK, source: 'tab', removed: [] }],
  titles: [{ value: 'A walk', source: 'og' }],
  descriptions: [],
  pictures: [],
  unusable: [],
  quote: null,
  less: null,
};

export function channel(id: string, network = 'linkedin'): Channel {
  return {
    id,
    organizationId: 'o',
    network,
    name: id,
    avatar: null,
    timezone: 'Europe/Berlin',
    isPaused: false,
    isDisconnected: false,
    isLocked: false,
    schedule: [],
    type: null,
    maxCharacters: null,
    maxPictures: null,
    boards: [],
  };
}

/** A composer over a person who is signed in, has two channels and chose the first one last. */
export function composing(
  change: {
    reply?: (command: Command) => Promise<Reply>;
    drafts?: Record<string, Draft>;
    handoff?: Handoff;
    /** What is read of a page that is handed over. */
    handed?: Capture;
    linkChoices?: LinkChoice[];
    sites?: SiteChannels[];
    settings?: Partial<Settings>;
    /** Beside the first two. */
    channels?: Channel[];
    options?: Draft['options'];
    knownPosts?: Post[];
    /** Storage that has no room for a draft. */
    isFull?: () => boolean;
    /** Whether it waits for the page, however long that takes. */
    isPatient?: boolean;
    /** Milliseconds since the epoch. */
    now?: () => number;
  } = {},
) {
  const sent: Command[] = [];
  const choices: Choice[] = [];
  const moved: (Handoff | null)[] = [];
  const remembered: [string, string | null][] = [];
  const sites: SiteChannels[] = [];
  const drafts = new Map(Object.entries(change.drafts ?? {}));
  let changed: (part: Partial<Loaded>) => void = () => undefined;
  let see: (tab: SeenTab) => void = () => undefined;
  let handOver: (handoff: Handoff) => void = () => undefined;
  let kept: (part: Partial<KeptDrafts>) => void = () => undefined;
  let ids = 0;
  const page = Promise.withResolvers<Capture>();
  const completed = Promise.withResolvers<Capture | null>();
  const ports: ComposerPorts = {
    rules: async () => Rules,
    load: async () => ({
      connection: {
        status: 'signed-in',
        method: 'api-key',
        can: [],
        account: { id: 'me', name: 'Mara', email: null, avatar: null },
      },
      cache: {
        fetchedAt: 1,
        channels: [channel('a'), channel('b', 'twitter'), ...(change.channels ?? [])],
        queued: { a: 2, b: 3 },
      },
      choice: { channelIds: ['a'], when: 'queue', options: change.options },
      outbox: EMPTY_SUMMARY,
      queues: NO_QUEUES,
      handoff: change.handoff ?? null,
      linkChoices: change.linkChoices ?? [],
      sites: change.sites ?? [],
      settings: { ...DEFAULT_SETTINGS, ...change.settings },
      signInProblem: null,
    }),
    watch: (given) => {
      changed = given;
    },
    capture: (handoff) => (handoff ? Promise.resolve(change.handed ?? CAPTURE) : page.promise),
    watchHandoff: (handed) => {
      handOver = handed;
    },
    watchTab: (given) => {
      see = given;
    },
    panelKey: async () => 'Alt+Shift+D',
    captureWhenComplete: () => completed.promise,
    loadDraft: async (key) => drafts.get(key) ?? null,
    saveDraft: async (key, draft, oldKey) => {
      if (draft && change.isFull?.()) throw new Error('full');
      if (draft) drafts.set(key, draft);
      else drafts.delete(key);
      drafts.delete(oldKey ?? '');
    },
    kept: {
      load: async () => ({ drafts: [...drafts.values()] }),
      watch: (given) => {
        kept = given;
      },
    },
    saveChoice: async (choice) => void choices.push(choice),
    rememberSite: async (site) => void sites.push(site),
    knownPosts: async () => change.knownPosts ?? [],
    rememberLink: async (address, source) => void remembered.push([address, source]),
    openPanel: async (handoff) => void moved.push(handoff),
    openSettings: async () => undefined,
    openSignIn: async () => undefined,
    send: (command) => {
      sent.push(command);
      return change.reply?.(command) ?? Promise.resolve({ ok: true });
    },
    newId: () => `id-${ids++}`,
    now: change.now ?? (() => 1000),
    wait: () => (change.isPatient ? new Promise(() => undefined) : Promise.resolve()),
  };
  const composer = new Composer(ports);
  const started = composer.start();
  /** `complete` is what a page that was still loading gives once it is loaded. */
  const ready = async (capture = CAPTURE, complete: Capture | null = null) => {
    page.resolve(capture);
    completed.resolve(complete);
    await composer.judge.load();
    await started;
  };
  return {
    composer,
    drafts,
    sent,
    choices,
    moved,
    remembered,
    sites,
    page,
    ready,
    handOver: (handoff: Handoff) => handOver(handoff),
    /** The person looks at this. */
    see: (tab: SeenTab) => see(tab),
    /** Buffer's queue as it is known from now on. */
    queue: (queue: PostLists) => changed({ queues: queuesOf(queue) }),
    change: (part: Partial<Loaded>) => changed(part),
    /** What is kept now is told. */
    changeKept: () => kept({ drafts: [...drafts.values()] }),
    /** All but the page has answered. */
    storageAnswers: async () => {
      await composer.judge.load();
      await composer.loaded;
    },
  };
}

export function entry(groupId: string, change: Partial<EntryView> = {}): EntryView {
  return {
    id: 'e',
    groupId,
    accountId: 'me',
    channelId: 'a',
    network: 'linkedin',
    text: '',
    mode: 'queue',
    state: 'waiting',
    reason: 'accepted',
    acceptedAt: 0,
    nextAt: null,
    dueAt: null,
    remoteId: null,
    found: null,
    error: null,
    ...change,
  };
}
