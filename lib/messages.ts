// What the extension's pages can ask of the background: one line per command.
import * as z from 'zod/mini';
import type { SignInProblem } from './account/errors.ts';
import { newPostSchema } from './buffer/schemas.ts';

const submissionSchema = z.strictObject({
  id: z.uuid(),
  groupId: z.uuid(),
  accountId: z.string(),
  post: newPostSchema,
});

const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello') }),
  // The sign-in window closes the popup; `reopen` brings the composer back after it.
  z.strictObject({ type: z.literal('connect'), reopen: z.boolean() }),
  z.strictObject({ type: z.literal('use-api-key'), key: z.string().check(z.maxLength(500)) }),
  // An app of the classic API, or a token of it; the page has asked for its host.
  z.strictObject({
    type: z.literal('connect-classic'),
    clientId: z.string().check(z.maxLength(200)),
    clientSecret: z.string().check(z.maxLength(500)),
  }),
  z.strictObject({ type: z.literal('use-classic-token'), token: z.string().check(z.maxLength(500)) }),
  z.strictObject({ type: z.literal('sign-out') }),
  z.strictObject({
    type: z.literal('accept'),
    submissions: z.array(submissionSchema).check(z.minLength(1), z.maxLength(100)),
  }),
  z.strictObject({
    type: z.literal('undo'),
    ids: z.array(z.string()).check(z.minLength(1), z.maxLength(100)),
  }),
  z.strictObject({
    type: z.literal('resolve'),
    id: z.string(),
    choice: z.enum(['there', 'again', 'discard']),
  }),
  // Takes an entry back and answers under which key its draft is kept now.
  z.strictObject({ type: z.literal('edit'), id: z.string() }),
  // Opens the composer with a draft that is kept already.
  z.strictObject({ type: z.literal('compose'), draftKey: z.string().check(z.maxLength(100)) }),
  // Answers how often the address was shared through Buffer, where that is known.
  z.strictObject({ type: z.literal('count-shares'), url: z.string().check(z.maxLength(2048)) }),
  z.strictObject({ type: z.literal('discard-unreadable'), id: z.string() }),
  z.strictObject({ type: z.literal('dismiss-lost') }),
]);

export type Command = z.infer<typeof commandSchema>;

/** Why posts were not taken in. */
export type AcceptProblem = 'too-many' | 'too-long' | 'disk-full' | 'failed';

export type Reply =
  /** `draftKey` answers `edit`, `count` answers `count-shares`. */
  | { ok: true; draftKey?: string; count?: number }
  | { ok: false; problem: SignInProblem | AcceptProblem | 'invalid' | 'not-undone' | 'too-late' };

/** The command, or null when the message is none of ours. */
export function parseCommand(message: unknown): Command | null {
  const result = commandSchema.safeParse(message);
  return result.success ? result.data : null;
}
