// A channel's posting times, weekday by weekday: shown, and changed where the API can.
import { ChannelStanding } from '@/components/posts/ChannelStanding.tsx';
import type { Posts } from '@/components/posts/posts.model.ts';
import { TroubleNotice } from '@/components/posts/TroubleNotice.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { t } from '@/lib/platform/i18n.ts';
import { cityOf } from '@/lib/platform/zoned-time.ts';
import { DayRow } from './DayRow.tsx';
import { scheduleOf } from './schedule.model.ts';

const BUFFER_APP = 'https://publish.buffer.com/';

function ReadOnly() {
  return (
    <p class="quiet schedule-foot">
      {t('schedule.readOnly')}{' '}
      <a href={BUFFER_APP} target="_blank" rel="noreferrer">
        {t('schedule.inBuffer')}
      </a>
    </p>
  );
}

function Foot({ posts: { schedule, desk }, channelId }: { posts: Posts; channelId: string }) {
  const limit = schedule.limit.value;
  const isIdle = !schedule.isChanged.value || desk.busy.value.has(scheduleOf(channelId));
  return (
    <div class="schedule-foot">
      {limit !== null && (
        <Notice tone={schedule.isOver.value ? 'danger' : 'plain'}>{t('schedule.limit', limit)}</Notice>
      )}
      <div class="entry-buttons">
        <button
          type="button"
          class="button primary"
          aria-disabled={isIdle}
          onClick={() => void (isIdle || schedule.save())}
        >
          {t('schedule.save')}
        </button>
        <button type="button" class="button" aria-disabled={isIdle} onClick={() => schedule.reset()}>
          {t('schedule.reset')}
        </button>
      </div>
    </div>
  );
}

export function ScheduleView({ posts }: { posts: Posts }) {
  const { lists, schedule, desk } = posts;
  const channel = lists.channel.value;
  if (!channel) return null;
  const trouble = desk.troubles.value[scheduleOf(channel.id)];
  return (
    <section class="schedule">
      <ChannelStanding channel={channel} />
      <h2>
        <span>{t('schedule.title', [channel.name])}</span>
        <span class="zone">{t('schedule.zone', [cityOf(channel.timezone)])}</span>
      </h2>
      <ul class="card week">
        {schedule.shown.value.map((day) => (
          <DayRow key={day.day} day={day} schedule={schedule} />
        ))}
      </ul>
      {trouble && <TroubleNotice trouble={trouble} />}
      {schedule.canChange.value ? <Foot posts={posts} channelId={channel.id} /> : <ReadOnly />}
    </section>
  );
}
