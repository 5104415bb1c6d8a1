// One origin: decides which part of the local Buffer a request is for.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Answer, Api, LogLine } from '../contract.ts';
import { type Authorization, isConsentPath, isProtocolPath, operationOf } from '../oauth/authorization.ts';
import { type Desk, receive } from './arrivals.ts';
import { captureAnswer, readRequest, sendAnswer } from './exchange.ts';

export interface Parts extends Desk {
  origin: string;
  authorization: Authorization;
  /** The API behind a path, and the name under which the log lists it. */
  apiAt(path: string): { name: LogLine['api']; api: Api } | undefined;
  /** Control endpoints, demo pages and pictures: neither logged nor struck by faults. */
  site(request: Request, body: string): Promise<Response>;
}

type Route = (parts: Parts, req: IncomingMessage, res: ServerResponse) => Promise<void>;

function committed(operation: string, response: Response): boolean {
  if (operation === 'authorize') return /[?&]code=/.test(response.headers.get('location') ?? '');
  return ['token', 'revocation', 'registration'].includes(operation) && response.ok;
}

const protocol: Route = async (parts, req, res) => {
  const path = new URL(req.url ?? '/', parts.origin).pathname;
  const operation = operationOf(req.method ?? 'GET', path);
  const run = async (): Promise<Answer> => {
    const response = await captureAnswer(parts.authorization.protocol, req);
    const name = operation ?? path;
    return { response, outcome: { operation: name, committed: committed(name, response), ids: [] } };
  };
  if (operation) return receive(parts, { api: 'oauth', operation, req, res, run });
  return sendAnswer(res, (await run()).response, parts.clock);
};

const consent: Route = async (parts, req, res) =>
  sendAnswer(res, await captureAnswer(parts.authorization.consent, req), parts.clock);

const other: Route = async (parts, req, res) => {
  const { request, body } = await readRequest(req, parts.origin);
  const mounted = parts.apiAt(new URL(request.url).pathname);
  if (!mounted) return sendAnswer(res, await parts.site(request, body), parts.clock);
  const { name, api } = mounted;
  const operation = api.peek(request, body);
  return receive(parts, { api: name, operation, req, res, run: (hold) => api.handle(request, body, hold) });
};

function routeOf(path: string): Route {
  if (isConsentPath(path)) return consent;
  return isProtocolPath(path) ? protocol : other;
}

/** Answers every request of the origin; a bug of the sandbox itself is said on standard error and answered by 500. */
export function createShell(parts: Parts): RequestListener {
  return (req, res) => {
    const path = (req.url ?? '/').split('?')[0] ?? '/';
    routeOf(path)(parts, req, res).catch((error: unknown) => {
      if (parts.stopped.aborted || req.destroyed) return;
      console.error(`local Buffer: ${req.method} ${path}:`, error);
      if (!res.headersSent) res.writeHead(500);
      res.end();
    });
  };
}
