// How much of today is taken on each channel; the API wants the channels of one organization at a time.
import type { Http } from '../http.ts';
import type { ChannelRef, DailyLimit } from '../types.ts';
import { ask } from './call.ts';
import { DAILY_LIMITS } from './operations.ts';
import { withOrganizations } from './organizations.ts';
import { groupChannels } from './pages.ts';
import { dailyLimitsSchema } from './schemas.ts';

/** In the order of the organizations. */
export async function dailyLimits(http: Http, channels: ChannelRef[]): Promise<DailyLimit[]> {
  const limits: DailyLimit[] = [];
  for (const { channelIds } of groupChannels(await withOrganizations(http, channels))) {
    const request = { query: DAILY_LIMITS, input: { channelIds } };
    const { dailyPostingLimits } = await ask(http, request, dailyLimitsSchema);
    limits.push(
      ...dailyPostingLimits.map(({ channelId, limit, sent, scheduled, isAtLimit }) => ({
        channelId,
        limit: limit ?? null,
        taken: sent + scheduled,
        isReached: isAtLimit,
      })),
    );
  }
  return limits;
}
