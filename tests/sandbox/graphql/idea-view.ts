// An idea in the words of the schema; its times are whole seconds.
import type { Idea } from '../world/model.ts';

export function ideaView(idea: Idea) {
  const { id, organizationId, title, text, services, date, aiAssisted } = idea;
  const seconds = Math.floor(idea.createdAt / 1000);
  return {
    __typename: 'Idea',
    id,
    organizationId,
    groupId: null,
    position: null,
    content: { title, text, services, date, aiAssisted, media: [], tags: [] },
    createdAt: seconds,
    updatedAt: seconds,
  };
}
