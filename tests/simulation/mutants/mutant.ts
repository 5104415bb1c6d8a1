// A mutant: production code with one seeded bug, and the broken promise by which a simulation has to notice it.
import type { Promised } from '../judge.ts';
import type { ProfileName, Setup } from '../setup.ts';

/** One exact text of one file of the product, and what stands there instead; it has to be there exactly once. */
export interface Patch {
  file: string;
  find: string;
  replace: string;
}

export interface Mutant {
  /** As the design names the bug. */
  name: string;
  patches: Patch[];
  /** The violation that is this bug's own doing; a schedule in which only others are found is no kill. */
  killedBy: { promise: Promised; says: RegExp };
  /** In which worlds to look for it. */
  profile: ProfileName;
  /** What a world of the profile must have for the bug to show; any will do unless told. */
  needs?: keyof typeof NEEDS;
}

/** Properties of worlds that bugs need. */
export const NEEDS = {
  'tokens that die': ({ tokenLife }: Setup) => tokenLife !== null,
  'equal posts refused': ({ habits }: Setup) => habits.refusesDuplicates,
  'people who take back': ({ acts }: Setup) => acts.undos > 0,
  'the classic API': ({ api }: Setup) => api === 'rest',
  'posts published between two reads': ({ api, classic }: Setup) => api === 'rest' && classic.publishes > 0,
  'a move': ({ api, classic }: Setup) => api === 'rest' && classic.moves.length > 0,
  'others who edit': ({ outsideEdits, acts }: Setup) => outsideEdits && acts.outside > 0,
};

/** A source with a mutant's patches of that file; throws if one does not apply exactly once. */
export function patched(source: string, file: string, mutant: Mutant): string {
  return mutant.patches
    .filter((patch) => patch.file === file)
    .reduce((text, { find, replace }) => {
      const count = text.split(find).length - 1;
      if (count !== 1) throw new Error(`"${mutant.name}": ${count} places in ${file} read: ${find}`);
      return text.replace(find, () => replace);
    }, source);
}
