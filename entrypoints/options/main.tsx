import '@/assets/every-page.css';
import '@/assets/page.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Connect } from '@/components/connect/connect.model.ts';
import { boundKeys, connectPorts } from '@/components/connect/ports.ts';
import { Options } from '@/components/options/Options.tsx';
import { t } from '@/lib/platform/i18n.ts';
import { applyTheme } from '@/lib/platform/theme.ts';
import { followTheme } from '@/lib/platform/theme-setting.ts';

applyTheme();
followTheme();
document.title = t('options.title');
const connect = new Connect(connectPorts);
const [keys] = await Promise.all([boundKeys(), connect.start()]);
const openShortcuts = () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
render(
  <Options connect={connect} keys={keys} onShortcuts={import.meta.env.FIREFOX ? null : openShortcuts} />,
  document.body.querySelector('#app') ?? document.body,
);
