// How the composer thinks: what fills the draft, and what becomes of it. Its inputs are arguments.
import { batch, computed, signal } from '@preact/signals';
import { Desk } from '@/components/entries/desk.ts';
import type { Capture } from '@/lib/capture/capture.ts';
import { draftKey } from '@/lib/capture/to-draft.ts';
import type { Draft } from '@/lib/drafts/draft.ts';
import { toPosts } from '@/lib/drafts/split.ts';
import { follow } from '@/lib/follow.ts';
import type { Command, Reply } from '@/lib/messages.ts';
import { EMPTY_SUMMARY, type OutboxSummary } from '@/lib/outbox/summary.ts';
import type { ChannelsCache, ConnectionView } from '@/lib/platform/schemas.ts';
import { Sources } from './attachment/sources.model.ts';
import type { ComposerPorts, Loaded } from './composer.ports.ts';
import { DraftKeeper } from './draft/draft-keeper.ts';
import { Offer } from './draft/offer.model.ts';
import { Judge } from './judge.ts';
import { Attempt, handOver } from './outcome/attempt.ts';
import { SignIn } from './sign-in/sign-in.model.ts';
import { type Trouble, troubleOf } from './trouble.ts';
import { firstChoice, When } from './when/when.model.ts';

export class Composer {
  readonly #ports: ComposerPorts;
  readonly keeper: DraftKeeper;
  readonly offer: Offer;
  readonly capture: Offer['capture'];
  readonly sources = new Sources(this);
  readonly signIn: SignIn;
  readonly when: When;
  /** Null until storage has answered. */
  readonly connection = signal<ConnectionView | null>(null);
  readonly cache = signal<ChannelsCache>({ fetchedAt: 0, channels: [], queued: {} });
  readonly outbox = signal<OutboxSummary>(EMPTY_SUMMARY);
  readonly phase = signal<'writing' | 'saving' | 'sent'>('writing');
  readonly trouble = signal<Trouble | null>(null);
  /** True once submitting was tried, so that nobody is scolded before they have begun. */
  readonly tried = signal(false);
  readonly undoing = signal(false);
  /** How many drafts were taken from the outbox into this composer. */
  readonly taken = signal(0);
  readonly desk: Desk;
  readonly #groupId = signal<string | null>(null);
  #attempt: Attempt | null = null;
  readonly #loaded = Promise.withResolvers<void>();

  readonly channels = computed(() => this.cache.value.channels);
  readonly judge = new Judge(this);
  readonly counter = this.judge.counter;
  readonly problems = this.judge.problems;
  readonly blocking = this.judge.blocking;
  /** The entries of the last submit, in the order of the channels. */
  readonly group = computed(() =>
    this.outbox.value.entries.filter((entry) => entry.groupId === this.#groupId.value).reverse(),
  );
  readonly queued = computed(() => Object.values(this.cache.value.queued).reduce((sum, n) => sum + n, 0));

  constructor(ports: ComposerPorts) {
    this.#ports = ports;
    this.desk = new Desk({
      send: (command) => ports.send(command),
      compose: (draftKey) => this.#take(draftKey).then(() => undefined),
      signIn: () => void ports.openSignIn(),
    });
    this.keeper = new DraftKeeper(ports.saveDraft);
    this.offer = new Offer(this.keeper, ports);
    this.capture = this.offer.capture;
    this.when = new When(this, ports);
    this.signIn = new SignIn((command) => ports.send(command));
  }

  get draft(): Draft {
    return this.keeper.draft.value;
  }

  /** Fills the composer from storage and from the page, each as it answers. */
  async start(): Promise<void> {
    const reading = this.#ports.capture(null);
    const loaded = await follow<Loaded>(this.#ports, (part) => this.#show(part));
    batch(() => {
      this.#show(loaded);
      this.signIn.problem.value = loaded.signInProblem;
      this.offer.begin(firstChoice(loaded, this.#ports.now()), loaded.linkChoices);
    });
    this.#loaded.resolve();
    const { handoff } = loaded;
    if (handoff && 'draftKey' in handoff && (await this.#take(handoff.draftKey))) return;
    if (handoff && 'click' in handoff) return this.#open(await this.#ports.capture(handoff));
    await this.#open(await reading);
    if (this.capture.value?.less !== 'loading') return;
    const complete = await this.#ports.captureWhenComplete();
    if (complete) await this.again(complete);
  }

  #show({ connection, cache, outbox }: Partial<Loaded>): void {
    if (connection) this.connection.value = connection;
    if (cache) this.cache.value = cache;
    if (!outbox) return;
    this.outbox.value = outbox;
    this.#noticeAccepted(outbox);
  }

  /** Goes on with a draft that came back from the outbox; false if it is gone, or posts are being handed over. */
  async #take(draftKey: string): Promise<boolean> {
    const stored = await this.#ports.loadDraft(draftKey);
    if (!stored || this.phase.value === 'saving') return false;
    batch(() => {
      this.keeper.replace(stored);
      this.sources.reset();
      this.capture.value = null;
      this.offer.restored.value = false;
      this.tried.value = false;
      this.taken.value += 1;
      this.#attempt = null;
      this.#toWriting();
    });
    return true;
  }

  async #open(capture: Capture): Promise<void> {
    const stored = await this.#ports.loadDraft(draftKey(capture));
    if (this.taken.value > 0) return;
    // What was handed over before the page had answered stays as it was handed over.
    if (this.phase.value === 'writing') this.offer.open(capture, stored);
    else this.capture.value = capture;
  }

  /** The same page once it is complete: what the person has touched stays as it is. */
  async again(capture: Capture): Promise<void> {
    if (this.taken.value > 0 || this.phase.value !== 'writing') return;
    if (this.offer.isRefinedBy(capture)) this.offer.refine(capture);
    // On its way it may have been led to another address, where another draft may be kept.
    else if (this.capture.value?.less === 'loading' && !this.keeper.isTouched) await this.#open(capture);
  }

  change(part: Partial<Draft>): void {
    this.#edit(() => this.keeper.change(part));
  }

  setLink(link: string): void {
    this.#edit(() => this.keeper.setLink(link));
  }

  toggleChannel(id: string): void {
    this.#edit(() => this.keeper.toggleChannel(id));
  }

  /** What is being handed over stands still: nobody may believe that a later word went with it. */
  #edit(step: () => void): void {
    if (this.phase.value !== 'writing') return;
    this.trouble.value = null;
    this.#attempt = null;
    step();
  }

  /** Throws the draft away and begins again with what the page offers. */
  startOver(): void {
    const capture = this.capture.value;
    if (!capture || this.phase.value !== 'writing') return;
    this.sources.reset();
    this.offer.startOver(capture);
  }

  async submit(): Promise<void> {
    this.tried.value = true;
    await this.#loaded.promise;
    await this.judge.exactly();
    if (this.phase.value !== 'writing') return;
    const account = this.connection.value?.account;
    if (!account) {
      this.trouble.value = 'signedOut';
      return;
    }
    if (this.blocking.value.length > 0) return;
    this.phase.value = 'saving';
    this.#attempt ??= new Attempt(() => this.#ports.newId());
    const { groupId } = this.#attempt;
    const submissions = this.#attempt.submissions(toPosts(this.draft, this.channels.value), account.id);
    const reply = await handOver(submissions, (command) => this.#ports.send(command));
    if (reply?.ok) this.#accepted(groupId);
    else this.#refused(reply);
  }

  /** An accept whose answer was lost is seen in the outbox all the same. */
  #noticeAccepted(outbox: OutboxSummary): void {
    const groupId = this.#attempt?.groupId;
    if (groupId && outbox.entries.some((entry) => entry.groupId === groupId)) this.#accepted(groupId);
  }

  #accepted(groupId: string): void {
    if (this.phase.value === 'sent') return;
    this.#attempt = null;
    const { channelIds, when } = this.draft;
    // What is sent once more went where it went before: that is no choice for the next page.
    if (this.taken.value === 0) {
      const choice = { channelIds, when: when === 'at' ? 'queue' : when } as const;
      this.offer.choose(choice);
      void this.#ports.saveChoice(choice);
    }
    this.keeper.discard();
    batch(() => {
      this.#groupId.value = groupId;
      this.phase.value = 'sent';
      this.tried.value = false;
      this.offer.restored.value = false;
    });
  }

  #refused(reply: Reply | null): void {
    // The outbox has shown the posts already: only the answer was lost, and sending them anew would double them.
    if (this.phase.value === 'sent') return;
    batch(() => {
      this.phase.value = 'writing';
      this.trouble.value = troubleOf(reply);
    });
  }

  /** Takes back every post of the last submit: waiting ones are never sent, those in Buffer are deleted there. */
  async undo(): Promise<void> {
    if (this.undoing.value) return;
    this.undoing.value = true;
    const ids = this.group.value.filter(({ state }) => state !== 'cancelled').map(({ id }) => id);
    await this.#ask({ type: 'undo', ids }, 'notUndone');
    this.undoing.value = false;
  }

  openSettings(): Promise<void> {
    return this.#ports.openSettings();
  }

  /** Back to writing, with the words of the last submit. */
  editAgain(): void {
    this.#toWriting();
    this.keeper.takeUp();
  }

  #toWriting(): void {
    batch(() => {
      this.#groupId.value = null;
      this.phase.value = 'writing';
      this.trouble.value = null;
    });
  }

  async #ask(command: Command, trouble: Trouble = 'failed'): Promise<void> {
    const reply = await this.#ports.send(command).catch(() => null);
    this.trouble.value = reply?.ok ? null : trouble;
  }
}
