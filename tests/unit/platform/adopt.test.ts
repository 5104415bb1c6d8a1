// An update finds what its forerunner has stored, and a downgrade what its successor has.
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { emptyDraft } from '../../../lib/drafts/draft.ts';
import { adopt } from '../../../lib/platform/adopt.ts';
import * as storage from '../../../lib/platform/storage.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings.ts';

vi.mock('../../../lib/platform/build.ts', () => ({ BUILD: 'this build' }));

const { local } = browser.storage;
const { adoptBy, CHOICE, CONNECTION, draftItem, OUTBOX, read, readAll, SETTINGS, SHAPED_BY } = storage;
const EARLIER = { [SHAPED_BY]: 'an earlier build' };

const account = { id: 'me', name: null, email: null, avatar: null };
const DRAFT = { ...emptyDraft(), key: 'https://example.org/walk', text: 'Half a thought' };
/** As it was before there were texts of networks, videos and first comments. */
const SINCE = ['changedAt', 'texts', 'options', 'firstComment', 'tagIds', 'video'];
const OLD_DRAFT = Object.fromEntries(Object.entries(DRAFT).filter(([part]) => !SINCE.includes(part)));

let adopted = 0;

beforeEach(() => {
  fakeBrowser.reset();
  adopted = 0;
  adoptBy(async () => {
    adopted += 1;
    await adopt();
  });
});

it('what an older build left out is filled in, once', async () => {
  await local.set({
    ...EARLIER,
    connection: { status: 'signed-in', method: 'classic', account },
    settings: { theme: 'dark' },
    'draft:old': { ...OLD_DRAFT, key: 'old' },
  });
  const [connection, settings, draft] = await readAll(CONNECTION, SETTINGS, draftItem('old'));
  expect(connection).toEqual({ status: 'signed-in', method: 'classic', can: [], account });
  expect(settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
  expect(draft).toEqual({ ...DRAFT, key: 'old' });
  await read(SETTINGS);
  expect(adopted).toBe(1);
});

it('what a newer build has added is passed over', async () => {
  await local.set({ ...EARLIER, choice: { channelIds: ['a'], when: 'at dawn', mood: 'good' } });
  expect(await read(CHOICE)).toEqual({ channelIds: ['a'], when: 'queue' });
});

it('what cannot be read is as in a new installation', async () => {
  await local.set({ ...EARLIER, outbox: { entries: 'many' }, settings: 7 });
  expect(await readAll(OUTBOX, SETTINGS)).toEqual([OUTBOX.fallback, DEFAULT_SETTINGS]);
  expect(await local.get(['outbox', 'settings'])).toEqual({});
});

it('words that cannot be read wait for a build that can', async () => {
  const later = { ...DRAFT, when: 'at dawn' };
  await local.set({ ...EARLIER, 'draft:later': later });
  expect(await read(draftItem('later'))).toBeNull();
  expect(await local.get(null)).toMatchObject({ 'aside:draft:later': later });
  await local.set({ ...EARLIER, 'aside:draft:later': DRAFT });
  expect(await read(draftItem('later'))).toEqual(DRAFT);
  expect(await local.get('aside:draft:later')).toEqual({});
});

it('words that waited take nothing from those that stand in their place now', async () => {
  const own = { ...DRAFT, text: 'Written since' };
  await local.set({ ...EARLIER, 'aside:draft:x': DRAFT, 'draft:x': own });
  expect(await read(draftItem('x'))).toEqual(own);
  expect(await local.get('aside:draft:x')).toEqual({ 'aside:draft:x': DRAFT });
});

it('leaves alone what is none of its own, and changes nothing a second time', async () => {
  await local.set({ ...EARLIER, somebody: 'else' });
  await read(SETTINGS);
  const once = await local.get(null);
  expect(once).toMatchObject({ somebody: 'else' });
  await adopt();
  expect(await local.get(null)).toEqual(once);
});

it('knows the shape of everything that is kept', async () => {
  const items = Object.values(storage).filter((one) => typeof one === 'object');
  const unreadable = items.filter(({ area }) => area === 'local').map(({ key }) => [key, 'no such shape']);
  await local.set({ ...EARLIER, ...Object.fromEntries(unreadable) });
  await read(SETTINGS);
  expect(unreadable.length).toBeGreaterThan(10);
  expect(Object.keys(await local.get(null))).toEqual([SHAPED_BY]);
});
