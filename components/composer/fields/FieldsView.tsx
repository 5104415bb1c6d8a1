// What the chosen channels ask for beside text and media: one block for each of them, below the attachment.
import { Fragment } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { Avatar } from '@/components/ui/Avatar.tsx';
import { NetworkMark } from '@/components/ui/NetworkMark.tsx';
import type { Channel } from '@/lib/buffer/types.ts';
import type { FilledField } from '@/lib/drafts/fields.ts';
import { isBare } from '@/lib/networks/fields.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';
import { ownZone } from '@/lib/platform/zoned-time.ts';
import { FieldRow } from './FieldRow.tsx';
import { FirstComment } from './FirstComment.tsx';
import { type ChannelFields, Fields } from './fields.model.ts';
import { Tags } from './Tags.tsx';

function Name({ channel }: { channel: Channel }) {
  const { short, colour } = networkOf(channel.network);
  return (
    <span class="asker" aria-hidden="true">
      <span class="face">
        <Avatar name={channel.name} src={channel.avatar} size={24} />
        <NetworkMark label={short} colour={colour} />
      </span>
      <span class="name">{channel.name}</span>
    </span>
  );
}

/** Whose clocks the dates are read on, where they are not the person's own. */
function Clocks({ channel, fields }: ChannelFields) {
  const hasClock = fields.some(({ field, isDay }) => field.kind === 'moment' && !isDay);
  if (!hasClock || channel.timezone === ownZone()) return null;
  return <p class="hint clocks">{t('fields.clocks', [channel.timezone.replaceAll('_', ' ')])}</p>;
}

/** A first choice stands beside the name, so that a channel with one alone takes up one row. */
function Block({ composer, form, channel, fields }: ChannelFields & { composer: Composer; form: Fields }) {
  const [first] = fields;
  const beside = first?.field.kind === 'text' ? undefined : first;
  const others = fields.filter((one) => one !== beside);
  const name = t('composer.channelName', [channel.name, networkOf(channel.network).label]);
  return (
    <fieldset class="block" aria-label={t('fields.of', [name])}>
      <div class="head">
        <Name channel={channel} />
        {beside && <FieldRow composer={composer} form={form} channel={channel} filled={beside} isAlone />}
      </div>
      {isBare(beside?.value) && <p class="hint">{t('fields.alone')}</p>}
      {others.map((filled) => (
        <Fragment key={filled.field.id}>
          <FieldRow composer={composer} form={form} channel={channel} filled={filled} />
          {filled.field.id === 'end' && <Clocks channel={channel} fields={fields} />}
        </Fragment>
      ))}
    </fieldset>
  );
}

/** What few posts need takes up a button, until somebody wants it. */
function Extras({ form: { wanted, extras } }: { form: Fields }) {
  return extras.value.map((id) => (
    <button
      key={id}
      type="button"
      class="text-button add"
      onClick={() => {
        wanted.value = [...wanted.value, id];
      }}
    >
      {t(`addField.${id as 'topic'}`)}
    </button>
  ));
}

export function FieldsView({ composer }: { composer: Composer }) {
  const { submitting } = composer;
  const fields = useMemo(() => new Fields(composer), [composer]);
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => void fields.load(), [fields]);
  // What keeps a post back may stand below the fold.
  useEffect(() => {
    if (submitting.tried.value) view.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [submitting.tried.value]);
  const wanted = fields.wanted.value.at(-1);
  useEffect(() => {
    const isWanted = ({ field }: FilledField) => field.isExtra && field.id === wanted;
    const first = fields.channels.value.find((one) => one.fields.some(isWanted));
    if (first) document.getElementById(`${wanted}-${first.channel.id}`)?.focus();
  }, [wanted]);
  return (
    <div class="channel-fields" ref={view}>
      {fields.channels.value.length > 0 && (
        <div class="card blocks">
          {fields.channels.value.map((one) => (
            <Block key={one.channel.id} composer={composer} form={fields} {...one} />
          ))}
        </div>
      )}
      <Extras form={fields} />
      <FirstComment composer={composer} form={fields} />
      <Tags form={fields} />
    </div>
  );
}
