import type { Desk } from './checks.ts';
import type { Idea } from './model.ts';
import { PLAN_LIMITS } from './plans.ts';
import { done, type Result, refuse } from './refusal.ts';

export type NewIdea = Pick<Idea, 'title' | 'text' | 'services' | 'date' | 'aiAssisted'>;

/** Keeps an idea under the given id. */
export function saveIdea(
  idea: NewIdea,
  ids: { id: string; organizationId: string },
  { data, plan, now }: Desk,
): Result<Idea> {
  if (!idea.title && !idea.text) return refuse('invalid', 'Idea content is required');
  if (data.ideas.length >= PLAN_LIMITS[plan].ideas) {
    return refuse('limit', 'Limit reached: Ideas limit reached');
  }
  const saved = { ...idea, ...ids, createdAt: now };
  data.ideas.push(saved);
  return done(saved);
}
