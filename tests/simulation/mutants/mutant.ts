// A mutant: production code with one seeded bug, and the broken promise by which a simulation has to notice it.
import type { Promised } from '../judge.ts';
import type { ProfileName } from '../profiles.ts';

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
  /** In which worlds to look for it, most likely first. */
  profiles: ProfileName[];
}

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
