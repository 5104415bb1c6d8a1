// What people did with published posts, and answers to them; kept for as long as the browser runs.
import type { InteractionPage } from '@/lib/buffer/backend.ts';
import type { Reply } from '@/lib/messages.ts';
import { interactionKey } from '@/lib/platform/kept-posts.ts';
import { INTERACTIONS, read, write } from '@/lib/platform/storage.ts';
import { callBuffer } from './buffer-call.ts';
import { type CommandOf, type Handlers, OK } from './handlers.ts';
import type { Background } from './post-office.ts';
import { isSignedIn } from './signed-in.ts';

/** Of so many posts and events; of one, Buffer's first page. */
const MOST = 30;

/** Of one post one call at a time: a list that was asked for before an answer is not written over it. */
function inTurn(postId: string, call: () => Promise<Reply>): Promise<Reply> {
  return navigator.locks.request(`interactions ${postId}`, call);
}

function readInteractions(
  background: Background,
  { postId, event }: CommandOf<'read-interactions'>,
): Promise<Reply> {
  return callBuffer(background, 'view', async ({ accountId, backend }) => {
    // No page offers what the back-end cannot do.
    if (!backend.interactions) throw new Error('this API tells of no interactions');
    const page = await backend.interactions({ postId, event });
    await change(accountId, interactionKey(postId, event), () => page);
    return OK;
  });
}

function reply(background: Background, { postId, event, text }: CommandOf<'reply'>): Promise<Reply> {
  return callBuffer(background, 'post', async ({ accountId, backend }) => {
    if (!backend.reply) throw new Error('this API takes no answers');
    const answer = await backend.reply(postId, text);
    await change(accountId, interactionKey(postId, event), ({ interactions, total }) => ({
      interactions: [answer, ...interactions],
      total: total + 1,
    }));
    return OK;
  });
}

function change(
  accountId: string,
  key: string,
  step: (known: InteractionPage) => InteractionPage,
): Promise<void> {
  return navigator.locks.request('interactions', async () => {
    if (!(await isSignedIn(accountId))) return;
    const { [key]: known, ...others } = await read(INTERACTIONS);
    const kept = Object.entries(others).slice(1 - MOST);
    const changed = step(known ?? { interactions: [], total: 0 });
    await write(INTERACTIONS, { ...Object.fromEntries(kept), [key]: changed });
  });
}

export function interactionHandlers(background: Background): Pick<Handlers, 'read-interactions' | 'reply'> {
  return {
    'read-interactions': (command) => inTurn(command.postId, () => readInteractions(background, command)),
    reply: (command) => inTurn(command.postId, () => reply(background, command)),
  };
}
