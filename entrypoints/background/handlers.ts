// What answers the commands of the pages: one handler for each.
import type { Command, Reply } from '@/lib/messages.ts';

export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Handlers = { [Type in Command['type']]: (command: CommandOf<Type>) => Promise<Reply> };

export const OK: Reply = { ok: true };
