// What the page says of the thing that was clicked in it: what `read-clicked.ts` brings back.
import type { CapturedPicture } from './capture.ts';

export interface ClickedReading {
  /** What the link is called; empty for one without words. */
  title: string;
  /** The image, or a video's poster. */
  picture: Omit<CapturedPicture, 'source'> | null;
}
