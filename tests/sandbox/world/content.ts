// What a post says, apart from when and where.
import type { Post } from './model.ts';

export type Content = Pick<Post, 'text' | 'assets' | 'linkAttachment' | 'details' | 'retweet'>;

/** Whether something is wrong, and the words for it. */
export type Check = [wrong: boolean, message: string];

/** Whether there is nothing at all to post. */
export function isEmpty(content: Content): boolean {
  return (
    content.text.trim() === '' &&
    content.assets.length === 0 &&
    content.linkAttachment === null &&
    content.retweet === null
  );
}

/** How many files of these kinds the post carries. */
export function assetCount({ assets }: Content, ...types: string[]): number {
  return assets.filter((asset) => types.includes(asset.type)).length;
}
