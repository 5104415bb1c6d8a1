// Says that a post with this link, or these words, is queued or was sent already. It stands in nobody's way.
import { useEffect, useState } from 'preact/hooks';
import type { Composer } from '@/components/composer/composer.model.ts';
import { ListLink } from '@/components/composer/ListLink.tsx';
import type { Repeat } from '@/lib/duplicates/repeats.ts';
import { networkOf } from '@/lib/networks/table.ts';
import { t } from '@/lib/platform/i18n.ts';
import { send } from '@/lib/platform/messaging.ts';
import { dayOrMoment, shortMoment } from '@/lib/platform/time.ts';
import { Duplicates as Model } from './duplicates.model.ts';

/** What one line has room for, and what of it "and 2 more" takes. */
const [MOST_LETTERS, MORE_LETTERS] = [56, 11];

/** "queued for Tue 09:10 on LinkedIn" */
function words({ state, at }: Repeat, where: string): string {
  const now = Date.now();
  if (state === 'queued' && at !== null) return t('duplicates.queuedFor', [shortMoment(at, now), where]);
  if (state === 'sent') return t('duplicates.sent', [where, dayOrMoment(at ?? now, now)]);
  return t(`duplicates.${state}`, [where]);
}

/** As many as one line has room for, at least one, and how many there are beyond; what may be refused, alone. */
function line(repeats: Repeat[]): string {
  const [first = '', ...others] = repeats.map((repeat) => words(repeat, networkOf(repeat.network).label));
  if (repeats[0]?.mayBeRefused) return t('duplicates.refused', [first]);
  let said = first;
  let more = others.length;
  for (const other of others) {
    const longer = `${said} · ${other}`;
    if (longer.length > MOST_LETTERS - (more > 1 ? MORE_LETTERS : 0)) break;
    said = longer;
    more -= 1;
  }
  const whole = more > 0 ? t('composer.andMore', [said, String(more)]) : said;
  return whole.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase());
}

function toneOf(repeats: Repeat[]): string {
  if (repeats[0]?.mayBeRefused) return 'waiting';
  return repeats[0]?.isChosen ? 'plain' : 'quiet';
}

export function Duplicates({ composer }: { composer: Composer }) {
  const [model] = useState(() => new Model(composer, send));
  useEffect(() => model.follow(), []);
  const repeats = model.repeats.value;
  if (repeats.length === 0) return null;
  const see = <ListLink>{t('duplicates.see')}</ListLink>;
  const className = `notice ${toneOf(repeats)}`;
  if (repeats.length === 1) {
    return (
      <p class={className}>
        {line(repeats)} {see}
      </p>
    );
  }
  const whereOf = ({ channelId, network }: Repeat) => {
    const channel = composer.channels.value.find(({ id }) => id === channelId);
    const { label } = networkOf(network);
    return channel ? t('duplicates.account', [label, channel.name]) : label;
  };
  return (
    <details class={className}>
      <summary>{line(repeats)}</summary>
      <ul>
        {repeats.map((repeat, index) => (
          <li key={index}>{words(repeat, whereOf(repeat))}</li>
        ))}
      </ul>
      {see}
    </details>
  );
}
