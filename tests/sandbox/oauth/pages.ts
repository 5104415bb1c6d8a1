// What a person sees of the authorization server: the question, and what is wrong with a broken request.
import { errors } from 'oidc-provider';
import { escapeHtml, renderPage } from '../page.ts';

const BANNER = '<p class="banner">This is the local Buffer for testing. It is not buffer.com.</p>';

const STYLE = `
body { min-height: 100vh; display: flex; flex-direction: column; }
main { flex: 1; display: grid; place-items: center; padding: 24px 16px; }
.card { width: 100%; max-width: 420px; padding: 28px; }
.mark { width: 44px; height: 44px; border-radius: 12px; background: var(--accent-soft); color: var(--accent);
  display: grid; place-items: center; margin-bottom: 16px; }
h1 { font-size: 20px; line-height: 1.3; }
.who { color: var(--ink-2); margin-top: 6px; }
h2 { font-size: 13px; color: var(--ink-2); margin: 20px 0 8px; }
ul { list-style: none; padding: 0; }
li { padding: 7px 0 7px 26px; position: relative; border-top: 1px solid var(--line); }
li::before { content: ""; position: absolute; left: 5px; top: 13px; width: 5px; height: 9px; rotate: 42deg;
  border: solid var(--accent); border-width: 0 2px 2px 0; }
form { display: grid; grid-template-columns: 1fr 1fr; gap: 10px; margin-top: 22px; }
.small { color: var(--ink-3); font-size: 13px; margin-top: 14px; overflow-wrap: anywhere; }
.small span { display: block; font-size: 12px; }
`;

const MARK = `<div class="mark" aria-hidden="true"><svg width="24" height="24" viewBox="0 0 24 24" fill="none"
stroke="currentColor" stroke-width="3" stroke-linecap="round"><path d="M4 6h12M4 12h16M4 18h9"/></svg></div>`;

const WORDS: Record<string, string> = {
  offline_access: 'Stay connected until you disconnect it',
  'posts:read': 'See your queue, drafts and sent posts',
  'posts:write': 'Add, change and delete posts in your queue',
  'ideas:read': 'See your ideas',
  'ideas:write': 'Save and change ideas',
  'account:read': 'See your account and its channels',
  'account:write': 'Change account settings',
  'insights:read': 'See how your posts are doing',
  'engagements:read': 'See comments on your posts',
  'engagements:write': 'Answer comments on your posts',
  openid: 'Know that it is you',
};

export interface Question {
  app: string;
  person: string;
  scopes: readonly string[];
  returnTo: string;
}

const frame = (title: string, content: string) =>
  renderPage({
    title,
    style: STYLE,
    body: `${BANNER}<main><div class="card">${MARK}${content}</div></main>`,
  });

/** The consent page; its form answers to the page's own address with `answer=allow` or `answer=deny`. */
export function consentPage({ app, person, scopes, returnTo }: Question): string {
  const items = scopes.map((scope) => `<li>${escapeHtml(WORDS[scope] ?? scope)}</li>`).join('');
  return frame(
    `Connect ${app} to Buffer`,
    `<h1>Connect ${escapeHtml(app)} to your Buffer account?</h1>
<p class="who">You are signed in as ${escapeHtml(person)}.</p>
<h2>${escapeHtml(app)} will be able to</h2>
<ul>${items}</ul>
<form method="post">
<button name="answer" value="deny">Deny</button>
<button class="main" name="answer" value="allow">Allow</button>
</form>
<p class="small">You will return to <span>${escapeHtml(returnTo)}</span></p>`,
  );
}

function explain(error: Error): string {
  if (error instanceof errors.InvalidClient) {
    return 'No app is registered under this client ID. Check that it was copied in full.';
  }
  if (error instanceof errors.InvalidRedirectUri) {
    return 'The app asked to return to an address that is not registered for it, so you were not sent there.';
  }
  if (error instanceof errors.SessionNotFound) {
    return 'This sign-in has ended or was started in another window. Go back to the app and connect again.';
  }
  return 'The app sent a request that cannot be understood.';
}

/** The page for requests that cannot be answered to the app: plain words, and the protocol's own below them. */
export function errorPage(error: Error, detail: string): string {
  return frame(
    'Cannot connect this app',
    `<h1>Cannot connect this app</h1><p class="who">${escapeHtml(explain(error))}</p>
<p class="small">${escapeHtml(detail)}</p>`,
  );
}
