// What the extension's pages can ask of the background: one line per command.
import * as z from 'zod/mini';
import type { SignInProblem } from './account/errors.ts';
import type { ErrorKind } from './buffer/errors.ts';
import type { Quota } from './buffer/quota.ts';
import { newPostSchema, scheduleDaySchema } from './buffer/schemas.ts';
import type { Repeat } from './duplicates/repeats.ts';

const id = () => z.string().check(z.minLength(1), z.maxLength(100));
const event = () => z.string().check(z.maxLength(50));
const words = () => z.string().check(z.maxLength(100_000));
const secret = () => z.string().check(z.maxLength(500));

const submission = () =>
  z.strictObject({ id: z.uuid(), groupId: z.uuid(), accountId: z.string(), post: newPostSchema });

const outgoing = () =>
  z.strictObject({ channelId: z.nullable(id()), text: words(), link: z.nullable(words()) });

const scheduleDay = () =>
  z.extend(scheduleDaySchema, {
    day: z.string().check(z.maxLength(20)),
    times: z.array(z.string().check(z.regex(/^\d\d:\d\d$/))).check(z.maxLength(300)),
  });

/** What comes with each command. Its check is made when the first of its kind comes: most never do. */
const COMMANDS = {
  hello: () => ({}),
  // Brings what another build has stored into the shapes of this one.
  adopt: () => ({}),
  // The sign-in window closes the popup; `reopen` brings the composer back after it.
  connect: () => ({ reopen: z.boolean() }),
  'use-api-key': () => ({ key: secret() }),
  // An app of the classic API, or a token of it; the page has asked for its host.
  'connect-classic': () => ({ clientId: z.string().check(z.maxLength(200)), clientSecret: secret() }),
  'use-classic-token': () => ({ token: secret() }),
  'sign-out': () => ({}),
  accept: () => ({ submissions: z.array(submission()).check(z.minLength(1), z.maxLength(100)) }),
  undo: () => ({ ids: z.array(z.string()).check(z.minLength(1), z.maxLength(100)) }),
  resolve: () => ({ id: z.string(), choice: z.enum(['there', 'again', 'discard']) }),
  // Takes an entry back and answers under which key its draft is kept now.
  edit: () => ({ id: z.string() }),
  // Opens the composer with a draft that is kept already.
  compose: () => ({ draftKey: words() }),
  // Answers how often the address was shared through Buffer, where that is known.
  'count-shares': () => ({ url: z.string().check(z.maxLength(2048)) }),
  // Answers which known posts a draft would repeat; its posts have no channel while none is chosen.
  'find-repeats': () => ({ posts: z.array(outgoing()).check(z.maxLength(100)) }),
  'discard-unreadable': () => ({ id: z.string() }),
  'dismiss-lost': () => ({}),
  // Lists of Buffer's own, of one channel or of all; `more` goes on where the known list ends.
  'read-posts': () => ({ view: z.enum(['queue', 'sent']), channelId: z.nullable(id()), more: z.boolean() }),
  // Reads a post afresh, to be edited; answers its words.
  'open-post': () => ({ id: id() }),
  'edit-post': () => ({ id: id(), text: words() }),
  'share-post': () => ({ id: id() }),
  'move-post': () => ({ id: id() }),
  'delete-post': () => ({ id: id() }),
  reorder: () => ({ channelId: id(), ids: z.array(id()).check(z.minLength(1), z.maxLength(300)) }),
  shuffle: () => ({ channelId: id() }),
  'read-channel': () => ({ channelId: id() }),
  'set-schedule': () => ({
    channelId: id(),
    schedule: z.array(scheduleDay()).check(z.minLength(1), z.maxLength(7)),
  }),
  // Answers how many calls of its API Buffer still takes.
  'read-quota': () => ({}),
  'read-interactions': () => ({ postId: id(), event: event() }),
  // An answer among the interactions of this event.
  reply: () => ({ postId: id(), event: event(), text: words().check(z.minLength(1)) }),
} as const;

type Commands = typeof COMMANDS;
type Type = keyof Commands;

/** What comes beside the type; with nothing beside it, nothing more is said of it. */
type Body<Shape extends z.core.$ZodShape> = [keyof Shape] extends [never]
  ? unknown
  : z.infer<z.ZodMiniObject<Shape, z.core.$strict>>;

export type Command = { [T in Type]: { type: T } & Body<ReturnType<Commands[T]>> }[Type];

/** Why posts were not taken in. */
export type AcceptProblem = 'too-many' | 'too-long' | 'disk-full' | 'failed';

/** Why something about Buffer's posts was not done, or (`unclear`) cannot be told to be done. */
export type PostProblem = ErrorKind | 'signed-out' | 'unclear' | 'too-late' | 'not-undone' | 'failed';

export type Reply =
  /** Each of them answers one command: `edit`, `count-shares`, `open-post`, `find-repeats`, `read-quota`. */
  | { ok: true; draftKey?: string; count?: number; text?: string; repeats?: Repeat[]; quota?: Quota }
  | {
      ok: false;
      problem: SignInProblem | AcceptProblem | PostProblem;
      /** Buffer's own words, where it has some. */
      message?: string;
      /** For `rate-limited`: when a call makes sense again (ms since the epoch). */
      until?: number;
    };

const made = new Map<Type, z.ZodMiniType>();

function schemaOf(type: Type): z.ZodMiniType {
  const schema = made.get(type) ?? z.strictObject({ type: z.literal(type), ...COMMANDS[type]() });
  made.set(type, schema);
  return schema;
}

/** The command, or null when the message is none of ours. */
export function parseCommand(message: unknown): Command | null {
  const type = typeof message === 'object' && message !== null && 'type' in message ? message.type : null;
  if (typeof type !== 'string' || !Object.hasOwn(COMMANDS, type)) return null;
  const result = schemaOf(type as Type).safeParse(message);
  return result.success ? (result.data as Command) : null;
}
