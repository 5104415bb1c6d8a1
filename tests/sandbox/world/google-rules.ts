// What a Google Business post of each type wants: titles and dates as the reference has it, the button's link as Google does.
import type { Check } from './content.ts';
import { type Details, type GoogleDetails, googleKey } from './details.ts';

/** Buttons that lead nowhere but to the business itself. */
const WITHOUT_LINK: readonly string[] = ['none', 'call'];

function dated(given: GoogleDetails, kind: string): Check[] {
  const { title, startDate, endDate } = given;
  return [
    [!title?.trim(), `Google Business ${kind} posts require a title.`],
    [startDate === undefined, `Google Business ${kind} posts require a start date.`],
    [endDate === undefined, `Google Business ${kind} posts require an end date.`],
    [
      startDate !== undefined && endDate !== undefined && endDate < startDate,
      `Google Business ${kind} posts require an end date after the start date.`,
    ],
  ];
}

export function googleChecks(details: Details): Check[] {
  const { type = '' } = details;
  const key = googleKey(type);
  if (!key) return [[true, 'Google Business posts require a type (whats_new, offer, or event).']];
  const given = details[key] ?? {};
  const { button = 'none', link } = given;
  return [
    ...(type === 'whats_new' ? [] : dated(given, type)),
    [!WITHOUT_LINK.includes(button) && !link, 'Google Business posts require a link for the button.'],
  ];
}
