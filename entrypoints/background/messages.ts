// What the extension's own pages ask of the background; anybody else's messages are left without an answer.
import { browser } from 'wxt/browser';
import { type Command, parseCommand, type Reply } from '@/lib/messages.ts';
import type { PostOffice } from '@/lib/outbox/post-office.ts';
import { adopt } from '@/lib/platform/adopt.ts';
import { acceptProblem } from './accept-problem.ts';
import { readingHandlers } from './buffer-posts.ts';
import { queueHandlers } from './buffer-queue.ts';
import { channelHandlers } from './channel.ts';
import { refreshChannels } from './channels.ts';
import { openComposer } from './composer.ts';
import { takeBackToEdit } from './edit.ts';
import { type CommandOf, type Handlers, OK } from './handlers.ts';
import { interactionHandlers } from './interactions.ts';
import type { Background } from './post-office.ts';
import { readQuota } from './quota.ts';
import { findRepeats } from './seen-posts.ts';
import { countShares } from './shares.ts';
import { signIn, type Way } from './sign-in.ts';

async function begin(background: Background, way: Way): Promise<Reply> {
  const signed = await signIn(background.session, way);
  if (typeof signed === 'string') return { ok: false, problem: signed };
  await refreshChannels(background, true);
  return OK;
}

async function accept(office: PostOffice, { submissions }: CommandOf<'accept'>): Promise<Reply> {
  try {
    await office.accept(submissions);
    return OK;
  } catch (error) {
    return { ok: false, problem: acceptProblem(error) };
  }
}

function handlers(background: Background): Handlers {
  const { office, session } = background;
  return {
    hello: async () => {
      void office.drain();
      await refreshChannels(background);
      return OK;
    },
    adopt: async () => {
      await adopt();
      return OK;
    },
    connect: async ({ reopen }) => {
      const reply = await begin(background, { by: 'buffer' });
      if (reopen && reply.ok) await openComposer();
      return reply;
    },
    'use-api-key': ({ key }) => begin(background, { by: 'key', key }),
    'connect-classic': ({ clientId, clientSecret }) =>
      begin(background, { by: 'classic-app', clientId, clientSecret }),
    'use-classic-token': ({ token }) => begin(background, { by: 'classic-token', token }),
    'sign-out': async () => {
      await session.end();
      return OK;
    },
    accept: (command) => accept(office, command),
    undo: async ({ ids }) => ((await office.undo(ids)) ? OK : { ok: false, problem: 'not-undone' }),
    resolve: async ({ id, choice }) => {
      await office.resolve(id, choice);
      return OK;
    },
    edit: ({ id }) => takeBackToEdit(office, id),
    compose: async ({ draftKey }) => {
      await openComposer({ draftKey });
      return OK;
    },
    'count-shares': ({ url }) => countShares(background, url),
    'find-repeats': (command) => findRepeats(background, command),
    'read-quota': () => readQuota(background),
    'discard-unreadable': async ({ id }) => {
      await office.discardUnreadable(id);
      return OK;
    },
    'dismiss-lost': async () => {
      await office.dismissLost();
      return OK;
    },
    ...readingHandlers(background),
    ...queueHandlers(background),
    ...channelHandlers(background),
    ...interactionHandlers(background),
  };
}

function answer(background: Background, command: Command): Promise<Reply> {
  const handle = handlers(background)[command.type] as (one: Command) => Promise<Reply>;
  return handle(command).catch((error: unknown): Reply => {
    console.error('a command failed:', command.type, error instanceof Error ? error.message : '');
    return { ok: false, problem: 'failed' };
  });
}

export function registerMessages(background: Background): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, reply: (answer: Reply) => void) => {
    if (sender.id !== browser.runtime.id || !sender.url?.startsWith(browser.runtime.getURL('/'))) return;
    const command = parseCommand(message);
    if (command) void answer(background, command).then(reply);
    else reply({ ok: false, problem: 'invalid' });
    return true;
  });
}
