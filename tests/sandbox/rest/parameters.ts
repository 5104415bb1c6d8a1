// What a request gives, in every spelling that clients of the classic API use.
import qs from 'qs';
import { Temporal } from 'temporal-polyfill';
import { Failure } from './failure.ts';

export type Parameters = Readonly<Record<string, unknown>>;

const NESTING = { arrayLimit: 1000, parameterLimit: 10_000 };

function encoded([name, value]: [string, FormDataEntryValue]): string[] {
  return typeof value === 'string' ? [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`] : [];
}

/** Fields of multipart come with the names of urlencoded ones; files are nothing that the API takes. */
async function multipartFields(request: Request): Promise<string> {
  const form = await request.formData().catch(() => new FormData());
  return [...form].flatMap(encoded).join('&');
}

/** Query and body together; where both name a parameter, the body has it. Nothing unknown is refused. */
export async function readParameters(request: Request, body: string): Promise<Parameters> {
  const type = request.headers.get('content-type') ?? '';
  const fields = type.startsWith('multipart/form-data') ? await multipartFields(request.clone()) : body;
  const query = new URL(request.url).search.slice(1);
  return { ...qs.parse(query, NESTING), ...qs.parse(fields, NESTING) };
}

function isRecord(value: unknown): value is Parameters {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The values of a list, however its brackets were written. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === '') return [];
  if (Array.isArray(value)) return value;
  return isRecord(value) ? Object.values(value) : [value];
}

export function textsOf(value: unknown): string[] {
  return listOf(value).filter((one) => typeof one === 'string' && one !== '') as string[];
}

export function mapOf(value: unknown): Parameters {
  return isRecord(value) ? value : {};
}

/** The text of a parameter, undefined when it is absent; of one that was given twice, the last. */
export function textOf(value: unknown): string | undefined {
  const last = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last : undefined;
}

/** The text of a parameter that must be there and not be empty. */
export function required(value: unknown, name: string): string {
  const text = textOf(value);
  if (text === undefined || text === '') throw new Failure(1004, `Required parameter missing: ${name}.`);
  return text;
}

const NO = /^(|0|false|no|off|none|null)$/i;

/** Whether a switch is on: `true`, `'true'`, `1` and the like. */
export function flagOf(value: unknown, unlessGiven = false): boolean {
  const text = textOf(value);
  return text === undefined ? unlessGiven : !NO.test(text.replaceAll(/^'|'$/g, ''));
}

/** A whole number within bounds; `unlessGiven` when it is absent or empty. */
export function numberOf(
  value: unknown,
  { unlessGiven, from, to }: { unlessGiven: number; from: number; to: number },
): number {
  const text = textOf(value) ?? '';
  if (text === '') return unlessGiven;
  if (!/^-?\d{1,9}$/.test(text) || Number(text) < from || Number(text) > to) throw new Failure(1006);
  return Number(text);
}

const DATE = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?\s*(Z|[+ -]\d\d(?::?\d\d)?)?$/i;

/** A form turns a bare `+` into a space, which only an offset can have been. */
function offsetOf(zone: string): string {
  const sign = zone.replace(/^ /, '+');
  return /^[+-]\d\d$/.test(sign) ? `${sign}:00` : sign;
}

/** Unix seconds or ISO 8601, in which a missing offset means UTC; milliseconds, or undefined when absent or empty. */
export function momentOf(value: unknown): number | undefined {
  const text = textOf(value)?.trim() ?? '';
  if (text === '') return undefined;
  if (/^-?\d{1,12}(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  const [, day, time = '00:00', zone = 'Z'] = DATE.exec(text) ?? [];
  try {
    return Temporal.Instant.from(`${day}T${time}${offsetOf(zone)}`).epochMilliseconds;
  } catch {
    throw new Failure(1003, 'Parameter not recognized: this is no date.');
  }
}
