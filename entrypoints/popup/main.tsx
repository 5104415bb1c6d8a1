import '@/assets/every-page.css';
import '@/components/entries/entries.css';
import '@/components/composer/composer.css';
import { render } from 'preact';
import { ComposerView } from '@/components/composer/Composer.tsx';
import { Composer } from '@/components/composer/composer.model.ts';
import { PopupHeader } from '@/components/composer/PopupHeader.tsx';
import { laterPorts } from '@/components/composer/ports.later.ts';
import { applyTheme } from '@/lib/platform/theme.ts';

applyTheme();
const ports = laterPorts();
const composer = new Composer(ports);
render(
  <>
    <PopupHeader composer={composer} />
    <ComposerView composer={composer} />
  </>,
  document.body.querySelector('#app') ?? document.body,
);
void composer.start();
addEventListener('visibilitychange', () => composer.keeper.flush());
