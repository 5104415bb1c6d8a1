// The background: made of one post office and one line per surface of the browser.

import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { adopt } from '@/lib/platform/adopt.ts';
import { adoptBy, read, SIGN_IN, write } from '@/lib/platform/storage.ts';
import { ensureRefresh, registerAlarms } from './alarms.ts';
import { paintBadge, registerBadge } from './badge.ts';
import { followQueued, refreshChannels } from './channels.ts';
import { registerCommands } from './commands.ts';
import { registerDraftIcon } from './draft-icon.ts';
import { tidyEdits } from './edit.ts';
import { closeStorage, registerInstall } from './install.ts';
import { registerMenus } from './menus.ts';
import { registerMessages } from './messages.ts';
import { noticeTrouble, registerNotices } from './notices.ts';
import { registerPermissions } from './permissions.ts';
import { type Background, createBackground } from './post-office.ts';
import { followEntries } from './seen-posts.ts';

// A module, so that it and the pages share the files of what both need, instead of a copy each.
export default defineBackground({
  type: 'module',
  main() {
    adoptBy(adopt);
    const background: Background = createBackground(async (before, after) => {
      void followEntries(background.office, before, after);
      await followQueued(before, after);
      await noticeTrouble(after);
    });
    registerInstall();
    const { office, session } = background;
    registerMessages(background);
    registerMenus();
    registerCommands(office);
    registerBadge();
    registerDraftIcon();
    registerAlarms({
      drain: () => void office.drain(),
      refresh: () => void refreshChannels(background, true),
    });
    registerNotices(office);
    registerPermissions(session);
    // Registered so that a browser that starts wakes the background, which sends what was left.
    browser.runtime.onStartup.addListener(() => void office.drain());
    void start(background);
  },
});

async function start({ office }: Background): Promise<void> {
  await closeStorage();
  // A sign-in that was under way when the worker ended has lost its window's answer.
  if ((await read(SIGN_IN)).state === 'running') await write(SIGN_IN, { state: 'failed', problem: 'closed' });
  await Promise.all([office.wake().then(tidyEdits), ensureRefresh(), paintBadge()]);
}
