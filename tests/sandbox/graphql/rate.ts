// Buffer's three rolling windows per client, in the header dialect that was recorded.
import { createHash } from 'node:crypto';
import type { Clock } from '../contract.ts';

interface Window {
  label: string;
  quota: number;
  seconds: number;
}

export const WINDOWS: readonly Window[] = [
  { label: '15m', quota: 100, seconds: 900 },
  { label: '24h', quota: 250, seconds: 86_400 },
  { label: '30d', quota: 3000, seconds: 2_592_000 },
];

const NAMES: Record<string, string> = { '15m': '15min', '24h': '24h', '30d': '30d' };
const LONGEST_MS = 2_592_000_000;

export interface Admission {
  headers: Record<string, string>;
  /** The window that is used up, when the request is refused. */
  exhausted: string | null;
}

export interface RateGate {
  /** Counts the request of this client unless a window is used up. */
  admit(clientId: string): Admission;
  reset(): void;
}

function nameOf(window: Window): string {
  return `"${window.quota}-in-${NAMES[window.label]}"`;
}

interface Use extends Window {
  remaining: number;
  /** Whole seconds until the oldest request of the window falls out of it. */
  resetsIn: number;
}

function useOf(window: Window, times: readonly number[], now: number): Use {
  const inside = times.filter((time) => time > now - window.seconds * 1000);
  const oldest = inside[0] ?? now;
  return {
    ...window,
    remaining: Math.max(0, window.quota - inside.length),
    resetsIn: Math.min(window.seconds, Math.ceil((oldest - now) / 1000 + window.seconds)),
  };
}

function bucket(clientId: string, window: Window): string {
  return createHash('sha256').update(`${clientId} ${window.label}`).digest('base64');
}

function headersFor(uses: readonly Use[], clientId: string): Record<string, string> {
  return {
    RateLimit: uses.map((use) => `${nameOf(use)};r=${use.remaining};t=${use.resetsIn}`).join(', '),
    'RateLimit-Policy': uses
      .map((use) => `${nameOf(use)};q=${use.quota};w=${use.seconds};pk=:${bucket(clientId, use)}:`)
      .join(', '),
  };
}

/** A gate that counts by the sandbox's clock; refused requests cost nothing. */
export function createRateGate(clock: Clock): RateGate {
  const arrivals = new Map<string, number[]>();
  return {
    admit(clientId) {
      const now = clock.now();
      // A clock that was set back must not leave arrivals in the future.
      const times = (arrivals.get(clientId) ?? []).filter((time) => time > now - LONGEST_MS && time <= now);
      const full = WINDOWS.map((window) => useOf(window, times, now)).filter((use) => use.remaining === 0);
      if (full.length === 0) times.push(now);
      arrivals.set(clientId, times);
      const headers = headersFor(
        WINDOWS.map((window) => useOf(window, times, now)),
        clientId,
      );
      const worst = full.toSorted((a, b) => b.resetsIn - a.resetsIn)[0];
      if (!worst) return { headers, exhausted: null };
      return { headers: { ...headers, 'Retry-After': String(worst.resetsIn) }, exhausted: worst.label };
    },
    reset: () => arrivals.clear(),
  };
}
