// The browser can take the classic API's host away again at any time: that ends a sign-in to it.
import { browser } from 'wxt/browser';
import { hasClassicHost } from '@/lib/platform/classic-host.ts';
import { CONNECTION, read } from '@/lib/platform/storage.ts';
import type { Session } from './session.ts';

async function endWithoutHost(session: Session): Promise<void> {
  const { method, account } = await read(CONNECTION);
  if (method === 'classic' && account && !(await hasClassicHost())) await session.expire(account.id);
}

export function registerPermissions(session: Session): void {
  browser.permissions.onRemoved.addListener(() => void endWithoutHost(session));
}
