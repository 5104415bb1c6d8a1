// What the chosen channels ask for beside text and media: one block for each of them, below the attachment.
import { Fragment } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { Avatar } from '@/components/ui/Avatar.tsx';
import { NetworkMark } from '@/components/ui/NetworkMark.tsx';
import type { Channel } from '@/lib/buffer/types.ts';
import { isBare } from '@/lib/networks/fields.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';
import { FieldRow } from './FieldRow.tsx';
import { FirstComment } from './FirstComment.tsx';
import { type ChannelFields, Fields } from './fields.model.ts';
import { Tags } from './Tags.tsx';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

function Name({ channel }: { channel: Channel }) {
  const { short, colour } = networkOf(channel.network);
  return (
    <span class="who" aria-hidden="true">
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
  if (!hasClock || channel.timezone === HERE) return null;
  return <p class="hint clocks">{t('fields.clocks', [channel.timezone.replaceAll('_', ' ')])}</p>;
}

/** The first choice stands beside the name, so that a channel with one alone takes up one row. */
function Block({ composer, form, channel, fields }: ChannelFields & { composer: Composer; form: Fields }) {
  const [first, ...others] = fields;
  const name = t('composer.channelName', [channel.name, networkOf(channel.network).label]);
  return (
    <fieldset class="block" aria-label={t('fields.of', [name])}>
      <div class="head">
        <Name channel={channel} />
        {first && <FieldRow composer={composer} form={form} channel={channel} filled={first} isAlone />}
      </div>
      {isBare(first?.value) && <p class="hint">{t('fields.alone')}</p>}
      {others.map((filled) => (
        <Fragment key={filled.field.id}>
          <FieldRow composer={composer} form={form} channel={channel} filled={filled} />
          {filled.field.id === 'end' && <Clocks channel={channel} fields={fields} />}
        </Fragment>
      ))}
    </fieldset>
  );
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
  return (
    <div class="channel-fields" ref={view}>
      {fields.channels.value.length > 0 && (
        <div class="card blocks">
          {fields.channels.value.map((one) => (
            <Block key={one.channel.id} composer={composer} form={fields} {...one} />
          ))}
        </div>
      )}
      <FirstComment composer={composer} form={fields} />
      <Tags form={fields} />
    </div>
  );
}
