// The organization's tags. The API neither lists nor makes them: a client learns of those that posts carry.
import type { Tag } from './model.ts';
import type { Limits } from './plans.ts';

export const TAG_IDS = {
  walking: '64f07a900000000000000001',
  reading: '64f07a900000000000000002',
  notebooks: '64f07a900000000000000003',
  longName: '64f07a900000000000000004',
} as const;

/** The seeded tags; the last one has a colour of its own, which no name of the palette fits. */
export function seedTags(): Tag[] {
  return [
    { id: TAG_IDS.walking, name: 'Walking', color: '#9BCF53', colorName: 'green' },
    { id: TAG_IDS.reading, name: 'Reading', color: '#3B82F6', colorName: 'blue' },
    { id: TAG_IDS.notebooks, name: 'Notebooks', color: '#F5A524', colorName: 'orange' },
    { id: TAG_IDS.longName, name: 'Autumn series, second part (drafts)', color: '#7A4B3A', colorName: null },
  ];
}

/** "A Tag is locked after a customer downgrades and has more tags than the free plan limit allows." */
export function isLockedTag(tag: Tag, tags: readonly Tag[], limits: Limits): boolean {
  return tags.indexOf(tag) >= limits.tags;
}

/** The tags with these ids, in the order of the ids. */
export function tagsOf(ids: readonly string[], tags: readonly Tag[]): Tag[] {
  return ids.flatMap((id) => tags.find((tag) => tag.id === id) ?? []);
}
