// Bugs of starting, accepting and signing in: whose posts leave, how often, and with which token.
import type { Mutant } from './mutant.ts';

const TOKENS = 'lib/account/tokens.ts';
const STORE = 'lib/outbox/store.memory.ts';

export const ACCOUNTS: Mutant[] = [
  {
    name: 'sending→waiting at start',
    patches: [
      {
        file: 'lib/outbox/drain.ts',
        find: "state === 'sending' ? { type: 'dropped', failure: null } : null",
        replace: "state === 'sending' ? { type: 'held', reason: 'accepted', until: 0, failure: null } : null",
      },
    ],
    killedBy: { promise: 'doubled', says: /committed \d+ times/ },
    profile: 'mixed',
  },
  {
    name: 'double accept on Enter twice',
    patches: [
      {
        file: STORE,
        find: 'const unknown = fresh.filter(({ id }) => !entries.has(id));',
        replace: 'const unknown = fresh;',
      },
      { file: STORE, find: '        if (entries.has(entry.id)) continue;\n', replace: '' },
    ],
    killedBy: { promise: 'doubled', says: /committed \d+ times/ },
    profile: 'mixed',
  },
  {
    name: "account A's entries under B's token",
    patches: [
      {
        file: 'lib/outbox/line.ts',
        find: 'if (note.paused || signed?.accountId !== accountId) return null;',
        replace: 'if (note.paused || !signed) return null;',
      },
    ],
    killedBy: { promise: 'otherViolations', says: /left with the token of/ },
    profile: 'mixed',
  },
  {
    name: 'refresh in two contexts',
    patches: [
      {
        file: TOKENS,
        find: 'return token ?? deps.lock(() => renew(deps));',
        replace: 'return token ?? renew(deps);',
      },
    ],
    killedBy: { promise: 'otherViolations', says: /presented again after its answer/ },
    profile: 'mixed',
    needs: 'tokens that die',
  },
  {
    name: 'refresh token replayed at start',
    patches: [
      {
        file: TOKENS,
        find: 'await deps.save(again ? { ...marked, refreshToken: null } : marked);',
        replace: 'await deps.save(marked);',
      },
      {
        file: TOKENS,
        find: 'credentials.refreshToken !== null && credentials.refreshStartedAt === null;',
        replace: 'credentials.refreshToken !== null;',
      },
    ],
    killedBy: { promise: 'otherViolations', says: /while its access token lived/ },
    profile: 'mixed',
    needs: 'tokens that die',
  },
];
