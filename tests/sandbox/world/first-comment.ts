// The first comment under a post: where there is one, how long it may be, and for whom.
import type { Check, Content } from './content.ts';
import type { Service } from './model.ts';
import { NETWORK_NAMES } from './network-names.ts';
import type { Plan } from './plans.ts';

/** Characters, by the guide (https://developers.buffer.com/guides/character-limits.md). */
const LIMITS: Partial<Record<Service, number>> = { facebook: 5000, instagram: 2200, linkedin: 1250 };

// Both were recorded: the network's name for LinkedIn, none for the others.
function unpaidWords(service: Service): string {
  const start = service === 'linkedin' ? 'LinkedIn first comment' : 'First comment';
  return `${start} requires a paid plan. Please upgrade to use this feature.`;
}

export function firstCommentChecks({ details }: Content, service: Service, plan: Plan): Check[] {
  const limit = LIMITS[service];
  const { firstComment } = details;
  if (limit === undefined || !firstComment) return [];
  return [
    [plan === 'free', unpaidWords(service)],
    [
      firstComment.length > limit,
      `${NETWORK_NAMES[service]} first comment cannot exceed ${limit} characters.`,
    ],
  ];
}
