// What an organization may hold, as Buffer answered for a free and for a paid one.

export type Plan = 'free' | 'essentials' | 'team';

export interface Limits {
  channels: number;
  members: number;
  scheduledPosts: number;
  scheduledThreadsPerChannel: number;
  scheduledStoriesPerChannel: number;
  generateContent: number;
  tags: number;
  ideas: number;
  ideaGroups: number;
  postTemplates: number;
  savedReplies: number;
}

const PAID: Limits = {
  channels: 10,
  members: 0,
  scheduledPosts: 5000,
  scheduledThreadsPerChannel: 2000,
  scheduledStoriesPerChannel: 2000,
  generateContent: 45000,
  tags: 250,
  ideas: 5000,
  ideaGroups: 100,
  postTemplates: 100,
  savedReplies: 250,
};

/** Of the two paid plans one answer was recorded, which does not say of which it is. */
export const PLAN_LIMITS: Record<Plan, Limits> = {
  free: {
    channels: 3,
    members: 0,
    scheduledPosts: 10,
    scheduledThreadsPerChannel: 1,
    scheduledStoriesPerChannel: 2000,
    generateContent: 5000,
    tags: 3,
    ideas: 100,
    ideaGroups: 3,
    postTemplates: 3,
    savedReplies: 1,
  },
  essentials: PAID,
  team: PAID,
};
