// Every seeded bug of the design.
import { ACCOUNTS } from './accounts.ts';
import { LOOKING } from './looking.ts';
import type { Mutant } from './mutant.ts';
import { PACING } from './pacing.ts';
import { SENDING } from './sending.ts';

export const MUTANTS: Mutant[] = [...SENDING, ...LOOKING, ...PACING, ...ACCOUNTS];
