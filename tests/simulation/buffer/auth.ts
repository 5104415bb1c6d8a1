// The simulated authorization server: keys, access tokens that die, and refresh tokens that are good for once.
import type { Api, Caller } from '../../../lib/buffer/backend.ts';
import type { Call } from './call.ts';
import type { Reply } from './speech.ts';

interface Grant {
  accountId: string;
  /** The API that its tokens open. */
  api: Api;
  revoked: boolean;
}

interface AccessToken {
  grant: Grant;
  diesAt: number;
}

/** One time that a refresh token was presented; `answered` is set once a worker has lived with the answer for long enough to write it down. */
export interface Presentation {
  token: string;
  at: number;
  granted: boolean;
  answered: boolean;
  /** Whose it is, and until when the access token that came with it lives; null if nobody knows it. */
  accountId: string | null;
  accessDiesAt: number | null;
}

export interface Pair {
  accessToken: string;
  refreshToken: string | null;
  /** Milliseconds that the access token lives. */
  life: number;
}

export class AuthServer {
  readonly presentations: Presentation[] = [];
  readonly #access = new Map<string, AccessToken>();
  readonly #refresh = new Map<string, { grant: Grant; spent: boolean; life: number; accessDiesAt: number }>();
  #issued = 0;

  /** What a sign-in gives. */
  signIn({ accountId, api }: Caller, life: number, now: number): Pair {
    return this.#issue({ accountId, api, revoked: false }, life, now);
  }

  /** Whose token it is, or null when it is dead, revoked, unknown, or another API's. */
  accountOf({ token, api }: Pick<Call, 'token' | 'api'>, now: number): string | null {
    const found = this.#access.get(token);
    if (!found || found.grant.revoked || found.grant.api !== api || now >= found.diesAt) return null;
    return found.grant.accountId;
  }

  /** Whose token it was, dead or alive. */
  ownerOf(token: string): string | null {
    return this.#access.get(token)?.grant.accountId ?? null;
  }

  apiOf(token: string): Api | null {
    return this.#access.get(token)?.grant.api ?? null;
  }

  /** Whoever leaves an API for good gives its tokens back. */
  revokeAll({ accountId, api }: Caller): void {
    for (const { grant } of this.#access.values())
      if (grant.accountId === accountId && grant.api === api) grant.revoked = true;
  }

  /** The token endpoint. Presenting a spent refresh token revokes the whole grant. */
  refresh(form: URLSearchParams, now: number): { reply: Reply; presentation: Presentation } {
    const token = form.get('refresh_token') ?? '';
    const known = this.#refresh.get(token);
    const presentation: Presentation = {
      token,
      at: now,
      granted: false,
      answered: false,
      accountId: known?.grant.accountId ?? null,
      accessDiesAt: known?.accessDiesAt ?? null,
    };
    this.presentations.push(presentation);
    if (!known || known.spent || known.grant.revoked) {
      if (known) known.grant.revoked = true;
      return { reply: { status: 400, body: '{"error":"invalid_grant"}' }, presentation };
    }
    known.spent = true;
    presentation.granted = true;
    const pair = this.#issue(known.grant, known.life, now);
    const body = JSON.stringify({
      access_token: pair.accessToken,
      refresh_token: pair.refreshToken,
      token_type: 'Bearer',
      expires_in: Math.floor(pair.life / 1000),
    });
    return { reply: { status: 200, body }, presentation };
  }

  #issue(grant: Grant, life: number, now: number): Pair {
    const accessToken = `access-${++this.#issued}`;
    const refreshToken = `refresh-${this.#issued}`;
    this.#access.set(accessToken, { grant, diesAt: now + life });
    this.#refresh.set(refreshToken, { grant, spent: false, life, accessDiesAt: now + life });
    return { accessToken, refreshToken, life };
  }
}
