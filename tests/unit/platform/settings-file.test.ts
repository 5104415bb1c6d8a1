import { describe, expect, it } from 'vitest';
import { differences, fromFile, type Kept, toFile } from '../../../lib/platform/settings-file.ts';
import { settingsSchema } from '../../../lib/platform/settings-schemas.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/settings.ts';

const FRESH: Kept = {
  settings: DEFAULT_SETTINGS,
  sites: [],
  choice: { channelIds: null, when: 'queue' },
  linkChoices: [],
};

/** Nothing in it is as it is in a new installation. */
const OWN: Kept = {
  settings: {
    theme: 'dark',
    clientId: 'own-client-id',
    defaultChannelIds: ['a'],
    classicClientId: 'classic-client-id',
    shortenLinks: true,
    templates: { page: '{title} – {site}\n{link}', later: 'a kind of a later version' },
    channelMemory: 'site',
    cleanLinks: false,
    utm: { on: true, source: 's', medium: 'm', campaign: 'c', term: 't', content: 'x' },
    badge: 'attention',
    noticeSaved: false,
    noticeNeedsYou: false,
  },
  sites: [{ host: 'paper.example', channelIds: ['a', 'b'] }],
  choice: { channelIds: ['b'], when: 'next' },
  linkChoices: [{ host: 'paper.example', source: 'address' }],
};

function changed(change: (file: { settings: object }) => void): string {
  const file = JSON.parse(toFile(OWN));
  change(file);
  return JSON.stringify(file);
}

describe('a file of settings', () => {
  it('carries everything but the client ids to another browser', () => {
    const there = { ...FRESH, settings: { ...DEFAULT_SETTINGS, clientId: 'theirs' } };
    const brought = fromFile(toFile(OWN), there);
    expect(brought).toEqual({
      ...OWN,
      settings: { ...OWN.settings, clientId: 'theirs', classicClientId: null },
    });
    expect(toFile(OWN)).not.toMatch(/client/i);
  });

  it('changes nothing where it was made', () => {
    expect(differences(OWN, fromFile(toFile(OWN), OWN) as Kept)).toEqual([]);
    // Storage gives it back so.
    const utm = Object.fromEntries(Object.entries(OWN.settings.utm).sort()) as Settings['utm'];
    expect(differences({ ...OWN, settings: { ...OWN.settings, utm } }, OWN)).toEqual([]);
  });

  it('says what it changes', () => {
    const file = changed((it) => Object.assign(it, { settings: { theme: 'light' }, choice: undefined }));
    const brought = fromFile(file, FRESH) as Kept;
    expect(differences(FRESH, brought)).toEqual(['theme', 'sites', 'linkChoices']);
    expect(brought.choice).toEqual(FRESH.choice);
    const portable = Object.keys(DEFAULT_SETTINGS).filter((name) => !/client/i.test(name));
    expect(differences(FRESH, fromFile(toFile(OWN), FRESH) as Kept)).toEqual([
      ...portable,
      'sites',
      'choice',
      'linkChoices',
    ]);
  });

  it('may hold what this version does not know: that is passed over', () => {
    const file = changed((it) => {
      Object.assign(it, { more: 1 });
      Object.assign(it.settings, { clientId: 'evil', colour: 'red' });
    });
    expect(fromFile(file, OWN)).toEqual(OWN);
  });

  it.each([
    ['', 'not-ours'],
    ['{', 'not-ours'],
    ['null', 'not-ours'],
    ['[]', 'not-ours'],
    ['"quick-queue-settings"', 'not-ours'],
    ['{"settings":{}}', 'not-ours'],
    [changed((it) => Object.assign(it, { version: 2 })), 'newer'],
    [changed((it) => Object.assign(it.settings, { theme: 'purple' })), 'damaged'],
    [changed((it) => Object.assign(it.settings, { utm: { on: true } })), 'damaged'],
    [changed((it) => Object.assign(it, { settings: [] })), 'damaged'],
    [changed((it) => Object.assign(it, { sites: [{ host: 1 }] })), 'damaged'],
    [changed((it) => Object.assign(it, { sites: {} })), 'damaged'],
  ])('that is none, is said to be none: %#', (text, trouble) => {
    expect(fromFile(text, OWN)).toBe(trouble);
  });
});

describe('stored settings', () => {
  it('of an earlier version get what is new, and of a later one what is known', () => {
    const stored = { theme: 'dark', clientId: 'own', defaultChannelIds: ['a'], classicClientId: null };
    expect(settingsSchema.parse(stored)).toEqual({ ...DEFAULT_SETTINGS, ...stored });
    const later = { ...OWN.settings, badge: 'rainbow', utm: { on: 'yes' }, more: true };
    const { badge, utm } = DEFAULT_SETTINGS;
    expect(settingsSchema.parse(later)).toEqual({ ...OWN.settings, badge, utm });
  });
});
