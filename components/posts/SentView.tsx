// What Buffer has published, latest first: how it did, and what people made of it.
import { safeUrl } from '@/lib/buffer/safe-url.ts';
import type { Post } from '@/lib/buffer/types.ts';
import { t } from '@/lib/platform/i18n.ts';
import { DayGroup } from './DayGroup.tsx';
import { byDay, commonZone } from './days.ts';
import { Interactions } from './Interactions.tsx';
import { ListStates } from './ListStates.tsx';
import { PostRow } from './PostRow.tsx';
import type { Posts } from './posts.model.ts';
import { inWords } from './words.ts';

function Statistics({ counts }: { counts: Post['statistics'] }) {
  const known = Object.entries(counts);
  if (known.length === 0) return null;
  return (
    <dl class="statistics" aria-label={t('sentView.statistics')}>
      {known.map(([name, count]) => (
        <div key={name}>
          <dt>{inWords(name)}</dt>
          <dd>{count.toLocaleString()}</dd>
        </div>
      ))}
    </dl>
  );
}

function NetworkLink({ address }: { address: string | null }) {
  const safe = address === null ? null : safeUrl(address);
  if (!safe?.startsWith('https:')) return null;
  return (
    <a href={safe} target="_blank" rel="noreferrer">
      {t('sentView.open')}
    </a>
  );
}

export function SentView({ posts }: { posts: Posts }) {
  const { lists, people } = posts;
  const channels = lists.channels.value;
  const shown = lists.list.value.posts;
  const empty = { title: t('sentView.empty'), lead: t('sentView.emptyLead') };
  const zone = commonZone(lists.channel.value ? [lists.channel.value] : channels);
  return (
    <div class="post-list">
      <ListStates lists={lists} isEmpty={shown.length === 0} empty={empty}>
        {byDay(shown, zone).map((day) => (
          <DayGroup key={day.date ?? ''} day={day} zone={zone}>
            {day.posts.map((post) => (
              <PostRow key={post.id} post={post} channels={channels} zone={zone}>
                <div class="sent-foot">
                  <Statistics counts={post.statistics} />
                  <NetworkLink address={post.externalLink} />
                </div>
                <Interactions post={post} people={people} />
              </PostRow>
            ))}
          </DayGroup>
        ))}
      </ListStates>
    </div>
  );
}
