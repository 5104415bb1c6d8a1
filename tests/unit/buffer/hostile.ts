// Answers that are broken in any one place.
import fc from 'fast-check';
import { BufferError } from '../../../lib/buffer/errors.ts';

type Json = Record<string, unknown>;

/** The answer with one place of it, chosen by number, replaced or removed. */
export function mutated(answer: unknown, place: number, value: unknown): unknown {
  const copy = structuredClone(answer);
  const places: [Json, string][] = [];
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Json, key]);
      walk((node as Json)[key]);
    }
  };
  walk(copy);
  const [node, key] = places[place % places.length] ?? [{}, ''];
  if (value === undefined) delete node[key];
  else node[key] = value;
  return copy;
}

export const junk = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<unknown>(null, '', 0, -1, true, [], {}, 'javascript:alert(1)', '__proto__', 'NaN'),
  fc.jsonValue(),
);

/** What a call gives, or the failure that it rejects with; any other error fails the test. */
export async function outcome(call: Promise<unknown>): Promise<unknown> {
  return call.catch((error: unknown) => {
    if (!(error instanceof BufferError)) throw error;
    return error.failure;
  });
}
