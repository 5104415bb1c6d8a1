// Signing in to the classic API: the authorization code flow of 2012, with a client secret and without PKCE.
// https://buffer.com/developers/api/oauth (archived). The answers' error words are not documented; those of
// RFC 6749 are read where they come.
import { encode, type Fields } from '../http.ts';
import { tokenErrorSchema, tokenSchema } from './schemas.ts';

/** Every way in which it can fail. */
export type ClassicSignInKind =
  /** The person said no. */
  | 'denied'
  /** The code was used before, or is older than the 30 seconds that it lives. */
  | 'expired'
  /** The answer is not the one to our question. */
  | 'mismatch'
  /** Buffer does not know the client, or its secret is another. */
  | 'unknown-client'
  | 'unreachable'
  /** The address that trades codes for tokens is gone. */
  | 'retired'
  | 'server';

/** The only error that this file rejects with. It never holds a code, a secret or a token. */
export class ClassicSignInError extends Error {
  readonly kind: ClassicSignInKind;

  constructor(kind: ClassicSignInKind, options?: ErrorOptions) {
    super(kind, options);
    this.name = 'ClassicSignInError';
    this.kind = kind;
  }
}

/** A question to the person: `state` is random, and good for one answer. */
export interface Question {
  clientId: string;
  redirectUri: string;
  state: string;
}

/** The person's app, as it was registered before 2019. */
export interface ClassicClient {
  /** Where the API answers: `https://api.bufferapp.com`, or a local Buffer. */
  origin: string;
  clientId: string;
  clientSecret: string;
  redirectUri: string;
}

// Longer than any healthy answer, shorter than the 30 s after which a worker with nothing else to do is ended.
const TIMEOUT_MS = 20_000;

/** The address to open for a sign-in; `authorize` is `REST_API.authorizeUrl`, or a local Buffer's. */
export function authorizeUrl(authorize: string, { clientId, redirectUri, state }: Question): string {
  const url = new URL(authorize);
  url.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    state,
  }).toString();
  return url.href;
}

/** The code in the address at which the person came back. Throws `ClassicSignInError`. */
export function codeOf(callbackUrl: string, { redirectUri, state }: Omit<Question, 'clientId'>): string {
  const [callback, redirect] = [URL.parse(callbackUrl), URL.parse(redirectUri)];
  if (!callback || callback.origin !== redirect?.origin || callback.pathname !== redirect.pathname)
    throw new ClassicSignInError('mismatch');
  const answer = callback.searchParams;
  // No document promises that the state comes back; one that does has to be ours.
  if (answer.has('state') && answer.get('state') !== state) throw new ClassicSignInError('mismatch');
  const error = answer.get('error');
  if (error !== null) throw new ClassicSignInError(kindOfWord(error));
  const code = answer.get('code');
  if (!code) throw new ClassicSignInError('server');
  return code;
}

/** Trades a code for an access token, which lives until it is revoked. Rejects with `ClassicSignInError`. */
export async function exchangeCode(
  client: ClassicClient & { code: string },
  { fetch }: { fetch: typeof globalThis.fetch },
): Promise<string> {
  try {
    const response = await fetch(new URL('/1/oauth2/token.json', client.origin), {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
      body: grant(client),
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return tokenOf(response.status, await response.text());
  } catch (error) {
    if (error instanceof ClassicSignInError) throw error;
    throw new ClassicSignInError('unreachable', { cause: error });
  }
}

/** The form. Buffer wants the code as it is, with its slash; only one that could break the form is encoded. */
function grant({ clientId, clientSecret, redirectUri, code }: ClassicClient & { code: string }): string {
  const fields: Fields = [
    ['client_id', clientId],
    ['client_secret', clientSecret],
    ['redirect_uri', redirectUri],
  ];
  const raw = /^[\w./~-]+$/.test(code) ? `code=${code}` : encode([['code', code]]);
  return `${encode(fields)}&${raw}&grant_type=authorization_code`;
}

function tokenOf(status: number, text: string): string {
  const body = parse(text);
  if (status >= 200 && status < 300) {
    const token = tokenSchema.safeParse(body).data?.access_token;
    if (token) return token;
  }
  const word = tokenErrorSchema.safeParse(body).data?.error;
  throw new ClassicSignInError(kindOfAnswer(status, word ?? null));
}

function kindOfAnswer(status: number, word: string | null): ClassicSignInKind {
  if (status === 410 || status === 404) return 'retired';
  if (status >= 500) return 'server';
  if (word !== null) return kindOfWord(word);
  return status === 401 ? 'unknown-client' : 'server';
}

function kindOfWord(word: string): ClassicSignInKind {
  if (word === 'access_denied') return 'denied';
  if (word === 'invalid_grant') return 'expired';
  return word === 'invalid_client' || word === 'unauthorized_client' ? 'unknown-client' : 'server';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
