// Where oidc-provider keeps its things: in memory, and everything expires by the sandbox's clock.
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import type { Clock } from '../contract.ts';

interface Entry {
  model: string;
  id: string;
  payload: AdapterPayload;
  expiresAt: number;
}

export interface Store {
  adapter(model: string): Adapter;
  clear(): void;
}

/** Seconds since the epoch by the real clock, which is the one the library stamps its payloads with. */
const realSeconds = () => Math.floor(Date.now() / 1000);

export function createStore(clock: Clock): Store {
  const entries = new Map<string, Entry>();

  const alive = (entry: Entry | undefined) => {
    if (!entry || entry.expiresAt <= clock.now()) return undefined;
    return entry.payload;
  };

  const search = (model: string, matches: (payload: AdapterPayload) => boolean) => {
    for (const entry of entries.values()) {
      if (entry.model === model && matches(entry.payload)) return alive(entry);
    }
    return undefined;
  };

  const revokeGrant = (grantId: string) => {
    for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
  };

  const consume = (key: string) => {
    const payload = entries.get(key)?.payload;
    // Two requests with the same token can both pass the library's own look at `consumed`; only one may win,
    // and the other is a replay, which costs the grant.
    if (!payload || payload.consumed) {
      if (payload?.grantId) {
        revokeGrant(payload.grantId);
        entries.delete(`Grant:${payload.grantId}`);
      }
      throw new errors.InvalidGrant('already used');
    }
    payload.consumed = realSeconds();
  };

  const adapter = (model: string): Adapter => ({
    async upsert(id, payload, expiresIn) {
      const expiresAt = expiresIn ? clock.now() + expiresIn * 1000 : Number.POSITIVE_INFINITY;
      entries.set(`${model}:${id}`, { model, id, payload, expiresAt });
    },
    find: async (id) => alive(entries.get(`${model}:${id}`)),
    findByUid: async (uid) => search(model, (payload) => payload.uid === uid),
    findByUserCode: async (code) => search(model, (payload) => payload.userCode === code),
    consume: async (id) => consume(`${model}:${id}`),
    async destroy(id) {
      entries.delete(`${model}:${id}`);
    },
    revokeByGrantId: async (grantId) => revokeGrant(grantId),
  });

  return { adapter, clear: () => entries.clear() };
}
