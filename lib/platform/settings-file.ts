// The file in which settings go to another browser: what a person has chosen, and nothing of who they are.
import type { LinkChoice } from '../capture/link-choices.ts';
import type { SiteChannels } from '../capture/sites.ts';
import type { DraftWhen } from '../drafts/draft.ts';
import { DEFAULT_SETTINGS, type Settings } from '../settings.ts';
import { settingsFileSchema } from './settings-schemas.ts';

/** All that a person has chosen. */
export interface Kept {
  settings: Settings;
  sites: SiteChannels[];
  choice: { channelIds: string[] | null; when: DraftWhen };
  linkChoices: LinkChoice[];
}

type Portable = Exclude<keyof Settings, 'clientId' | 'classicClientId'>;
export type Change = Portable | Exclude<keyof Kept, 'settings'>;

const FORMAT = 'quick-queue-settings';
const VERSION = 1;

/** Why a file cannot be used. */
export type FileTrouble = 'not-ours' | 'newer' | 'damaged';

/** The text of the file. The client ids stay here: they belong to a sign-in, and a stranger's must not come in. */
export function toFile({ settings, sites, choice, linkChoices }: Kept): string {
  const { clientId, classicClientId, ...portable } = settings;
  return JSON.stringify(
    { format: FORMAT, version: VERSION, settings: portable, sites, choice, linkChoices },
    null,
    2,
  );
}

/** All that is kept as it would be with what the file says, or why the file says nothing. */
export function fromFile(text: string, kept: Kept): Kept | FileTrouble {
  const file = parsedJson(text);
  if (file?.format !== FORMAT) return 'not-ours';
  if (typeof file.version === 'number' && file.version > VERSION) return 'newer';
  const result = settingsFileSchema.safeParse(file);
  if (!result.success) return 'damaged';
  const { settings, ...rest } = result.data;
  return { ...kept, ...defined(rest), settings: { ...kept.settings, ...defined(settings) } };
}

/** What is different, setting by setting. */
export function differences(kept: Kept, other: Kept): Change[] {
  const isOther = (a: unknown, b: unknown) => inOrder(a) !== inOrder(b);
  const names = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];
  const settings = names.filter((name) => isOther(kept.settings[name], other.settings[name])) as Portable[];
  const parts = (['sites', 'choice', 'linkChoices'] as const).filter((part) =>
    isOther(kept[part], other[part]),
  );
  return [...settings, ...parts];
}

/** Storage gives the parts of a value in another order than a file. */
function inOrder(value: unknown): string {
  const sorted = (part: unknown) =>
    part instanceof Object && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part;
  return JSON.stringify(value, (_, part: unknown) => sorted(part));
}

function parsedJson(text: string): { format?: unknown; version?: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

function defined<T extends object>(part: T): Partial<T> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Partial<T>;
}
