// The link, where it came from, and what was taken off it: one press brings it back.
import type { Composer } from '@/components/composer/composer.model.ts';
import { useAskedViews } from '@/components/composer/use-asked-views.ts';
import { t } from '@/lib/platform/i18n.ts';
import { originWords, Stepper } from './Origin.tsx';
import type { OtherLink } from './sources.model.ts';

const MOST_LETTERS = 26;
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

/** "From the tab, without utm_source"; nothing where no link is. */
function said({ sources, capture }: Composer, other: OtherLink | null): string {
  const { stops, at } = sources.of('link');
  const { value, origin } = stops[at] ?? { value: '', origin: 'none' };
  if (origin === 'none') return '';
  const words = originWords(origin);
  const removed = capture.value?.links.find((link) => link.value === value)?.removed ?? [];
  if (removed.length > 0) return t('composer.without', [words, shortened(removed)]);
  return other?.does === 'restore' ? t('composer.instead', [words]) : words;
}

/** Where it came from, and one press to the plain address or back. */
function LinkOrigin({ composer }: { composer: Composer }) {
  const { sources, draft, capture } = composer;
  const other = sources.otherLink();
  const words = said(composer, other);
  const removed = capture.value?.links.find(({ value }) => value === draft.link)?.removed ?? [];
  return (
    <span id="link-origin" title={removed.join(', ')}>
      {words}
      {words && other && ' · '}
      {other && (
        <button
          type="button"
          class="text-button"
          title={other.link.value}
          onClick={() => sources.chooseLink(other.link)}
        >
          {t(`otherLink.${other.does}`)}
        </button>
      )}
    </span>
  );
}

export function LinkField({ composer }: { composer: Composer }) {
  const asked = useAskedViews();
  const { sources, draft } = composer;
  // Two are changed over by the words below.
  const isSteppable = sources.of('link').stops.length > (sources.otherLink() ? 2 : 1);
  return (
    <div class="link-group">
      <div class="link-row">
        <input
          class="field link-field"
          type="url"
          aria-label={t('composer.link')}
          aria-describedby="link-origin"
          placeholder="https://"
          spellcheck={false}
          value={draft.link}
          onInput={(event) => composer.setLink(event.currentTarget.value)}
        />
        {isSteppable && <Stepper sources={sources} field="link" />}
      </div>
      <div class="origin link-origin">
        <LinkOrigin composer={composer} />
        {asked && <asked.ShareCount composer={composer} />}
      </div>
    </div>
  );
}
