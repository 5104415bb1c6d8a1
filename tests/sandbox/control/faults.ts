// The rules by which arrivals suffer: which ones, how often, and in what way.
import { z } from 'zod';

const ruleSchema = z
  .strictObject({
    operation: z.string().min(1),
    nth: z.int().min(1).optional(),
    probability: z.number().min(0).max(1).optional(),
    times: z.int().min(1).nullish(),
    when: z.enum(['before', 'after']).default('before'),
    do: z.enum(['status', 'delay', 'cut', 'hang', 'body']),
    status: z.int().min(200).max(599).optional(),
    seconds: z.number().min(0).max(3600).default(5),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.string().optional(),
  })
  .refine((rule) => rule.nth === undefined || rule.probability === undefined, {
    message: 'give nth or probability, not both',
  });

export const rulesSchema = z.array(ruleSchema);

export type Rule = z.infer<typeof ruleSchema>;

export interface Faults {
  replace(rules: Rule[]): void;
  rules(): readonly Rule[];
  /** Counts an arrival against every rule that matches it, and answers the first rule it falls under. */
  next(operation: string): Rule | undefined;
}

interface Counter {
  rule: Rule;
  arrivals: number;
  fired: number;
}

/** `times` is 1 unless given; with a probability, or as null, there is no end to it. */
const limitOf = ({ times, probability }: Rule) =>
  times ?? (times === null || probability !== undefined ? Number.POSITIVE_INFINITY : 1);

/** From the nth matching arrival on (the first unless given) or by chance, until `times` are used up. */
function isDue({ rule, arrivals, fired }: Counter): boolean {
  if (fired >= limitOf(rule)) return false;
  if (rule.probability !== undefined) return Math.random() < rule.probability;
  return arrivals >= (rule.nth ?? 1);
}

export function createFaults(): Faults {
  let counters: Counter[] = [];
  return {
    replace(rules) {
      counters = rules.map((rule) => ({ rule, arrivals: 0, fired: 0 }));
    },
    rules: () => counters.map(({ rule }) => rule),
    next(operation) {
      const matching = counters.filter(({ rule }) => rule.operation === '*' || rule.operation === operation);
      for (const counter of matching) counter.arrivals += 1;
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
  return new Response(status === 204 || status === 304 ? null : body, { status, headers });
}
