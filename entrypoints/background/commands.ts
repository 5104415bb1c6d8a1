// The quick-add shortcut: the page goes to the default channels with no window, and a notification says so.

import { browser } from 'wxt/browser';
import { withChosenLink } from '@/lib/capture/link-choices.ts';
import { withQuoteLink } from '@/lib/capture/quote/text-fragment.ts';
import { channelsFor } from '@/lib/capture/sites.ts';
import { draftFrom } from '@/lib/capture/to-draft.ts';
import type { CommandId } from '@/lib/commands.ts';
import { problems } from '@/lib/drafts/limits.ts';
import { toPosts } from '@/lib/drafts/split.ts';
import type { AcceptProblem } from '@/lib/messages.ts';
import { countText } from '@/lib/networks/count.ts';
import type { PostOffice } from '@/lib/outbox/post-office.ts';
import { localeKey, t } from '@/lib/platform/i18n.ts';
import {
  CHANNELS,
  CHOICE,
  CONNECTION,
  FIELD_CHOICES,
  LINK_CHOICES,
  readAll,
  SETTINGS,
  SITES,
} from '@/lib/platform/storage.ts';
import { captureTab } from '@/lib/platform/tabs.ts';
import { acceptProblem } from './accept-problem.ts';
import { openInPanel } from './composer.ts';
import { groupNotice, LIST_NOTICE, notify } from './notices.ts';

type Tab = Parameters<Parameters<typeof browser.commands.onCommand.addListener>[0]>[1];

async function quickAdd(office: PostOffice, tab: Tab): Promise<void> {
  const [connection, cache, choice, settings, linkChoices, sites, options] = await readAll(
    CONNECTION,
    CHANNELS,
    CHOICE,
    SETTINGS,
    LINK_CHOICES,
    SITES,
    FIELD_CHOICES,
  );
  if (!connection.account) {
    return notify('sign-in', { title: t('notice.signedOutTitle'), message: t('notice.signedOutBody') });
  }
  const capture = await captureTab(
    { id: tab?.id, url: tab?.url ?? '', title: tab?.title ?? '' },
    withQuoteLink,
  );
  const channelIds =
    settings.defaultChannelIds ?? channelsFor(capture.address, sites) ?? choice.channelIds ?? [];
  const { templates, cleanLinks, utm } = settings;
  const chosen = withChosenLink(capture, linkChoices, cleanLinks);
  const draft = draftFrom(chosen, { channelIds, when: 'queue', templates, utm, options });
  // A worker may not load a file later, so X is counted by the estimate, which is rather over.
  const judging = { now: Date.now(), count: countText };
  const blocking = problems(draft, cache.channels, judging).find((problem) => problem.blocking);
  if (blocking) {
    const noChannel = blocking.kind === 'no-channel';
    const title = t(noChannel ? 'notice.noChannelTitle' : 'notice.problemTitle');
    const message = t(noChannel ? 'notice.noChannelBody' : 'notice.problemBody');
    return notify('problem', { title, message });
  }
  const groupId = crypto.randomUUID();
  const accountId = connection.account.id;
  const submissions = toPosts(draft, cache.channels).map((post) => ({
    id: crypto.randomUUID(),
    groupId,
    accountId,
    post,
  }));
  try {
    await office.accept(submissions);
  } catch (error) {
    return notify(...refusal(acceptProblem(error)));
  }
  if (!settings.noticeSaved) return;
  const title = t('notice.savedTitle', submissions.length);
  await notify(groupNotice(groupId), { title, message: draft.text, button: t('notice.undo') });
}

/** The notification for what was not taken in; its id leads a click to where something can be done about it. */
function refusal(problem: AcceptProblem): Parameters<typeof notify> {
  const message = t(`refused.${localeKey(problem)}`);
  return [problem === 'too-many' ? LIST_NOTICE : 'problem', { title: t('notice.problemTitle'), message }];
}

/** The browser itself opens the composer for `_execute_action`; every other row of the table needs its handler. */
type Handlers = Record<
  Exclude<CommandId, '_execute_action'>,
  (office: PostOffice, tab: Tab) => Promise<void>
>;

const HANDLERS: Handlers = {
  'quick-add': quickAdd,
  'open-side-panel': async (_office, tab) => {
    if (!tab) return;
    const { id, url = '', title = '', windowId } = tab;
    await openInPanel({ id, url, title, windowId });
  },
};

export function registerCommands(office: PostOffice): void {
  browser.commands.onCommand.addListener((name, tab) => {
    HANDLERS[name as keyof Handlers]?.(office, tab).catch((error: unknown) => {
      console.error('a shortcut failed:', name, error instanceof Error ? error.message : '');
      void notify('problem', { title: t('notice.problemTitle'), message: t('problem.failed') });
    });
  });
}
