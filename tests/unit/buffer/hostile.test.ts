// Answers that are broken in any place: always a typed outcome, and never a post that was not proved.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BufferError } from '../../../lib/buffer/errors.ts';
import { created, NEW_POST, postNode, scripted } from './scripted.ts';

type Json = Record<string, unknown>;

/** The answer with one place of it, chosen by number, replaced or removed. */
function mutated(answer: unknown, place: number, value: unknown): unknown {
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

const junk = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<unknown>(null, '', 0, -1, true, [], {}, 'javascript:alert(1)', '__proto__', 'NaN'),
  fc.jsonValue(),
);

async function outcome(call: Promise<unknown>): Promise<unknown> {
  return call.catch((error: unknown) => {
    if (!(error instanceof BufferError)) throw error;
    return error.failure;
  });
}

test('a create is confirmed only by its own channel and an id', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(60), junk, async (place, value) => {
      const { backend } = scripted({ body: mutated(created(), place, value) });
      const result = await outcome(backend.create(NEW_POST));
      if (typeof result === 'object' && result !== null && 'kind' in result) return;
      expect(result).toMatchObject({ channelId: 'channel-1', id: expect.stringMatching(/./) });
    }),
    { numRuns: 500 },
  );
});

test('a list is read or it fails', async () => {
  const posts = { edges: [{ node: postNode() }], pageInfo: { hasNextPage: false, endCursor: null } };
  await fc.assert(
    fc.asyncProperty(fc.nat(60), junk, async (place, value) => {
      const { backend } = scripted({ body: mutated({ data: { posts } }, place, value), headers: {} });
      await outcome(backend.queue({ channels: [NEW_POST.channel] }));
    }),
    { numRuns: 300 },
  );
});
