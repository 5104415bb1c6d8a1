// The link, where it came from, and what was taken off it: one press brings it back.
import type { ComponentType } from 'preact';
import { t } from '@/lib/platform/i18n.ts';
import type { Composer } from './composer.model.ts';
import { originWords, Stepper } from './Origin.tsx';

const MOST_LETTERS = 36;
const MOST_OF_A_NAME = 24;

/** As many names as one line has room for, at least one, and how many there are beyond. */
function shortened(names: string[]): string {
  const shown: string[] = [];
  for (const name of names) {
    const cut = name.length > MOST_OF_A_NAME ? `${name.slice(0, MOST_OF_A_NAME)}…` : name;
    if (shown.length > 0 && [...shown, cut].join(', ').length > MOST_LETTERS) break;
    shown.push(cut);
  }
  const more = names.length - shown.length;
  return more > 0 ? t('composer.andMore', [shown.join(', '), String(more)]) : shown.join(', ');
}

/** "From the tab, without utm_source"; empty where no link is. */
function Said({ composer }: { composer: Composer }) {
  const { stops, at } = composer.sources.of('link');
  const { value, origin } = stops[at] ?? { value: '', origin: 'none' };
  if (origin === 'none') return null;
  const removed = composer.capture.value?.links.find((link) => link.value === value)?.removed ?? [];
  const said = originWords(origin);
  return (
    <span title={removed.join(', ')}>
      {removed.length > 0 ? t('composer.without', [said, shortened(removed)]) : said}
    </span>
  );
}

/** To the plain address by one press, and back by another. */
function Other({ composer }: { composer: Composer }) {
  const other = composer.sources.otherLink();
  return other ? (
    <button
      type="button"
      class="text-button"
      title={other.link.value}
      onClick={() => composer.sources.chooseLink(other.link)}
    >
      {t(`otherLink.${other.does}`)}
    </button>
  ) : null;
}

interface Props {
  composer: Composer;
  /** Comes after the first paint. */
  ShareCount: ComponentType<{ composer: Composer }> | undefined;
}

export function LinkField({ composer, ShareCount }: Props) {
  const { sources, draft } = composer;
  return (
    <div class="link-group">
      <div class="link-row">
        <input
          class="field link-field"
          type="url"
          aria-label={t('composer.link')}
          placeholder="https://"
          spellcheck={false}
          value={draft.link}
          onInput={(event) => composer.setLink(event.currentTarget.value)}
        />
        {sources.of('link').stops.length > 2 && <Stepper sources={sources} field="link" />}
      </div>
      <div class="origin link-origin">
        <Said composer={composer} />
        <Other composer={composer} />
        {ShareCount && <ShareCount composer={composer} />}
      </div>
    </div>
  );
}
