// One post of Buffer's: when, where, its words and its picture, and what can be done with it.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Avatar } from '@/components/ui/Avatar.tsx';
import { NetworkMark } from '@/components/ui/NetworkMark.tsx';
import type { Channel, Post } from '@/lib/buffer/types.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';
import { cityOf, clockIn, otherClock, ownZone } from '@/lib/platform/zoned-time.ts';
import type { Arranger } from './arrange.model.ts';
import { momentOf } from './days.ts';
import { useDrag } from './drag.ts';
import { PostMedia } from './PostMedia.tsx';
import { PostStatus } from './PostStatus.tsx';

interface Props {
  post: Post;
  channels: Channel[];
  /** In which its time is told. */
  zone: string;
  /** Where the row can be dragged to, if anywhere. */
  arranger?: Arranger;
  /** What stands in the place of its words. */
  instead?: ComponentChildren;
  children?: ComponentChildren;
}

/** The same moment for who lives elsewhere: the channel's readers, or the person. */
function Elsewhere({ moment, zone, own }: { moment: number; zone: string; own: string }) {
  const isOwn = zone === ownZone();
  const clock = otherClock(moment, zone, isOwn ? own : ownZone());
  if (clock === null) return null;
  const words = isOwn
    ? t('queueView.there', [together(clock), together(cityOf(own))])
    : t('queueView.you', [together(clock)]);
  return <small>{words}</small>;
}

/** Words that stand on one line. */
function together(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}

function Time({ post, channel, zone }: { post: Post; channel: Channel | undefined; zone: string }) {
  const moment = momentOf(post);
  if (moment === null) return <span class="time" />;
  return (
    <time class="time" dateTime={new Date(moment).toISOString()}>
      {clockIn(moment, zone)}
      <Elsewhere moment={moment} zone={zone} own={channel?.timezone ?? zone} />
    </time>
  );
}

export function channelName(post: Post, channels: Channel[]): string {
  const channel = channels.find(({ id }) => id === post.channelId);
  const { label } = networkOf(post.network);
  return channel ? t('composer.channelName', [channel.name, label]) : label;
}

/** What an article is called: its channel and how it begins. */
function nameOf(post: Post, channels: Channel[]): string {
  const letters = [...(post.text.trim().split('\n')[0] ?? '')];
  const start = letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : letters.join('');
  return t('entry.buttonNameBare', [channelName(post, channels), start || t('queue.noWords')]);
}

export function PostRow({ post, channels, zone, arranger, instead, children }: Props) {
  const row = useRef<HTMLElement>(null);
  const drag = useDrag(row, post.id, arranger ?? null);
  const channel = channels.find(({ id }) => id === post.channelId);
  const { label, short, colour } = networkOf(post.network);
  return (
    <article
      ref={row}
      class={`post card${drag.isMovable ? ' movable' : ''}${drag.isDragged ? ' dragged' : ''}`}
      aria-label={nameOf(post, channels)}
      data-post={post.id}
      data-drop={drag.edge ?? undefined}
    >
      <Time post={post} channel={channel} zone={zone} />
      <div class="post-body">
        <div class="post-who">
          <span class="who">
            <Avatar name={channel?.name ?? label} src={channel?.avatar ?? null} size={20} />
            <NetworkMark label={short} colour={colour} />
          </span>
          <bdi>{channelName(post, channels)}</bdi>
        </div>
        {instead ?? (
          <p class="post-words" dir="auto">
            {post.text || t('queue.noWords')}
          </p>
        )}
        <PostStatus post={post} />
      </div>
      <PostMedia post={post} />
      <div class="post-acts">{children}</div>
    </article>
  );
}
