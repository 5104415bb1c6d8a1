// Puts the composer into the page that loads this: the popup, the side panel, or a window.
import { render } from 'preact';
import { applyTheme } from '@/lib/platform/theme.ts';
import { ComposerView } from './Composer.tsx';
import { Composer } from './composer.model.ts';
import { type Place, PopupHeader } from './PopupHeader.tsx';
import { laterPorts } from './ports.later.ts';

applyTheme();
const place: Place = document.body.className === 'panel' ? 'panel' : 'popup';
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
