// Bugs that only show where the classic API answers: its lists, its being switched off, and the move away from it.
import type { Mutant } from './mutant.ts';

const DOUBLED = { promise: 'doubled', says: /committed \d+ times/ } as const;

export const CLASSIC: Mutant[] = [
  {
    name: 'sent read before pending',
    patches: [
      {
        file: 'lib/buffer/rest/posts.ts',
        find: "drafts ? ['drafts', 'pending', 'sent'] : ['pending', 'sent'];",
        replace: "drafts ? ['sent', 'pending', 'drafts'] : ['sent', 'pending'];",
      },
    ],
    killedBy: DOUBLED,
    profile: 'mixed',
    needs: 'posts published between two reads',
  },
  {
    name: 'drafts not looked for',
    patches: [
      {
        file: 'lib/outbox/look.ts',
        find: "const drafts = search.checking.some(({ post }) => post.mode === 'draft');",
        replace: 'const drafts = false;',
      },
    ],
    killedBy: DOUBLED,
    profile: 'mixed',
    needs: 'the classic API',
  },
  {
    name: "another channel's answer = refused",
    patches: [
      {
        file: 'lib/buffer/rest/writes.ts',
        find: 'if (!says) throw',
        replace: 'if (!says && !rows.every((row) => row.success)) throw',
      },
    ],
    killedBy: {
      promise: 'otherViolations',
      says: /is said to be refused .* Buffer holds it|has not said so/,
    },
    profile: 'mixed',
    needs: 'the classic API',
  },
  {
    name: 'retired = failed',
    patches: [{ file: 'lib/outbox/classify.ts', find: "retired: 'retired'", replace: "retired: 'invalid'" }],
    killedBy: { promise: 'otherViolations', says: /Buffer has not said so/ },
    profile: 'brownout',
  },
  {
    name: 'each entry asks an API that is switched off',
    patches: [
      {
        file: 'lib/outbox/send.ts',
        find: "if (event.failure?.kind === 'retired') {",
        replace: 'if (false) {',
      },
    ],
    killedBy: { promise: 'otherViolations', says: /calls in an hour/ },
    profile: 'brownout',
  },
  {
    name: 'one budget for both APIs',
    patches: [
      {
        file: 'lib/outbox/caller.ts',
        find: "api === 'graphql' ? accountId",
        replace: 'api ? accountId',
      },
    ],
    killedBy: { promise: 'overRate', says: /over a window/ },
    profile: 'burst',
    needs: 'a move',
  },
  {
    name: 'a token for the other API',
    patches: [
      {
        file: 'lib/account/signed-backend.ts',
        find: ' && apiOf(record.credentials) === connection.api',
        replace: ' && connection.api.length > 0',
      },
    ],
    killedBy: { promise: 'otherViolations', says: /a token of \w+ left for/ },
    profile: 'mixed',
    needs: 'a move',
  },
];
