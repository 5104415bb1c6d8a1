// The APIs that the local Buffer knows of but does not serve: they answer as Buffer does for unknown endpoints.
import type { Api } from '../contract.ts';

/** `prefix` is left out of the operation's name, as is the ending `.json`: `/1/updates/create.json` → `updates/create`. */
export function createNotYet(prefix: string): Api {
  const peek = (request: Request) =>
    new URL(request.url).pathname.slice(prefix.length).replace(/\.json$/, '') || prefix;
  return {
    peek,
    async handle(request) {
      const body = { error: 'The endpoint you requested was not found.', code: 404 };
      const response = Response.json(body, { status: 404 });
      return { response, outcome: { operation: peek(request), committed: false, ids: [] } };
    },
  };
}
