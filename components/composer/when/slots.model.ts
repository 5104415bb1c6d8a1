// The moments at which the chosen channels would share the post, in words; loaded after the first paint.
import { computed } from '@preact/signals';
import type { Composer } from '@/components/composer/composer.model.ts';
import type { Channel } from '@/lib/buffer/types.ts';
import { type KnownQueue, type NextSlot, nextSlot } from '@/lib/drafts/slots.ts';
import { momentOf } from '@/lib/drafts/split.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { joining } from '@/lib/outbox/summary.ts';
import { t } from '@/lib/platform/i18n.ts';
import { shortMoment } from '@/lib/platform/time.ts';
import { elsewhere, noSlot } from './words.ts';

/** One of the chosen channels, and when it shares. */
export interface Line {
  id: string;
  name: string;
  words: string;
}

export class Slots {
  readonly #composer: Composer;
  // These stay as they are while text is typed, and with them all that is worked out below.
  readonly #ids = computed(() => this.#composer.draft.channelIds);
  readonly when = computed(() => this.#composer.draft.when);
  /** The moment that was picked (ms); null without one. */
  readonly at = computed(() => momentOf(this.#composer.draft));

  readonly #channels = computed(() => {
    const all = this.#composer.channels.value;
    return this.#ids.value.flatMap((id) => all.find((channel) => channel.id === id) ?? []);
  });
  readonly #slots = computed(() => this.#channels.value.map((channel) => this.#slotOf(channel)));
  readonly lines = computed(() => this.#channels.value.map((channel, index) => this.#line(channel, index)));
  /** The soonest of all, or why there is none; empty while nothing is known. */
  readonly soonest = computed(() => this.#soonest());
  /** Whether the channels share at different moments, or in different zones. */
  readonly differ = computed(() => new Set(this.lines.value.map(({ words }) => words)).size > 1);
  /** The time that was picked in other zones, each once. */
  readonly elsewhere = computed(() => {
    const at = this.at.value;
    const zones = this.#channels.value.map(({ timezone }) => timezone);
    return at === null ? [] : [...new Set(zones.flatMap((zone) => elsewhere(at, zone) ?? []))];
  });
  readonly isAnyPaused = computed(() => this.#channels.value.some(({ isPaused }) => isPaused));

  constructor(composer: Composer) {
    this.#composer = composer;
  }

  #slotOf(channel: Channel): NextSlot {
    const when = this.when.value;
    if (when === 'at') {
      const at = this.at.value;
      return at === null ? { none: 'unknown' } : { at };
    }
    const queue = this.#queueOf(channel.id);
    if (!queue || (when !== 'queue' && when !== 'next')) return { none: 'unknown' };
    const { outbox, when: clock } = this.#composer;
    const known = { queue, joining: joining(outbox.value.entries, queue), now: clock.now.value };
    return nextSlot(channel, when, known);
  }

  /** The list that was read last of those that have the channel. */
  #queueOf(channelId: string): KnownQueue | null {
    const queues = this.#composer.queues.value;
    if (queues.accountId !== this.#composer.connection.value?.account?.id) return null;
    const lists = [queues.lists[channelId], queues.lists.all].filter((list) => list !== undefined);
    return lists.sort((a, b) => b.fetchedAt - a.fetchedAt)[0] ?? null;
  }

  #line(channel: Channel, index: number): Line {
    const slot = this.#slots.value[index] ?? { none: 'unknown' };
    const name = t('composer.channelName', [channel.name, networkOf(channel.network).label]);
    if ('none' in slot) return { id: channel.id, name, words: noSlot(slot.none) };
    const there = elsewhere(slot.at, channel.timezone);
    const here = shortMoment(slot.at, this.#composer.when.now.value);
    return { id: channel.id, name, words: there ? `${here} · ${there}` : here };
  }

  #soonest(): string {
    const slots = this.#slots.value;
    const moments = slots.flatMap((slot) => ('at' in slot ? [slot.at] : []));
    const [first] = slots;
    if (moments.length === 0) {
      const isSame =
        first && slots.every((slot) => 'none' in slot && 'none' in first && slot.none === first.none);
      return isSame && 'none' in first && first.none !== 'unknown' ? noSlot(first.none) : '';
    }
    const soonest = Math.min(...moments);
    const here = shortMoment(soonest, this.#composer.when.now.value);
    const zones = new Set(this.#channels.value.map(({ timezone }) => timezone));
    const [zone] = zones;
    const there = zones.size === 1 && zone ? elsewhere(soonest, zone) : null;
    const told = there ? t('when.hereAndThere', [here, there]) : here;
    if (new Set(moments).size > 1) return t('when.andLater', [told]);
    const isAll = moments.length === slots.length;
    return isAll ? told : t('when.onSome', [told, String(moments.length), String(slots.length)]);
  }
}
