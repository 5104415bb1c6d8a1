import '@/assets/every-page.css';
import '@/assets/page.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Connect } from '@/components/connect/connect.model.ts';
import { boundKeys, connectPorts } from '@/components/connect/ports.ts';
import { Welcome } from '@/components/welcome/Welcome.tsx';
import { t } from '@/lib/platform/i18n.ts';
import { applyTheme } from '@/lib/platform/theme.ts';
import { followTheme } from '@/lib/platform/theme-setting.ts';

applyTheme();
followTheme();
document.title = t('welcome.title');
const connect = new Connect(connectPorts);
const [keys] = await Promise.all([boundKeys(), connect.start()]);
render(
  <Welcome
    connect={connect}
    shortcut={keys._execute_action ?? ''}
    onOptions={() => void browser.runtime.openOptionsPage()}
  />,
  document.body.querySelector('#app') ?? document.body,
);
