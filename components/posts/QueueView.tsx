// What waits in Buffer, by day, with what can be done about it.
import { useRef } from 'preact/hooks';
import type { Post } from '@/lib/buffer/types.ts';
import { t } from '@/lib/platform/i18n.ts';
import { ChannelStanding } from './ChannelStanding.tsx';
import { DayGroup } from './DayGroup.tsx';
import { byDay, commonZone } from './days.ts';
import { EditPost } from './EditPost.tsx';
import { ListStates } from './ListStates.tsx';
import { Load } from './Load.tsx';
import { MoveButtons } from './MoveButtons.tsx';
import { useMovedFocus } from './moved-focus.ts';
import { PostButtons } from './PostButtons.tsx';
import { PostRow } from './PostRow.tsx';
import type { Posts } from './posts.model.ts';
import { Shuffle } from './Shuffle.tsx';
import { TroubleNotice } from './TroubleNotice.tsx';

/** Nothing can be done any more with a post of these. */
const SETTLED: readonly Post['status'][] = ['sending', 'sent'];

interface RowProps {
  post: Post;
  posts: Posts;
  zone: string;
}

function Row({ post, posts: { lists, desk, arranger }, zone }: RowProps) {
  const channels = lists.channels.value;
  const edit = desk.edits.value[post.id];
  const trouble = desk.troubles.value[post.id];
  const channel = channels.find(({ id }) => id === post.channelId);
  const isOpen = lists.isSignedIn.value && !SETTLED.includes(post.status);
  return (
    <PostRow
      post={post}
      channels={channels}
      zone={zone}
      arranger={arranger}
      instead={edit && <EditPost edit={edit} channel={channel} desk={desk} />}
    >
      {isOpen && !edit && (
        <div class="entry-buttons">
          <PostButtons post={post} desk={desk} />
          <MoveButtons post={post} arranger={arranger} />
        </div>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
    </PostRow>
  );
}

export function QueueView({ posts }: { posts: Posts }) {
  const { lists, desk, arranger } = posts;
  const channel = lists.channel.value;
  const zone = commonZone(channel ? [channel] : lists.channels.value);
  const shown = [...desk.strays.value, ...arranger.posts.value];
  const days = byDay(shown, zone);
  const list = useRef<HTMLDivElement>(null);
  useMovedFocus(list, arranger);
  const empty = { title: t('queueView.empty'), lead: t('queueView.emptyLead') };
  return (
    <div ref={list} class="post-list">
      {channel && <ChannelStanding channel={channel} />}
      <Shuffle posts={posts} />
      <ListStates lists={lists} isEmpty={shown.length === 0} empty={empty}>
        {!lists.list.value.hasMore && <Load days={days} zone={zone} />}
        {days.map((day) => (
          <DayGroup key={day.date ?? ''} day={day} zone={zone}>
            {day.posts.map((post) => (
              <Row key={post.id} post={post} posts={posts} zone={zone} />
            ))}
          </DayGroup>
        ))}
      </ListStates>
    </div>
  );
}
