// Bugs of the rate budget, of the order, and of waking up again.
import type { Mutant } from './mutant.ts';

const KEEPER = 'lib/outbox/budget.ts';
const OVER = { promise: 'overRate', says: /over a window/ } as const;
const TOO_SOON = { promise: 'overRate', says: /sooner than Buffer allowed/ } as const;

export const PACING: Mutant[] = [
  {
    name: 'no head-of-line block',
    patches: [
      {
        file: 'lib/outbox/due.ts',
        find: "const isBehind = entry.post.mode === 'queue' && queues.has(key);",
        replace: 'const isBehind = false;',
      },
    ],
    killedBy: { promise: 'reordered', says: /came before/ },
    profile: 'mixed',
  },
  {
    name: 'budget in memory',
    patches: [
      {
        file: KEEPER,
        find: 'export function createBudgetKeeper(\n  store:',
        replace: 'export function createBudgetKeeper(\n  durable:',
      },
      {
        file: KEEPER,
        find: '): BudgetKeeper {\n',
        replace: `): BudgetKeeper {
  const memory = new Map<string, unknown>();
  const store: typeof durable = {
    async changeValue(shelf, key, step) {
      const first = () => durable.changeValue(shelf, key, (value) => ({ result: { ...(value as object), windows: (value as BudgetState).windows.map((one) => ({ ...one, stamps: [] })) } }));
      if (!memory.has(key)) memory.set(key, await first());
      const { value, result } = step(memory.get(key));
      if (value !== undefined) memory.set(key, value);
      return result;
    },
  };
`,
      },
    ],
    killedBy: OVER,
    profile: 'burst',
  },
  {
    name: 'budget reserved after the call',
    patches: [
      {
        file: KEEPER,
        find: 'return answer.ok ? { value: answer.state, result: { ok: true } } : { result: answer };',
        replace: 'return answer.ok ? { result: { ok: true } } : { result: answer };',
      },
      {
        file: KEEPER,
        find: 'learn: (headers, caller) => revise(caller, (state) => learn(state, headers, now())),',
        replace: `learn: (headers, caller) => revise(caller, (state) => {
      const answer = reserve(state, 'post', now());
      return learn(answer.ok ? answer.state : state, headers, now());
    }),`,
      },
    ],
    killedBy: OVER,
    profile: 'burst',
  },
  {
    name: 'no margin',
    patches: [
      {
        file: 'lib/buffer/budget.ts',
        find: '{ seconds: 60, limit: 60, keep: 5 }],\n  marginMs: 2000,',
        replace: '{ seconds: 60, limit: 60, keep: 0 }],\n  marginMs: 0,',
      },
    ],
    killedBy: OVER,
    profile: 'burst',
  },
  {
    name: 'Retry-After read as ms',
    patches: [
      {
        file: 'lib/buffer/rate-headers.ts',
        find: 'if (seconds !== null) return now + seconds * 1000;',
        replace: 'if (seconds !== null) return now + seconds;',
      },
    ],
    killedBy: TOO_SOON,
    profile: 'mixed',
  },
  {
    name: '429 body ignored',
    patches: [
      {
        file: 'lib/buffer/graphql/errors.ts',
        find: "typeof after === 'number' ? answer.receivedAt + after * 1000 : 0",
        replace: '0',
      },
    ],
    killedBy: TOO_SOON,
    profile: 'mixed',
  },
  {
    name: 'alarm re-created at each start',
    patches: [
      {
        file: 'lib/outbox/post-office.ts',
        find: '      await this.#planAlarm(wakeAt);\n',
        replace:
          '      await this.#planAlarm(wakeAt === null ? null : this.#ports.now() + 30 * STANDBY_MS);\n',
      },
    ],
    killedBy: { promise: 'otherViolations', says: /something due at/ },
    profile: 'mixed',
  },
];
