// Everything outside that the composer depends on.
import type { Post } from '@/lib/buffer/types.ts';
import type { Capture, Source } from '@/lib/capture/capture.ts';
import type { LinkChoice } from '@/lib/capture/link-choices.ts';
import type { SiteChannels } from '@/lib/capture/sites.ts';
import type { Draft } from '@/lib/drafts/draft.ts';
import type { Source as Followed } from '@/lib/follow.ts';
import type { Command, Reply } from '@/lib/messages.ts';
import type { OutboxSummary } from '@/lib/outbox/summary.ts';
import type { ChannelsCache, ConnectionView, Handoff } from '@/lib/platform/schemas.ts';
import type { Settings } from '@/lib/settings.ts';
import type { SaveDraft } from './draft/draft-keeper.ts';
import type { SeenTab } from './draft/turning.model.ts';
import type { KeptDrafts } from './draft/waiting.model.ts';
import type { Rules } from './rules.ts';
import type { Queues } from './when/queues.ts';

export interface Choice {
  channelIds: string[] | null;
  when: Draft['when'];
  /** In the fields of channels, by their ids. */
  options?: Draft['options'];
}

export interface Loaded {
  connection: ConnectionView;
  cache: ChannelsCache;
  choice: Choice;
  outbox: OutboxSummary;
  /** Buffer's queue as it is known. */
  queues: Queues;
  handoff: Handoff | null;
  linkChoices: LinkChoice[];
  sites: SiteChannels[];
  settings: Settings;
  /** Why the last sign-in failed, if it did. */
  signInProblem: string | null;
}

export interface ComposerPorts extends Followed<Loaded> {
  /** Come with all that the first paint does not show, which can be drawn then. */
  rules(): Promise<typeof Rules>;
  /** Reads what was clicked, the tab that was handed over, or else the active tab. */
  capture(handoff: Handoff | null): Promise<Capture>;
  /** Calls back with what is handed to the side panel of this window from now on. */
  watchHandoff(handed: (handoff: Handoff) => void): void;
  /** Calls back with what the person looks at, whenever that has changed. */
  watchTab(seen: (tab: SeenTab) => void): void;
  /** The key that takes the page which is looked at into the side panel; empty where none is bound. */
  panelKey(): Promise<string>;
  /** Reads the tab once its page has been loaded; null if it is closed before. */
  captureWhenComplete(): Promise<Capture | null>;
  loadDraft(key: string): Promise<Draft | null>;
  saveDraft: SaveDraft;
  kept: Followed<KeptDrafts>;
  saveChoice(choice: Choice): Promise<void>;
  /** Remembers which channels are chosen on a site. */
  rememberSite(site: SiteChannels): Promise<void>;
  /** Posts in Buffer that were read before. */
  knownPosts(): Promise<Post[]>;
  /** Remembers which link is wanted on the site of this address; null forgets it. */
  rememberLink(address: string, source: Source | null): Promise<void>;
  send(command: Command): Promise<Reply>;
  /** Opens the side panel with what was handed over, or else with the tab, and closes this page. */
  openPanel(handoff: Handoff | null): Promise<void>;
  openSettings(): Promise<void>;
  /** Opens the page that has every way to sign in. */
  openSignIn(): Promise<void>;
  newId(): string;
  /** Resolves after so many milliseconds. */
  wait(time: number): Promise<void>;
  now(): number;
}
