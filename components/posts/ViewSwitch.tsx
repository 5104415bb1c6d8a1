// The three views of what Buffer has, as tabs.
import { useRef } from 'preact/hooks';
import { t } from '@/lib/platform/i18n.ts';
import type { Posts } from './posts.model.ts';
import { VIEWS, type View } from './shown-list.ts';

/** The ids by which a tab and its panel know each other. */
export const tabId = (view: View) => `tab-${view}`;
export const PANEL = 'view';

const STEPS: Record<string, (index: number) => number> = {
  ArrowRight: (index) => index + 1,
  ArrowLeft: (index) => index - 1,
  Home: () => 0,
  End: () => VIEWS.length - 1,
};

export function ViewSwitch({ posts, waiting }: { posts: Posts; waiting: number }) {
  const { view: shown } = posts.lists;
  const tabs = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    const next = STEPS[event.key]?.(VIEWS.indexOf(shown.value));
    if (next === undefined) return;
    event.preventDefault();
    const view = VIEWS[(next + VIEWS.length) % VIEWS.length] ?? 'queue';
    posts.show(view);
    tabs.current?.querySelector<HTMLElement>(`#${tabId(view)}`)?.focus();
  };
  return (
    <div ref={tabs} class="tabs" role="tablist" aria-label={t('queueView.views')} onKeyDown={step}>
      {VIEWS.map((view) => {
        const isOn = shown.value === view;
        return (
          <button
            key={view}
            id={tabId(view)}
            type="button"
            role="tab"
            aria-selected={isOn}
            aria-controls={PANEL}
            tabIndex={isOn ? 0 : -1}
            onClick={() => posts.show(view)}
          >
            {t(`view.${view}`)}
            {view === 'queue' && waiting > 0 && <span class="number"> {waiting}</span>}
          </button>
        );
      })}
    </div>
  );
}
