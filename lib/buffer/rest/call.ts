// One call of the classic API: either its answer in the shape it should have, or a BufferError.
import type * as z from 'zod/mini';
import type { Fields, Http, JsonAnswer } from '../http.ts';
import type { Post } from '../types.ts';
import { errorOf, refused, unreadable } from './errors.ts';
import { toPost } from './map.ts';
import { envelopeSchema, idOf, type UpdateRow } from './schemas.ts';

/** What came, in its shape, and the answer that it came with. */
export interface Told<T> {
  data: T;
  answer: JsonAnswer;
}

/** Where a thing has its address: `addressOf('updates', id, 'share')` is `/1/updates/:id/share.json`. */
export function addressOf(...parts: string[]): string {
  // An id comes from storage or from an answer; a dot in it could lead to another address.
  if (!parts.every((part) => /^[\w/-]+$/.test(part))) throw refused('not an id of Buffer');
  return `/1/${parts.join('/')}.json`;
}

/** Reads. */
export async function ask<T>(
  http: Http,
  { path, query = [] }: { path: string; query?: Fields },
  schema: z.ZodMiniType<T>,
): Promise<T> {
  return read(await http.get(path, query), schema, false).data;
}

/** Writes, and answers what came if it says that it was done. */
export async function tell<T>(
  http: Http,
  { path, fields = [] }: { path: string; fields?: Fields },
  schema: z.ZodMiniType<T>,
): Promise<Told<T>> {
  return read(await http.form(path, fields), schema, true);
}

function read<T>(answer: JsonAnswer, schema: z.ZodMiniType<T>, commits: boolean): Told<T> {
  const error = errorOf(answer, envelopeSchema.safeParse(answer.body).data ?? null, commits);
  if (error) throw error;
  const parsed = schema.safeParse(answer.body);
  if (!parsed.success) throw unreadable('not the answer to what was asked', answer);
  return { data: parsed.data, answer };
}

/** The post of a row, proved to be the one that was asked for. */
export function proved(answer: JsonAnswer, row: UpdateRow, id: string): Post {
  if (idOf(row) !== id) throw unreadable('a success for another post', answer);
  return toPost(row);
}

/**
 * What follows on a write that was carried out. Should it fail, so that it is not known what Buffer now has, the
 * failure must not look like one of the write: not as unsent, and not as refused.
 */
export async function afterwards<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : 'no answer');
  }
}
