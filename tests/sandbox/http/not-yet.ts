// What the local Buffer knows of but does not serve: it answers as Buffer does for unknown endpoints.
import type { Api } from '../contract.ts';

export function createNotYet(): Api {
  const peek = (request: Request) => new URL(request.url).pathname.slice(1);
  return {
    peek,
    async handle(request) {
      const body = { error: 'The endpoint you requested was not found.', code: 404 };
      const response = Response.json(body, { status: 404 });
      return { response, outcome: { operation: peek(request), committed: false, ids: [] } };
    },
  };
}
