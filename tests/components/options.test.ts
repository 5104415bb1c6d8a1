// What is set on the settings page, and how it is said to be saved.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connect, type ConnectState } from '@/components/connect/connect.model.ts';
import { Options } from '@/components/options/options.model.ts';
import { Transfer } from '@/components/options/transfer.model.ts';
import type { SiteChannels } from '@/lib/capture/sites.ts';
import { type Kept, toFile } from '@/lib/platform/settings-file.ts';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings.ts';

const SITES: SiteChannels[] = [
  { host: 'a.example', channelIds: ['x'] },
  { host: 'b.example', channelIds: [] },
];
const STATE: ConnectState = {
  connection: { status: 'signed-out', method: null, can: [], account: null },
  signIn: { state: 'idle', problem: null },
  settings: { ...DEFAULT_SETTINGS, templates: { link: '{title}' } },
  cache: { fetchedAt: 0, channels: [], queued: {} },
};

let isFull: boolean;
let settings: Settings | null;
let sites: SiteChannels[] | null;
let keys: Record<string, string>;

async function opened() {
  const connect = new Connect({
    load: async () => STATE,
    watch: () => {},
    saveSettings: async (given) => {
      if (isFull) throw new Error('full');
      settings = given;
    },
    send: async () => ({ ok: true }),
    redirectUrl: '',
    hasClientId: true,
    offersClassic: false,
    askForClassicHost: async () => true,
  });
  let changed: (part: { sites: SiteChannels[] }) => void = () => undefined;
  const options = new Options(connect, {
    load: async () => ({ sites: SITES }),
    watch: (given) => {
      changed = given as typeof changed;
    },
    saveSites: async (given) => {
      sites = given;
    },
    keys: async () => keys,
  });
  await Promise.all([connect.start(), options.start()]);
  return { options, changed: (given: SiteChannels[]) => changed({ sites: given }) };
}

beforeEach(() => {
  vi.useFakeTimers();
  isFull = false;
  settings = null;
  sites = null;
  keys = { 'quick-add': 'Alt+Shift+S' };
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a setting', () => {
  it('is saved at once, said when nothing more comes for a moment, and not said for ever', async () => {
    const { options } = await opened();
    await options.set({ theme: 'dark' });
    expect(settings?.theme).toBe('dark');
    await vi.advanceTimersByTimeAsync(200);
    expect(options.said.value).toBeNull();
    await options.set({ theme: 'light' });
    await vi.advanceTimersByTimeAsync(300);
    expect(options.said.value).toBe('saved');
    await vi.advanceTimersByTimeAsync(4000);
    expect(options.said.value).toBeNull();
  });

  it('that cannot be saved is said not to be, until another is', async () => {
    const { options } = await opened();
    isFull = true;
    await options.set({ theme: 'dark' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(options.said.value).toBe('notSaved');
    isFull = false;
    await options.set({ theme: 'dark' });
    expect(options.said.value).toBeNull();
    await vi.advanceTimersByTimeAsync(300);
    expect(options.said.value).toBe('saved');
  });

  it('that is a template is its kind’s alone, and gives way to the usual one', async () => {
    const { options } = await opened();
    await options.setTemplate('page', 'Hi {title}');
    expect(settings?.templates).toEqual({ link: '{title}', page: 'Hi {title}' });
    await options.setTemplate('link', null);
    expect(settings?.templates).toEqual({ page: 'Hi {title}' });
  });
});

describe('sites', () => {
  it('are added once, under their name, at the end', async () => {
    const { options } = await opened();
    expect(options.addSite('https://www.c.example/page')).toBe('c.example');
    expect(sites).toEqual([...SITES, { host: 'c.example', channelIds: [] }]);
    sites = null;
    expect(options.addSite('a.example')).toBe('a.example');
    expect(options.addSite('no site')).toBeNull();
    expect(sites).toBeNull();
  });

  it('stay in their place when their channels change, and go when they are removed', async () => {
    const { options } = await opened();
    options.setSite({ host: 'a.example', channelIds: [] });
    expect(sites?.map(({ host }) => host)).toEqual(['a.example', 'b.example']);
    expect(sites?.[0]?.channelIds).toEqual([]);
    options.removeSite('a.example');
    expect(options.sites.value).toEqual([SITES[1]]);
    await vi.advanceTimersByTimeAsync(300);
    expect(options.said.value).toBe('saved');
  });

  it('that the composer remembers meanwhile show up', async () => {
    const { options, changed } = await opened();
    changed([{ host: 'new.example', channelIds: ['x'] }]);
    expect(options.sites.value[0]?.host).toBe('new.example');
  });
});

it('the keys are read again after they may have been changed', async () => {
  const { options } = await opened();
  expect(options.keys.value).toEqual({ 'quick-add': 'Alt+Shift+S' });
  keys = { 'quick-add': '' };
  await options.readKeys();
  expect(options.keys.value).toEqual({ 'quick-add': '' });
});

describe('settings from a file', () => {
  const kept: Kept = {
    settings: DEFAULT_SETTINGS,
    sites: [],
    choice: { channelIds: null, when: 'queue' },
    linkChoices: [],
  };
  const own: Kept = { ...kept, settings: { ...DEFAULT_SETTINGS, theme: 'dark' }, sites: SITES };

  function transferring() {
    const written: Kept[] = [];
    const files: string[] = [];
    const transfer = new Transfer({
      kept: async () => kept,
      keep: async (given) => void written.push(given),
      download: (text) => void files.push(text),
    });
    return { transfer, written, files };
  }

  function fileOf(text: string) {
    return { size: text.length, text: async () => text };
  }

  it('are taken in only after it was said what they change', async () => {
    const { transfer, written } = transferring();
    await transfer.read(fileOf(toFile(own)));
    expect(transfer.offer.value).toMatchObject({ changes: ['theme', 'sites'] });
    expect(written).toEqual([]);
    await transfer.take();
    expect(written).toEqual([own]);
    expect(transfer.offer.value).toBeNull();
    await transfer.take();
    expect(written).toHaveLength(1);
  });

  it('are left alone when the person does not want them, or the file is none', async () => {
    const { transfer, written } = transferring();
    await transfer.read(fileOf(toFile(own)));
    transfer.leave();
    await transfer.take();
    await transfer.read(fileOf('{}'));
    expect(transfer.offer.value).toEqual({ trouble: 'not-ours' });
    await transfer.take();
    const text = vi.fn(async () => toFile(own));
    await transfer.read({ size: 2e9, text });
    expect(transfer.offer.value).toEqual({ trouble: 'not-ours' });
    expect(text).not.toHaveBeenCalled();
    await transfer.read({ size: 1, text: () => Promise.reject(new Error('gone')) });
    expect(transfer.offer.value).toEqual({ trouble: 'not-ours' });
    expect(written).toEqual([]);
  });

  it('go out as they are kept', async () => {
    const { transfer, files } = transferring();
    await transfer.export();
    expect(files).toEqual([toFile(kept)]);
  });
});
