// Everything that can be wrong with a post's content for its channel.
import type { Check, Content } from './content.ts';
import { firstCommentChecks } from './first-comment.ts';
import { limitChecks } from './limits.ts';
import type { Channel, Service } from './model.ts';
import { NETWORK_NAMES } from './network-names.ts';
import type { Plan } from './plans.ts';
import { requiredChecks } from './required.ts';

const LINK_ATTACHMENTS: readonly Service[] = ['facebook', 'linkedin', 'threads', 'bluesky'];

function linkChecks({ linkAttachment, assets }: Content, service: Service): Check[] {
  if (!linkAttachment) return [];
  return [
    [!URL.canParse(linkAttachment.url), 'Link attachments require a valid URL.'],
    [assets.length > 0, 'Link attachments cannot be combined with assets.'],
    [!LINK_ATTACHMENTS.includes(service), `${NETWORK_NAMES[service]} posts do not support link attachments.`],
  ];
}

/** What is wrong with the content for this channel; empty when it may be posted. */
export function problems(content: Content, channel: Channel, plan: Plan): string[] {
  const checks: Check[] = [
    ...requiredChecks(content, channel),
    ...limitChecks(content, channel),
    ...linkChecks(content, channel.service),
    ...firstCommentChecks(content, channel.service, plan),
  ];
  return checks.filter(([wrong]) => wrong).map(([, message]) => message);
}
