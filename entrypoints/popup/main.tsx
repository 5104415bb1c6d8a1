import '@/assets/tokens.css';
import '@/assets/base.css';
import '@/assets/channel.css';
import '@/components/composer/composer.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { ComposerView } from '@/components/composer/Composer.tsx';
import { Composer } from '@/components/composer/composer.model.ts';
import { PopupHeader } from '@/components/composer/PopupHeader.tsx';
import { popupPorts } from '@/components/composer/ports.ts';
import { followTheme } from '@/lib/platform/theme.ts';

followTheme();
const composer = new Composer(popupPorts);
render(
  <>
    <PopupHeader composer={composer} onSettings={() => void browser.runtime.openOptionsPage()} />
    <ComposerView composer={composer} />
  </>,
  document.body.querySelector('#app') ?? document.body,
);
void composer.start();
addEventListener('visibilitychange', () => composer.keeper.flush());
// After the first paint: it wakes the background for the send that is about to come.
requestAnimationFrame(() => setTimeout(() => void popupPorts.send({ type: 'hello' }).catch(() => {})));
