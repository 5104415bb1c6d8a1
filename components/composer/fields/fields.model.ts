// What the chosen channels ask for beside text and media, the first comment, and the tags that are known.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Channel, Post, Tag } from '@/lib/buffer/types.ts';
import { chosenChannels } from '@/lib/drafts/chosen.ts';
import type { Draft } from '@/lib/drafts/draft.ts';
import { type FilledField, fieldsFor } from '@/lib/drafts/fields.ts';
import { hasComment } from '@/lib/drafts/options.ts';
import type { Problem } from '@/lib/drafts/problem.ts';
import { takes } from '@/lib/drafts/takes.ts';
import { type FieldId, firstCommentLimit } from '@/lib/networks/fields.ts';

/** The composer, as far as fields are filled in here. */
interface Form {
  readonly draft: Draft;
  readonly channels: ReadonlySignal<Channel[]>;
  readonly judge: { readonly problems: ReadonlySignal<Problem[]> };
  change(part: Partial<Draft>): void;
  knownPosts(): Promise<Post[]>;
}

export interface ChannelFields {
  channel: Channel;
  fields: FilledField[];
}

/** By the letters' numbers: to ask the browser for a language's own order costs each opening 20 ms. */
function byName(a: Tag, b: Tag): number {
  const [first, second] = [a, b].map(({ name }) => name.toLowerCase()) as [string, string];
  return first < second ? -1 : first > second ? 1 : 0;
}

export class Fields {
  readonly #form: Form;
  readonly #posts = signal<Post[]>([]);
  /** The fields that were gone through, by channel and id. */
  readonly #left = signal<ReadonlySet<string>>(new Set());
  /** The extra fields that were asked for here. */
  readonly wanted = signal<readonly FieldId[]>([]);
  readonly #chosen = computed(() => chosenChannels(this.#form.draft, this.#form.channels.value));

  readonly #all = computed((): ChannelFields[] =>
    this.#chosen.value.map((channel) => ({ channel, fields: fieldsFor(this.#form.draft, channel) })),
  );

  /** The chosen channels that show fields, in the order in which they were chosen. */
  readonly channels = computed((): ChannelFields[] =>
    this.#all.value
      .map(({ channel, fields }) => ({ channel, fields: fields.filter((one) => this.#isShown(one)) }))
      .filter(({ fields }) => fields.length > 0),
  );
  /** The extra fields that could be asked for. */
  readonly extras = computed((): FieldId[] => {
    const hidden = this.#all.value.flatMap(({ fields }) => fields.filter((one) => !this.#isShown(one)));
    return [...new Set(hidden.map(({ field }) => field.id))];
  });
  /** The chosen channels under whose posts the first comment goes. */
  readonly commented = computed(() =>
    this.#chosen.value.filter((channel) => hasComment(this.#form.draft, channel)),
  );
  /** Characters that the first comment may have in all of them. */
  readonly commentLimit = computed(() =>
    Math.min(...this.commented.value.map(({ network }) => firstCommentLimit(network) ?? 0)),
  );
  /** The tags of each chosen organization, as far as they were seen on posts. */
  readonly tags = computed((): [organizationId: string, tags: Tag[]][] => {
    const organizations = this.#chosen.value
      .filter((channel) => takes(channel, 'tagIds'))
      .map(({ organizationId }) => organizationId);
    return [...new Set(organizations)].map((id) => [id, this.#tagsOf(id)]);
  });

  constructor(form: Form) {
    this.#form = form;
  }

  /** Looks for tags on the posts that were read. */
  async load(): Promise<void> {
    this.#posts.value = await this.#form.knownPosts();
  }

  #isShown({ field: { id, isExtra }, value }: FilledField): boolean {
    return !isExtra || value !== '' || this.wanted.value.includes(id);
  }

  set(channelId: string, id: FieldId, value: string): void {
    const { options } = this.#form.draft;
    this.#form.change({ options: { ...options, [channelId]: { ...options[channelId], [id]: value } } });
  }

  /** The person is done with a field for now: what is wrong with it may be said. */
  leave(channelId: string, id: FieldId): void {
    this.#left.value = new Set([...this.#left.value, `${channelId} ${id}`]);
  }

  wasLeft(channelId: string, id: FieldId): boolean {
    return this.#left.value.has(`${channelId} ${id}`);
  }

  problemOf(channelId: string, id: FieldId): Problem | undefined {
    return this.#form.judge.problems.value.find(
      ({ channelId: other, field }) => other === channelId && field === id,
    );
  }

  hasTag(organizationId: string, id: string): boolean {
    return this.#form.draft.tagIds[organizationId]?.includes(id) ?? false;
  }

  toggleTag(organizationId: string, id: string): void {
    const { tagIds } = this.#form.draft;
    const own = tagIds[organizationId] ?? [];
    const others = own.filter((other) => other !== id);
    const now = others.length < own.length ? others : [...own, id];
    this.#form.change({ tagIds: { ...tagIds, [organizationId]: now } });
  }

  /** One that is on the draft and on no known post has no name here. */
  #tagsOf(organizationId: string): Tag[] {
    const own = new Set(
      this.#form.channels.value
        .filter((channel) => channel.organizationId === organizationId)
        .map(({ id }) => id),
    );
    const seen = this.#posts.value
      .filter(({ channelId }) => own.has(channelId))
      .flatMap(({ tags = [] }) => tags)
      .sort(byName);
    const known = new Map(seen.map((tag) => [tag.id, tag]));
    for (const id of this.#form.draft.tagIds[organizationId] ?? []) {
      if (!known.has(id)) known.set(id, { id, name: '', color: '' });
    }
    return [...known.values()];
  }
}
