// One operation over HTTP: either its data in the shape it should have, or a BufferError.
import type * as z from 'zod/mini';
import type { Http, JsonAnswer } from '../http.ts';
import { errorOfAnswer, errorOfPayload, unreadable } from './errors.ts';
import { answerSchema, mutationSchema, type PostRow, postRowSchema } from './schemas.ts';

/** An operation's text and the one input that all of them take; `paging` is for lists. */
export interface Request {
  query: string;
  input?: Record<string, unknown>;
  paging?: { first: number; after: string | null };
}

/** What a mutation needs to be believed: its field, the type of its success, and what the post must be. */
export interface PostMutation extends Request {
  field: string;
  /** Which post or channel was asked for; another one in the answer makes it unreadable. */
  expect: { id: string } | { channelId: string };
}

async function exchange(http: Http, { query, input, paging }: Request) {
  const answer = await http.post('/', { query, variables: { ...(input && { input }), ...paging } });
  const parsed = answerSchema.safeParse(answer.body);
  const ok = answer.status >= 200 && answer.status < 300;
  const errors = parsed.data?.errors ?? [];
  if (!ok) throw errorOfAnswer(answer, errors);
  if (!parsed.success) throw unreadable(answer, 'not an answer of the GraphQL API');
  return { answer, errors, data: parsed.data.data ?? null };
}

/** Asks for data. An answer with `errors` fails even if some data came: a list is whole or it is nothing. */
export async function ask<T>(http: Http, request: Request, schema: z.ZodMiniType<T>): Promise<T> {
  const { answer, errors, data } = await exchange(http, request);
  if (errors.length > 0) throw errorOfAnswer(answer, errors);
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw unreadable(answer, 'not the data that was asked for');
  return parsed.data;
}

/** Runs a mutation and answers the payload of its success; `errors` beside it do not undo what was done. */
async function mutate(http: Http, request: Request & { field: string; success: string }) {
  const { answer, errors, data } = await exchange(http, request);
  const payload = mutationSchema.safeParse(data).data?.[request.field];
  // What failed beneath the mutation's own field failed after it ran, and took the outcome with it.
  const ran = errors.some(({ path }) => (path?.length ?? 0) > 1);
  if (!payload && errors.length > 0 && !ran) throw errorOfAnswer(answer, errors);
  if (!payload) throw unreadable(answer, 'no outcome');
  if (payload.__typename !== request.success) throw errorOfPayload(answer, payload);
  return { answer, payload };
}

/** Runs a mutation that answers with a post, and proves that it is the post that was asked for. */
export async function mutatePost(http: Http, request: PostMutation): Promise<PostRow> {
  const { answer, payload } = await mutate(http, { ...request, success: 'PostActionSuccess' });
  const parsed = postRowSchema.safeParse(payload.post);
  if (!parsed.success) throw unreadable(answer, 'a success without a readable post');
  proveExpected(answer, parsed.data, request.expect);
  return parsed.data;
}

function proveExpected(answer: JsonAnswer, row: PostRow, expect: PostMutation['expect']): void {
  const same = 'id' in expect ? row.id === expect.id : row.channelId === expect.channelId;
  if (!same) throw unreadable(answer, 'a success for another post or channel');
}

/** Deletes a post. Rejects when it is not gone afterwards, as far as the answer tells. */
export async function mutateDelete(http: Http, request: Request, id: string): Promise<void> {
  const { answer, payload } = await mutate(http, {
    ...request,
    field: 'deletePost',
    success: 'DeletePostSuccess',
  });
  // Some recorded answers hold no id; one of another post is no proof.
  if (payload.id != null && payload.id !== id) throw unreadable(answer, 'another post was deleted');
}
