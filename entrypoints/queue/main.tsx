import '@/assets/every-page.css';
import '@/components/entries/entries.css';
import '@/components/queue/queue.css';
import { render } from 'preact';
import { queuePorts } from '@/components/queue/ports.ts';
import { QueuePage } from '@/components/queue/QueuePage.tsx';
import { Queue } from '@/components/queue/queue.model.ts';
import { t } from '@/lib/platform/i18n.ts';
import { applyTheme } from '@/lib/platform/theme.ts';
import { followTheme } from '@/lib/platform/theme-setting.ts';

applyTheme();
followTheme();
document.title = t('queue.title');
const queue = new Queue(queuePorts);
await queue.start();
render(<QueuePage queue={queue} />, document.body.querySelector('#app') ?? document.body);
void queue.posts.lists.freshen();
