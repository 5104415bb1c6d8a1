// What the browser says in the person's language is asked once, and not in each process anew.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** As in a process that has just started. */
async function fresh() {
  vi.resetModules();
  const { learned } = await import('../../../lib/platform/learned.ts');
  const { clockIn, setClock, weekdayIn } = await import('../../../lib/platform/zoned-time.ts');
  return { learned, clockIn, setClock, weekdayIn };
}

let shelf: Map<string, string>;

beforeEach(() => {
  shelf = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem: (key: string, value: string) => void shelf.set(key, value),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('asks once, also after a restart', async () => {
  const ask = vi.fn(() => ['today']);
  for (const { learned } of [await fresh(), await fresh()]) {
    expect(learned('days', ask)).toEqual(['today']);
    expect(learned('days', ask)).toEqual(['today']);
  }
  expect(ask).toHaveBeenCalledTimes(1);
});

it('asks anew in another language', async () => {
  const before = navigator.language;
  const ask = vi.fn(() => navigator.language);
  const { learned } = await fresh();
  const here = learned('x', ask);
  vi.stubGlobal('navigator', { language: 'fi' });
  expect([learned('x', ask), here]).toEqual(['fi', before]);
});

it('asks once in the life of a worker, which has nowhere to keep it', async () => {
  vi.stubGlobal('localStorage', undefined);
  Reflect.deleteProperty(globalThis, 'localStorage');
  const ask = vi.fn(() => 1);
  const { learned } = await fresh();
  expect([learned('x', ask), learned('x', ask)]).toEqual([1, 1]);
  expect(ask).toHaveBeenCalledTimes(1);
});

it('writes each hour and weekday as the browser does, without asking it again', async () => {
  const moments = Array.from({ length: 24 * 7 }, (_, hour) => Date.UTC(2026, 10, 2, hour, (hour * 7) % 60));
  const usual = new Intl.DateTimeFormat(undefined, {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'Asia/Tokyo',
  });
  const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short', timeZone: 'Asia/Tokyo' });
  const wanted = moments.map((moment) => `${weekday.format(moment)} ${usual.format(moment)}`);
  const said = ({ clockIn, weekdayIn }: Awaited<ReturnType<typeof fresh>>) =>
    moments.map((moment) => `${weekdayIn(moment, 'Asia/Tokyo')} ${clockIn(moment, 'Asia/Tokyo')}`);
  expect(said(await fresh())).toEqual(wanted);
  const again = await fresh();
  const asked = vi.spyOn(Intl, 'DateTimeFormat');
  expect(said(again)).toEqual(wanted);
  expect(asked).not.toHaveBeenCalled();
});
