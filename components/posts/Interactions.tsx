// What people did with a published post, event by event, with a field for an answer where the API takes one.
import type { Interaction, Post } from '@/lib/buffer/types.ts';
import { t } from '@/lib/platform/i18n.ts';
import { shortMoment } from '@/lib/platform/time.ts';
import { answerOf, type People, readingOf } from './people.model.ts';
import { TroubleNotice } from './TroubleNotice.tsx';
import { inWords } from './words.ts';

function Deed({ interaction: { person, text, at } }: { interaction: Interaction }) {
  return (
    <li>
      <bdi class="person">{person.name}</bdi> <span class="at">{shortMoment(at, Date.now())}</span>
      {person.followers !== null && (
        <span class="at"> · {t('interactions.followers', [person.followers.toLocaleString()])}</span>
      )}
      {text && (
        <p class="said" dir="auto">
          {text}
        </p>
      )}
    </li>
  );
}

interface Props {
  post: Post;
  people: People;
}

function Answer({ post, people, event }: Props & { event: string }) {
  if (!people.canAnswer(post, event)) return null;
  const { id } = post;
  const { busy, troubles } = people.desk;
  const trouble = troubles.value[answerOf(id)];
  return (
    <>
      <form
        class="answer"
        onSubmit={(submit) => {
          submit.preventDefault();
          void people.answer(id, event);
        }}
      >
        <input
          class="field"
          dir="auto"
          aria-label={t('interactions.reply')}
          placeholder={t('interactions.reply')}
          value={people.answers.value[id] ?? ''}
          onInput={({ currentTarget }) => people.write(id, currentTarget.value)}
        />
        <button type="submit" class="button small" aria-disabled={busy.value.has(answerOf(id))}>
          {t('interactions.send')}
        </button>
      </form>
      {trouble && <TroubleNotice trouble={trouble} />}
    </>
  );
}

function EventList({ post, people, event }: Props & { event: string }) {
  const { busy, troubles } = people.desk;
  const known = people.of(post.id, event);
  const reading = readingOf(post.id, event);
  const trouble = troubles.value[reading];
  const more = known ? known.total - known.interactions.length : 0;
  return (
    <div aria-live="polite">
      {!known && busy.value.has(reading) && <p class="quiet">{t('interactions.reading')}</p>}
      {known?.interactions.length === 0 && <p class="quiet">{t('interactions.none')}</p>}
      {known && known.interactions.length > 0 && (
        <ul class="deeds">
          {known.interactions.map((interaction) => (
            <Deed key={interaction.id} interaction={interaction} />
          ))}
        </ul>
      )}
      {more > 0 && <p class="quiet">{t('interactions.more', more)}</p>}
      {trouble && <TroubleNotice trouble={trouble} />}
      <Answer post={post} people={people} event={event} />
    </div>
  );
}

export function Interactions({ post, people }: Props) {
  const events = people.eventsOf(post);
  const [first] = events;
  if (!people.isOffered.value || first === undefined) return null;
  const shown = people.shown.value[post.id];
  return (
    <details
      class="interactions"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && shown === undefined) void people.show(post.id, first);
      }}
    >
      <summary>{t('interactions.title')}</summary>
      <fieldset class="events">
        <legend class="hidden">{t('interactions.events')}</legend>
        {events.map((event) => (
          <label key={event}>
            <input
              type="radio"
              name={`event-${post.id}`}
              checked={event === (shown ?? first)}
              onChange={() => void people.show(post.id, event)}
            />
            {inWords(event)}
          </label>
        ))}
      </fieldset>
      {shown !== undefined && <EventList post={post} people={people} event={shown} />}
    </details>
  );
}
