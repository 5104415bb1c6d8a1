// Puts the composer into its page: the popup, the side panel, or a window.
import { render } from 'preact';
import { applyTheme } from '@/lib/platform/theme.ts';
import { ComposerView } from './Composer.tsx';
import { Composer } from './composer.model.ts';
import { type Place, PopupHeader } from './PopupHeader.tsx';
import { laterPorts } from './ports.later.ts';

export function mountComposer(place: Place): void {
  applyTheme();
  const composer = new Composer(laterPorts(place));
  render(
    <>
      <PopupHeader composer={composer} place={place} />
      <ComposerView composer={composer} />
    </>,
    document.body.querySelector('#app') ?? document.body,
  );
  void composer.start();
  addEventListener('visibilitychange', () => composer.keeper.flush());
}
