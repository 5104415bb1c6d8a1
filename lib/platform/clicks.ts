// What was clicked in the context menu, read in the frame of the click. Loaded only when there was a click.

import type { Capture } from '../capture/capture.ts';
import { captureClick } from '../capture/click.ts';
import { readClicked } from '../capture/read-clicked.ts';
import { inject, isTrouble } from './inject.ts';
import type { ClickHandoff } from './schemas.ts';
import { type LinkQuote, type Look, lookAt, OPTIONS } from './tabs.ts';

/** What was clicked, with what its page says of it. */
export async function captureHandoff({ click, tab }: ClickHandoff, linkQuote: LinkQuote): Promise<Capture> {
  const { linkUrl = '', srcUrl = '', frameId } = click;
  const asks = tab.id !== undefined && (linkUrl || srcUrl);
  const [{ capture, selection }, seen] = await Promise.all([
    lookAt(tab, linkQuote, frameId),
    asks ? inject({ tabId: tab.id as number, frameId }, readClicked, linkUrl, srcUrl) : null,
  ]);
  const { selectionText, ...rest } = click;
  return captureClick(
    {
      ...rest,
      ...(selectionText && mayBeTaken(click, selection) && { selectionText }),
      ...(seen && !isTrouble(seen) && { seen }),
    },
    capture,
    OPTIONS,
  );
}

/** Words in a field that could not be looked at may be a secret. */
function mayBeTaken({ editable = false }: ClickHandoff['click'], selection: Look['selection']): boolean {
  if (!selection || isTrouble(selection)) return !editable;
  return !selection.secret;
}
