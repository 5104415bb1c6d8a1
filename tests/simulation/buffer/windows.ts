// The server's own rate windows: rolling, per client, counted at its arrivals by its own clock.
import type { BudgetProfile } from '../../../lib/buffer/budget.ts';

/** How an answer speaks of the limits: the generations of headers that are in use, or not at all. */
export const DIALECTS = ['none', 'draft', 'plain', 'x-epoch', 'x-seconds'] as const;
export type Dialect = (typeof DIALECTS)[number];

const NAMES: Record<number, string> = { 900: '15m', 86400: '24h', 2592000: '30d' };

export interface Fullness {
  seconds: number;
  limit: number;
  used: number;
  /** When the oldest call leaves the window. */
  resetAt: number;
}

/** The arrivals of one client. */
export class RateWindows {
  readonly #limits: BudgetProfile['windows'];
  readonly #arrivals: number[] = [];

  constructor(profile: Pick<BudgetProfile, 'windows'>) {
    this.#limits = profile.windows;
  }

  /** Counts an arrival; gives the window that it exceeds, if it does. */
  count(now: number): Fullness | null {
    this.#arrivals.push(now);
    return this.state(now).find(({ used, limit }) => used > limit) ?? null;
  }

  state(now: number): Fullness[] {
    return this.#limits.map(({ seconds, limit }) => {
      const since = now - seconds * 1000;
      let first = this.#arrivals.length;
      while (first > 0 && (this.#arrivals[first - 1] as number) > since) first -= 1;
      const oldest = this.#arrivals[first] ?? now;
      return { seconds, limit, used: this.#arrivals.length - first, resetAt: oldest + seconds * 1000 };
    });
  }
}

/** The headers that tell of the windows in one of the dialects. */
export function rateHeaders(dialect: Dialect, windows: Fullness[], now: number): Record<string, string> {
  const left = ({ limit, used }: Fullness) => Math.max(0, limit - used);
  const inSeconds = ({ resetAt }: Fullness) => Math.max(0, Math.ceil((resetAt - now) / 1000));
  const name = ({ seconds }: Fullness) => NAMES[seconds] ?? `${seconds}s`;
  const tightest = windows.reduce((a, b) => (left(b) < left(a) ? b : a), windows[0] as Fullness);
  switch (dialect) {
    case 'none':
      return {};
    case 'draft':
      return {
        'RateLimit-Policy': windows.map((w) => `"${name(w)}";q=${w.limit};w=${w.seconds}`).join(', '),
        RateLimit: windows.map((w) => `"${name(w)}";r=${left(w)};t=${inSeconds(w)}`).join(', '),
      };
    case 'plain':
      return {
        'RateLimit-Limit': `${tightest.limit};w=${tightest.seconds}`,
        'RateLimit-Remaining': `${left(tightest)}`,
        'RateLimit-Reset': `${inSeconds(tightest)}`,
      };
    case 'x-epoch':
    case 'x-seconds':
      return {
        'X-RateLimit-Limit': `${tightest.limit}`,
        'X-RateLimit-Remaining': `${left(tightest)}`,
        'X-RateLimit-Reset': `${dialect === 'x-epoch' ? Math.ceil(tightest.resetAt / 1000) : inSeconds(tightest)}`,
      };
  }
}
