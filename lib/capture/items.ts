// The context menu: one row per item; adding an item is adding a row.
import type { CaptureKind } from './capture.ts';

export interface MenuItem {
  id: CaptureKind;
  /** Where the browser shows it. */
  contexts: readonly CaptureKind[];
  titleKey: `menu.${CaptureKind}`;
}

export const MENU_ITEMS = [
  { id: 'page', contexts: ['page'], titleKey: 'menu.page' },
  { id: 'selection', contexts: ['selection'], titleKey: 'menu.selection' },
  { id: 'link', contexts: ['link'], titleKey: 'menu.link' },
  { id: 'image', contexts: ['image'], titleKey: 'menu.image' },
  { id: 'video', contexts: ['video'], titleKey: 'menu.video' },
] as const satisfies readonly MenuItem[];
