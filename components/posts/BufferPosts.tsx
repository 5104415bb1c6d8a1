// The part of the page that shows what Buffer has: the panel of the view that is chosen.
import type { ComponentChildren } from 'preact';
import { ScheduleView } from '@/components/schedule/ScheduleView.tsx';
import { t } from '@/lib/platform/i18n.ts';
import { AsOf } from './AsOf.tsx';
import { ChannelChoice } from './ChannelChoice.tsx';
import type { Posts } from './posts.model.ts';
import { QueueView } from './QueueView.tsx';
import { SentView } from './SentView.tsx';
import { PANEL, tabId } from './ViewSwitch.tsx';

const VIEW = { queue: QueueView, sent: SentView, schedule: ScheduleView } as const;

function NoChannel() {
  return (
    <div class="card nothing">
      <p>
        <strong>{t('queueView.noChannel')}</strong>
      </p>
      <p class="quiet">{t('queueView.noChannelLead')}</p>
    </div>
  );
}

/** `children` stand above the queue. */
export function BufferPosts({ posts, children }: { posts: Posts; children: ComponentChildren }) {
  const view = posts.lists.view.value;
  const View = VIEW[view];
  return (
    <div id={PANEL} class="panel-view" role="tabpanel" aria-labelledby={tabId(view)}>
      {view === 'queue' && children}
      <div class="post-head">
        <ChannelChoice posts={posts} />
        <AsOf posts={posts} />
      </div>
      {posts.lists.hasNoChannel.value ? <NoChannel /> : <View posts={posts} />}
    </div>
  );
}
