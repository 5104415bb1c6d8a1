// A list that is still to come, is empty, or could not be read.
import type { ComponentChildren } from 'preact';
import { t } from '@/lib/platform/i18n.ts';
import type { Lists } from './lists.model.ts';
import { TroubleNotice } from './TroubleNotice.tsx';

/** As high as the posts that will stand in its place. */
function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      {[0, 1, 2].map((row) => (
        <div key={row} class="card" />
      ))}
    </div>
  );
}

function Unread({ lists }: { lists: Lists }) {
  const trouble = lists.trouble.value;
  if (!trouble) return null;
  return (
    <div class="unread">
      <TroubleNotice trouble={trouble} />
      <button
        type="button"
        class="button small"
        aria-disabled={lists.reading.value}
        onClick={() => void lists.refresh()}
      >
        {t('queueView.again')}
      </button>
    </div>
  );
}

interface Props {
  lists: Lists;
  isEmpty: boolean;
  /** What is said of an empty list. */
  empty: { title: string; lead: string };
  children: ComponentChildren;
}

export function ListStates({ lists, isEmpty, empty, children }: Props) {
  const { fetchedAt, hasMore, isOwn } = lists.list.value;
  const isToCome = fetchedAt === 0 || (isEmpty && hasMore && !isOwn);
  return (
    <>
      <div role="alert">
        <Unread lists={lists} />
      </div>
      {isEmpty ? (
        isToCome ? (
          !lists.trouble.value && lists.isSignedIn.value && <Skeleton />
        ) : (
          <div class="card nothing">
            <p>
              <strong>{empty.title}</strong>
            </p>
            <p class="quiet">{empty.lead}</p>
          </div>
        )
      ) : (
        children
      )}
      {isOwn && hasMore && (
        <button
          type="button"
          class="button more"
          aria-disabled={lists.reading.value}
          onClick={() => void lists.more()}
        >
          {t('queueView.more')}
        </button>
      )}
    </>
  );
}
