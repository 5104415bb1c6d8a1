// Bugs of the send step: what is written when, and what an answer is taken for.
import type { Mutant } from './mutant.ts';

const SEND = 'lib/outbox/send.ts';
const CLASSIFY = 'lib/outbox/classify.ts';
const DOUBLED = { promise: 'doubled', says: /committed \d+ times/ } as const;
const NOT_THERE = { promise: 'lost', says: /\d+ confirmed, \d+ in Buffer/ } as const;
const FALSE_REFUSAL = { promise: 'otherViolations', says: /is said to be refused/ } as const;

/** Takes a failed call for a success without a name. */
function blindSuccess(kind: string) {
  return {
    file: SEND,
    find: '    const now = ports.now();\n    return classify(toFailure(error)',
    replace: `    const now = ports.now();
    if (toFailure(error).kind === '${kind}')
      return { type: 'confirmed', remoteId: \`blind-\${entry.id}\`, dueAt: null };
    return classify(toFailure(error)`,
  };
}

export const SENDING: Mutant[] = [
  {
    name: 'no write-ahead',
    patches: [
      {
        file: SEND,
        find: '  const attempt = await beginAttempt(workshop, entry);\n',
        replace: `  const attempt: Attempt = {
    entryId: entry.id, n: entry.attempts + 1, sentAt: ports.now(), offset: 0, outcome: null,
  };
`,
      },
      {
        file: 'lib/outbox/advance.ts',
        find: 'function fromWaiting(entry: Entry, event: Event, now: number): Entry {\n',
        replace: `function fromWaiting(entry: Entry, event: Event, now: number): Entry {
  if (['confirmed', 'refused', 'duplicate', 'dropped'].includes(event.type))
    return fromSending({ ...entry, state: 'sending', attempts: entry.attempts + 1 }, event, now);
`,
      },
    ],
    killedBy: DOUBLED,
    profile: 'mixed',
  },
  {
    name: 'write-ahead after the call',
    patches: [
      {
        file: SEND,
        find: `  const attempt = await beginAttempt(workshop, entry);
  if (!attempt) return;
  const outcome = await callCreate(ports, entry, line);
`,
        replace: `  const outcome = await callCreate(ports, entry, line);
  const attempt = await beginAttempt(workshop, entry);
  if (!attempt) return;
`,
      },
    ],
    killedBy: DOUBLED,
    profile: 'mixed',
  },
  {
    name: 'outcome in two transactions',
    patches: [
      {
        file: 'lib/outbox/journal.ts',
        find: 'return changed ? { entry: after, ...note?.(after) } : null;\n      });\n',
        replace: `const isOutcome = event.type !== 'send-started';
        return changed ? { entry: isOutcome ? before : after, ...note?.(after) } : null;
      });
      if (changed && event.type !== 'send-started')
        await store.change(id, (before) => ({ entry: advance(before, event, now()) }));
`,
      },
    ],
    killedBy: DOUBLED,
    profile: 'mixed',
  },
  {
    name: '5xx = failed',
    patches: [{ file: CLASSIFY, find: "server: 'unknown'", replace: "server: 'invalid'" }],
    killedBy: FALSE_REFUSAL,
    profile: 'mixed',
  },
  {
    name: 'timeout = failed',
    patches: [
      {
        file: 'lib/buffer/http.ts',
        find: "throw new BufferError({ kind: 'unreachable', message }, { cause: error });",
        replace: `const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    throw new BufferError({ kind: isLate ? 'invalid' : 'unreachable', message }, { cause: error });`,
      },
    ],
    killedBy: FALSE_REFUSAL,
    profile: 'mixed',
  },
  {
    name: 'unreadable 2xx = failed',
    patches: [{ file: CLASSIFY, find: "unreadable: 'unknown'", replace: "unreadable: 'invalid'" }],
    killedBy: FALSE_REFUSAL,
    profile: 'mixed',
  },
  {
    name: 'unreadable 2xx = confirmed',
    patches: [blindSuccess('unreadable')],
    killedBy: NOT_THERE,
    profile: 'mixed',
  },
  {
    name: '1025 = success blindly',
    patches: [blindSuccess('duplicate')],
    killedBy: NOT_THERE,
    profile: 'mixed',
    needs: 'equal posts refused',
  },
  {
    name: '1025 = failure',
    patches: [
      { file: CLASSIFY, find: "1025: 'duplicate'", replace: "1025: 'invalid'" },
      { file: CLASSIFY, find: "duplicate: 'duplicate'", replace: "duplicate: 'invalid'" },
    ],
    killedBy: FALSE_REFUSAL,
    profile: 'mixed',
    needs: 'equal posts refused',
  },
  {
    name: 'HTTP client retries writes',
    patches: [
      {
        file: 'lib/buffer/http.ts',
        find: '  retry: 0,\n',
        replace: "  retry: { limit: 2, methods: ['post'], delay: () => 1000 },\n",
      },
    ],
    killedBy: DOUBLED,
    profile: 'mixed',
  },
];
