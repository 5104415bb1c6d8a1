// Numbers on the command line: a wrong one gets a sentence, never a default in its place.

/** A whole number of nine digits at most. Throws a sentence with the usage, ready to be shown, if it is none. */
export function wholeNumber(
  text: string,
  name: string,
  { usage, least = 0 }: { usage: string; least?: number },
) {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} takes a whole number, not "${text}". ${usage}`);
  if (Number(text) < least) throw new Error(`--${name} has to be ${least} at least. ${usage}`);
  return Number(text);
}

/** Runs a command; what it throws is said in its own words, without a stack, and ends with the code 1. */
export async function saying(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
