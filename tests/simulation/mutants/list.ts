// Every seeded bug: those of the design, and those of the classic API.
import { ACCOUNTS } from './accounts.ts';
import { CLASSIC } from './classic.ts';
import { LOOKING } from './looking.ts';
import type { Mutant } from './mutant.ts';
import { PACING } from './pacing.ts';
import { SENDING } from './sending.ts';

export const MUTANTS: Mutant[] = [...SENDING, ...LOOKING, ...PACING, ...ACCOUNTS, ...CLASSIC];
