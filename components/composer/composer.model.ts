// How the composer thinks: what fills the draft, and what becomes of it. Its inputs are arguments.
import { batch, computed, signal } from '@preact/signals';
import { Desk } from '@/components/entries/desk.ts';
import type { Post } from '@/lib/buffer/types.ts';
import type { Capture } from '@/lib/capture/capture.ts';
import { type Draft, emptyDraft } from '@/lib/drafts/draft.ts';
import { rememberedOf } from '@/lib/drafts/remembered.ts';
import { follow } from '@/lib/follow.ts';
import { EMPTY_SUMMARY, type OutboxSummary } from '@/lib/outbox/summary.ts';
import type { ChannelsCache, ConnectionView, Handoff } from '@/lib/platform/schemas.ts';
import { Sources } from './attachment/sources.model.ts';
import type { ComposerPorts, Loaded } from './composer.ports.ts';
import { DraftKeeper } from './draft/draft-keeper.ts';
import { Offer } from './draft/offer.model.ts';
import { soon } from './draft/opening.ts';
import { type Reading, withDraft } from './draft/reading.ts';
import { Turning } from './draft/turning.model.ts';
import { Waiting } from './draft/waiting.model.ts';
import { Judge } from './judge.ts';
import { Submitting } from './outcome/submitting.model.ts';
import { SignIn } from './sign-in/sign-in.model.ts';
import { Texts } from './text/text.model.ts';
import { NO_QUEUES } from './when/queues.ts';
import { firstChoice, When } from './when/when.model.ts';

export class Composer {
  readonly #ports: ComposerPorts;
  readonly keeper: DraftKeeper;
  readonly offer: Offer;
  readonly capture: Offer['capture'];
  readonly sources = new Sources(this);
  readonly signIn: SignIn;
  readonly waiting: Waiting;
  readonly turning: Turning;
  readonly when: When;
  /** Null until storage has answered. */
  readonly connection = signal<ConnectionView | null>(null);
  readonly cache = signal<ChannelsCache>({ fetchedAt: 0, channels: [], queued: {} });
  readonly outbox = signal<OutboxSummary>(EMPTY_SUMMARY);
  readonly queues = signal(NO_QUEUES);
  /** How many drafts that were kept have taken the place of another one here. */
  readonly taken = signal(0);
  readonly desk: Desk;
  /** What it was opened with. */
  #handoff: Handoff | null = null;
  readonly #loading = Promise.withResolvers<void>();
  readonly loaded = this.#loading.promise;

  readonly channels = computed(() => this.cache.value.channels);
  readonly texts = new Texts(this);
  readonly judge: Judge;
  readonly submitting: Submitting;
  readonly queued = computed(() => Object.values(this.cache.value.queued).reduce((sum, n) => sum + n, 0));

  constructor(ports: ComposerPorts) {
    this.#ports = ports;
    this.desk = new Desk({
      send: (command) => ports.send(command),
      compose: (draftKey) => this.take(draftKey).then(() => undefined),
      signIn: () => void ports.openSignIn(),
    });
    this.judge = new Judge(this, ports);
    this.submitting = new Submitting(this, ports);
    this.keeper = new DraftKeeper(ports);
    this.waiting = new Waiting(this, ports);
    this.turning = new Turning(this, ports);
    this.offer = new Offer(this.keeper, ports);
    this.capture = this.offer.capture;
    this.when = new When(this, ports);
    this.signIn = new SignIn((command) => ports.send(command));
  }

  get draft(): Draft {
    return this.keeper.draft.value;
  }

  /** Milliseconds; views that are drawn anew as time passes read `when.now`. */
  now(): number {
    return this.#ports.now();
  }

  /** Fills the composer from storage and from the page: together where they answer together, for each drawing costs. */
  async start(): Promise<void> {
    const reading = withDraft(this.#ports.capture(null), this.#ports);
    void this.judge.load();
    const loaded = await follow<Loaded>(this.#ports, (part) => this.#show(part));
    const { handoff } = loaded;
    const early = handoff ? null : await soon(reading, this.#ports);
    const isEarly = early && !this.texts.isComposing;
    batch(() => {
      this.#show(loaded);
      this.signIn.problem.value = loaded.signInProblem;
      this.offer.begin({ ...loaded, choice: firstChoice(loaded, this.#ports.now()) });
      if (isEarly) this.#fill(early);
    });
    this.#loading.resolve();
    void this.waiting.start();
    this.#handoff = handoff;
    this.turning.start();
    if (handoff && 'draftKey' in handoff && (await this.take(handoff.draftKey))) return;
    if (handoff && 'tab' in handoff)
      return this.#open(await withDraft(this.#ports.capture(handoff), this.#ports));
    if (!isEarly) await this.#open(await reading);
    if (this.capture.value?.less !== 'loading') return;
    const complete = await this.#ports.captureWhenComplete();
    if (complete) await this.again(complete);
  }

  #show({ connection, cache, queues, outbox }: Partial<Loaded>): void {
    if (connection) this.connection.value = connection;
    if (cache) this.cache.value = cache;
    if (queues) this.queues.value = queues;
    if (!outbox) return;
    this.outbox.value = outbox;
    this.submitting.notice(outbox);
  }

  /** Goes on with a draft that is kept; false if it is gone, or posts are being handed over. */
  async take(draftKey: string): Promise<boolean> {
    const stored = await this.#ports.loadDraft(draftKey);
    await this.texts.composed();
    if (!stored || this.submitting.phase.value === 'saving') return false;
    batch(() => {
      this.keeper.replace(this.offer.withChoices(stored));
      this.#anew();
      this.capture.value = null;
      this.offer.restored.value = false;
      this.taken.value += 1;
      this.submitting.toWriting();
    });
    return true;
  }

  /** Turns to another page; the draft that stood here stays kept. */
  async turn(capture: Capture): Promise<void> {
    const { stored } = await withDraft(capture, this.#ports);
    await this.texts.composed();
    if (this.submitting.phase.value === 'saving') return;
    batch(() => {
      this.keeper.leave();
      this.#anew();
      this.taken.value = 0;
      this.submitting.toWriting();
      this.offer.open(capture, stored);
    });
  }

  async #open(reading: Reading): Promise<void> {
    await this.texts.composed();
    this.#fill(reading);
  }

  #fill({ capture, stored }: Reading): void {
    if (this.taken.value > 0) return;
    // What was handed over before the page had answered stays as it was handed over.
    if (this.submitting.phase.value === 'writing') this.offer.open(capture, stored);
    else this.capture.value = capture;
  }

  /** The same page once it is complete: what the person has touched stays as it is. */
  async again(capture: Capture): Promise<void> {
    await this.texts.composed();
    if (this.taken.value > 0 || this.submitting.phase.value !== 'writing') return;
    if (this.offer.isRefinedBy(capture)) this.offer.refine(capture);
    // On its way it may have been led to another address, where another draft may be kept.
    else if (this.capture.value?.less === 'loading' && !this.keeper.isTouched)
      await this.#open(await withDraft(capture, this.#ports));
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
    if (this.submitting.phase.value !== 'writing') return;
    this.submitting.changed();
    step();
  }

  /** Nothing of what was stepped through or shown in one draft goes on in the next. */
  #anew(): void {
    this.sources.reset();
    this.texts.show(null);
  }

  /** Throws the draft away and begins again with what the page offers. */
  startOver(): void {
    const capture = this.capture.value;
    if (!capture || this.submitting.phase.value !== 'writing') return;
    this.#anew();
    this.offer.startOver(capture);
  }

  /** The draft has done its duty; what was chosen for it is the choice for the next page. */
  accepted(): void {
    const { channelIds, when } = this.draft;
    // What is sent once more went where it went before: that is no choice for the next page.
    if (this.taken.value === 0) {
      const options = rememberedOf(this.draft);
      this.offer.choose({ channelIds, when: when === 'at' ? 'queue' : when, options });
    }
    this.keeper.discard();
    this.offer.restored.value = false;
  }

  /** Goes on in the side panel, with all that stands here. */
  async moveToPanel(): Promise<void> {
    this.keeper.flush();
    await this.#ports.openPanel(this.capture.value ? this.#handoff : { draftKey: this.keeper.key });
  }

  knownPosts(): Promise<Post[]> {
    return this.#ports.knownPosts();
  }

  panelKey(): Promise<string> {
    return this.#ports.panelKey();
  }

  openSettings(): Promise<void> {
    return this.#ports.openSettings();
  }

  /** Takes the posts back, and goes on with their words. */
  async editAgain(): Promise<void> {
    if (!(await this.submitting.undo())) return;
    this.submitting.toWriting();
    this.keeper.takeUp();
  }

  /** Begins the next post, with what the page offers; not before the last one is saved. */
  another(): void {
    if (this.submitting.phase.value === 'saving') return;
    const capture = this.capture.value;
    this.submitting.toWriting();
    this.keeper.leave();
    this.#anew();
    if (capture) this.offer.startOver(capture);
    else this.keeper.replace({ ...emptyDraft(), channelIds: this.draft.channelIds });
  }
}
