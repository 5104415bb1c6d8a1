// The two steps between a request and its code: the person is always signed in already, and then is asked once.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Interaction, Provider } from 'oidc-provider';
import { consentPage, errorPage } from './pages.ts';

export interface Person {
  id: string;
  name: string;
}

type Send = (status: number, html: string) => void;

function sender(res: ServerResponse): Send {
  return (status, html) => {
    res.statusCode = status;
    res.setHeader('content-type', 'text/html; charset=utf-8');
    res.setHeader('cache-control', 'no-store');
    res.end(html);
  };
}

/** A new grant for every consent, so that revoking one sign-in leaves the others alone. */
async function grantFor(provider: Provider, details: Interaction, person: Person): Promise<string> {
  const grant = new provider.Grant({ accountId: person.id, clientId: String(details.params.client_id) });
  const scope = String(details.params.scope ?? '');
  grant.addOIDCScope(scope);
  for (const resource of [details.params.resource].flat()) {
    if (typeof resource === 'string') grant.addResourceScope(resource, scope);
  }
  return grant.save();
}

async function question(provider: Provider, details: Interaction, person: Person): Promise<string> {
  const client = await provider.Client.find(String(details.params.client_id));
  return consentPage({
    app: client?.clientName ?? String(details.params.client_id),
    person: person.name,
    scopes: String(details.params.scope ?? '')
      .split(' ')
      .filter(Boolean),
    returnTo: new URL(String(details.params.redirect_uri)).host,
  });
}

/** Answers `/interaction/:uid`: GET asks, POST carries the person's answer back to the authorization server. */
export function createConsent(provider: Provider, person: Person) {
  async function interact(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const details = await provider.interactionDetails(req, res);
    if (details.prompt.name === 'login') {
      return provider.interactionFinished(req, res, { login: { accountId: person.id } });
    }
    if (req.method !== 'POST') return sender(res)(200, await question(provider, details, person));
    const answer = new URLSearchParams(await text(req)).get('answer');
    if (answer !== 'allow') {
      const denied = { error: 'access_denied', error_description: 'End-User aborted interaction' };
      return provider.interactionFinished(req, res, denied, { mergeWithLastSubmission: false });
    }
    const grantId = await grantFor(provider, details, person);
    return provider.interactionFinished(req, res, { consent: { grantId } });
  }

  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    try {
      await interact(req, res);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      sender(res)(400, errorPage(error, error.message));
    }
  };
}
