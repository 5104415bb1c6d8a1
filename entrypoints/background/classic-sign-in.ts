// Signing in to the classic API through an app of one's own; its secret goes to Buffer once, and is kept nowhere.
import { SignInError } from '@/lib/account/errors.ts';
import { REST_API } from '@/lib/buffer/rest/meta.ts';
import { authorizeUrl, ClassicSignInError, codeOf, exchangeCode } from '@/lib/buffer/rest/sign-in.ts';
import { SANDBOX_ORIGIN } from '@/lib/platform/build.ts';
import { CLASSIC_ORIGIN } from '@/lib/platform/classic-host.ts';
import { redirectUrl } from '@/lib/platform/identity.ts';

const AUTHORIZE = SANDBOX_ORIGIN
  ? SANDBOX_ORIGIN + new URL(REST_API.authorizeUrl).pathname
  : REST_API.authorizeUrl;

export interface ClassicApp {
  clientId: string;
  clientSecret: string;
}

/** The access token that Buffer gives after the person has said yes in its window. Rejects with `SignInError`. */
export async function classicToken(
  { clientId, clientSecret }: ClassicApp,
  openWindow: (url: string) => Promise<string>,
): Promise<string> {
  const question = { clientId, redirectUri: redirectUrl(), state: crypto.randomUUID() };
  const callbackUrl = await openWindow(authorizeUrl(AUTHORIZE, question));
  try {
    const code = codeOf(callbackUrl, question);
    const app = { origin: CLASSIC_ORIGIN, clientId, clientSecret, redirectUri: question.redirectUri };
    return await exchangeCode({ ...app, code }, { fetch: (input, init) => fetch(input, init) });
  } catch (error) {
    if (error instanceof ClassicSignInError) throw new SignInError(error.kind, { cause: error });
    throw error;
  }
}
