import '@/assets/every-page.css';
import '@/assets/page.css';
import '@/components/options/options.css';
import { render } from 'preact';
import { Connect } from '@/components/connect/connect.model.ts';
import { connectPorts } from '@/components/connect/ports.ts';
import { OptionsPage } from '@/components/options/OptionsPage.tsx';
import { Options } from '@/components/options/options.model.ts';
import { openShortcuts, optionsPorts, transferPorts } from '@/components/options/ports.ts';
import { Transfer } from '@/components/options/transfer.model.ts';
import { t } from '@/lib/platform/i18n.ts';
import { applyTheme } from '@/lib/platform/theme.ts';
import { followTheme } from '@/lib/platform/theme-setting.ts';

applyTheme();
followTheme();
document.title = t('options.title');
const options = new Options(new Connect(connectPorts), optionsPorts);
await Promise.all([options.connect.start(), options.start()]);
addEventListener('focus', () => void options.readKeys());
render(
  <OptionsPage
    options={options}
    transfer={new Transfer(transferPorts)}
    onShortcuts={() => void openShortcuts()}
  />,
  document.body.querySelector('#app') ?? document.body,
);
// A section that the address names is there only now.
document.getElementById(location.hash.slice(1))?.scrollIntoView();
