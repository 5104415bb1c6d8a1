// The rules by which arrivals suffer: which ones, how often, and in what way.
import { createHash } from 'node:crypto';
import { z } from 'zod';

const OAUTH = ['authorize', 'token', 'revocation', 'registration'];
const NULL_BODY = [204, 205, 304];
const WEEK_SECONDS = 7 * 86_400;

function areHeaders(headers: Record<string, string>): boolean {
  try {
    new Headers(headers);
    return true;
  } catch {
    return false;
  }
}

const ruleSchema = z
  .strictObject({
    operation: z.string().min(1),
    nth: z.int().min(1).optional(),
    probability: z.number().min(0).max(1).optional(),
    seed: z.int().optional(),
    times: z.int().min(1).nullish(),
    when: z.enum(['before', 'after', 'late']).default('before'),
    afterSeconds: z.number().min(0).max(WEEK_SECONDS).optional(),
    do: z.enum(['status', 'delay', 'cut', 'hang', 'body']),
    status: z.int().min(200).max(599).optional(),
    seconds: z.number().min(0).max(3600).default(5),
    headers: z
      .record(z.string(), z.string())
      .refine(areHeaders, { error: 'a header has a name or a value that HTTP does not allow' })
      .default({}),
    body: z.string().optional(),
  })
  .refine((rule) => rule.nth === undefined || rule.probability === undefined, {
    message: 'give nth or probability, not both',
  })
  .refine((rule) => rule.seed === undefined || rule.probability !== undefined, {
    message: 'a seed goes with a probability',
  })
  .refine((rule) => (rule.when === 'late') === (rule.afterSeconds !== undefined), {
    message: '"late" and afterSeconds go together',
  })
  .refine((rule) => rule.when !== 'late' || rule.do !== 'delay', {
    message: 'a late commit goes with status, cut, hang or body; a delay answers as if nothing had been',
  })
  .refine((rule) => rule.when !== 'late' || !OAUTH.includes(rule.operation), {
    message: 'only the APIs commit late, not the authorization server',
  })
  .refine((rule) => rule.do !== 'cut' || !NULL_BODY.includes(rule.status ?? 0), {
    message: 'an answer that has no body cannot be cut behind its headers',
  });

export const rulesSchema = z.array(ruleSchema);

export type Rule = z.infer<typeof ruleSchema>;

export interface Faults {
  replace(rules: Rule[]): void;
  rules(): readonly Rule[];
  /** Aborted once the rules of now are replaced by others. */
  replaced(): AbortSignal;
  /**
   * Counts an arrival against every rule that matches it, and answers the first rule it falls under. Rules of
   * late commits do not match an arrival that cannot be late.
   */
  next(operation: string, canBeLate?: boolean): Rule | undefined;
}

interface Counter {
  rule: Rule;
  arrivals: number;
  fired: number;
  /** From 0 to 1, drawn anew at each arrival, so that no rule changes the luck of another. */
  luck: number;
}

/** `times` is 1 unless given; with a probability, or as null, there is no end to it. */
const limitOf = ({ times, probability }: Rule) =>
  times ?? (times === null || probability !== undefined ? Number.POSITIVE_INFINITY : 1);

/** A number from 0 to 1 that is the same for the same seed and arrival. */
function drawn(seed: number, arrival: number): number {
  return createHash('sha256').update(`${seed}:${arrival}`).digest().readUInt32BE() / 2 ** 32;
}

function count(counter: Counter): void {
  const { seed } = counter.rule;
  counter.arrivals += 1;
  counter.luck = seed === undefined ? Math.random() : drawn(seed, counter.arrivals);
}

/** From the nth matching arrival on (the first unless given) or by chance, until `times` are used up. */
function isDue({ rule, arrivals, fired, luck }: Counter): boolean {
  if (fired >= limitOf(rule)) return false;
  if (rule.probability !== undefined) return luck < rule.probability;
  return arrivals >= (rule.nth ?? 1);
}

export function createFaults(): Faults {
  let counters: Counter[] = [];
  let reign = new AbortController();
  return {
    replace(rules) {
      reign.abort();
      reign = new AbortController();
      counters = rules.map((rule) => ({ rule, arrivals: 0, fired: 0, luck: 0 }));
    },
    rules: () => counters.map(({ rule }) => rule),
    replaced: () => reign.signal,
    next(operation, canBeLate = true) {
      const matching = counters.filter(
        ({ rule }) =>
          (rule.operation === '*' || rule.operation === operation) && (canBeLate || rule.when !== 'late'),
      );
      for (const counter of matching) count(counter);
      const due = matching.find(isDue);
      if (due) due.fired += 1;
      return due?.rule;
    },
  };
}

function contentType(body: string): string {
  return /^\s*[[{]/.test(body) ? 'application/json' : 'text/html; charset=utf-8';
}

/** The answer that a rule of kind "status" or "body" puts in place of the real one. */
export function substitute(rule: Rule): Response {
  const status = rule.do === 'body' ? 200 : (rule.status ?? 500);
  const body =
    rule.body ?? (rule.do === 'body' ? '' : `<!doctype html><title>${status}</title><h1>${status}</h1>`);
  const headers = new Headers({ 'content-type': contentType(body) });
  for (const [name, value] of Object.entries(rule.headers)) headers.set(name, value);
  return new Response(NULL_BODY.includes(status) ? null : body, { status, headers });
}
