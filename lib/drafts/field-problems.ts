// What is missing or wrong in the fields of one channel, and in the first comment that goes under its post.
import { safeUrl } from '../buffer/safe-url.ts';
import type { Channel } from '../buffer/types.ts';
import { firstCommentLimit, hasAddress } from '../networks/fields.ts';
import type { Draft } from './draft.ts';
import { type FieldValues, type FilledField, fieldsFor, valuesFor } from './fields.ts';
import { hasComment, zoned } from './options.ts';
import type { Problem, ProblemKind } from './problem.ts';

/** All of them block: Buffer or the network would refuse the post. `now` in milliseconds. */
export function fieldProblems(draft: Draft, channel: Channel, now: number): Problem[] {
  const block = (kind: ProblemKind, more: Partial<Problem>): Problem => ({
    ...{ kind, blocking: true, channelId: channel.id },
    ...more,
  });
  const filled = fieldsFor(draft, channel);
  const values = valuesFor(draft, channel);
  const found = filled.flatMap((one): Problem[] => {
    const { id: field, limit = Number.POSITIVE_INFINITY, without = '' } = one.field;
    if (isMissing(one, channel)) return [block('needs-field', { field })];
    if ([...without].some((sign) => one.value.includes(sign))) return [block('wrong-sign', { field })];
    const over = one.value.length - limit;
    return over > 0 ? [block('long-field', { field, over })] : [];
  });
  const order = orderProblem(values, channel, now);
  if (order) found.push(block(order, { field: 'end' }));
  // Google, not Buffer's documents: every button but that for calls needs an address.
  if (hasAddress(values.button) && !safeUrl(draft.link)) found.push(block('needs-link', { field: 'button' }));
  const over = draft.firstComment.trim().length - (firstCommentLimit(channel.network) ?? 0);
  if (hasComment(draft, channel) && over > 0) found.push(block('long-comment', { over }));
  return found;
}

/** That a channel has no board at all is not the field's to say. */
function isMissing({ field: { kind, isRequired }, value }: FilledField, { timezone }: Channel): boolean {
  if (!isRequired || kind === 'board') return false;
  return kind === 'moment' ? zoned(value, timezone) === null : !value.trim();
}

/** Google takes nothing that ends before it begins, or that is over already. */
function orderProblem({ start, end }: FieldValues, { timezone }: Channel, now: number): ProblemKind | null {
  const momentOf = (value = '') => Date.parse(zoned(value, timezone) ?? '');
  const to = momentOf(end);
  if (to < momentOf(start)) return 'end-before-start';
  // Of a day it is the noon that is known: it lasts twelve hours longer.
  const lasts = end?.length === 10 ? 12 * 3_600_000 : 0;
  return to + lasts <= now ? 'past-end' : null;
}
