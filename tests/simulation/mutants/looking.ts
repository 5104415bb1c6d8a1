// Bugs of the looks: when they are, and what they take for the entry's own post.
import type { Mutant } from './mutant.ts';

const LOOK = 'lib/outbox/look.ts';
const DOUBLED = { promise: 'doubled', says: /committed \d+ times/ } as const;

export const LOOKING: Mutant[] = [
  {
    name: 'exact text match',
    patches: [
      {
        file: 'lib/outbox/text.ts',
        find: '  return { skeleton, links };\n',
        replace: '  return { skeleton: text, links: [] };\n',
      },
    ],
    killedBy: DOUBLED,
    profile: 'mixed',
  },
  {
    name: 'match ignores the channel',
    patches: [
      {
        file: 'lib/outbox/match.ts',
        find: `    post.channelId === entry.post.channel.id &&
    post.createdAt >= window.possible &&`,
        replace: '    post.createdAt >= window.possible &&',
      },
    ],
    killedBy: { promise: 'otherViolations', says: /of another channel or account/ },
    profile: 'mixed',
  },
  {
    name: 'no claims',
    patches: [
      {
        file: 'lib/outbox/send.ts',
        find: '{ attempt: ended, claim: { accountId, remoteId: outcome.remoteId, entryId: id } }',
        replace: '{ attempt: ended }',
      },
      { file: LOOK, find: '() => ({ claim }));', replace: '() => ({}));' },
    ],
    killedBy: { promise: 'lost', says: /confirmed by the one post/ },
    profile: 'mixed',
  },
  {
    name: 'clock skew ignored',
    patches: [
      {
        file: 'lib/outbox/send.ts',
        find: 'const offset = await clock.offset();',
        replace: 'const offset = 0;',
      },
      { file: LOOK, find: 'const before = await clock.offset();', replace: 'const before = 0;' },
      { file: LOOK, find: 'const offset = await clock.offset();', replace: 'const offset = 0;' },
    ],
    killedBy: DOUBLED,
    profile: 'mixed',
  },
  {
    name: 'one look at 0 s',
    patches: [
      {
        file: 'lib/outbox/advance.ts',
        find: 'const LOOK_GAPS = [5_000, 55_000, 120_000];',
        replace: 'const LOOK_GAPS = [0];',
      },
    ],
    killedBy: DOUBLED,
    profile: 'mixed',
  },
  {
    name: 'near match resends',
    patches: [
      {
        file: LOOK,
        find: "verdict.kind === 'near' ? near(verdict.post) : { type: 'look-clean', resendAt }",
        replace: "{ type: 'look-clean', resendAt }",
      },
    ],
    killedBy: DOUBLED,
    profile: 'mixed',
  },
  {
    name: 'cancel while checking deletes the record',
    patches: [
      {
        file: 'lib/outbox/advance.ts',
        find: 'function fromChecking(entry: Entry, event: Event, now: number): Entry {\n',
        replace: `function fromChecking(entry: Entry, event: Event, now: number): Entry {
  if (event.type === 'cancel') return cancelled(entry, now);
`,
      },
    ],
    killedBy: { promise: 'otherViolations', says: /is said to be cancelled/ },
    profile: 'mixed',
    needs: 'people who take back',
  },
];
