// The bridge between Node's request and response objects and the web's.
import { type IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Clock } from '../contract.ts';

type NodeHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

function headersOf(req: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(req.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return headers;
}

/** Reads a whole request; `body` is its text, and the Request carries the same bytes. */
export async function readRequest(
  req: IncomingMessage,
  origin: string,
): Promise<{ request: Request; body: string }> {
  const bytes = await buffer(req);
  const carriesBody = req.method !== 'GET' && req.method !== 'HEAD';
  const request = new Request(new URL(req.url ?? '/', origin), {
    method: req.method ?? 'GET',
    headers: headersOf(req),
    ...(carriesBody ? { body: new Uint8Array(bytes) } : {}),
  });
  return { request, body: bytes.toString('utf8') };
}

function toResponse(res: ServerResponse, chunk: unknown): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(res.getHeaders())) {
    for (const one of [value ?? ''].flat()) headers.append(name, String(one));
  }
  const empty = typeof chunk !== 'string' && !Buffer.isBuffer(chunk);
  const body = empty ? null : new Uint8Array(Buffer.from(chunk));
  return new Response(body, { status: res.statusCode, headers });
}

/** Runs a handler made for Node without sending anything: what it would have answered can still be lost. */
export async function captureAnswer(handler: NodeHandler, req: IncomingMessage): Promise<Response> {
  const { promise, resolve } = Promise.withResolvers<Response>();
  const res = new ServerResponse(req);
  res.end = ((chunk?: unknown) => {
    resolve(toResponse(res, chunk));
    return res;
  }) as typeof res.end;
  await handler(req, res);
  return promise;
}

/** Cookies are set one by one. Buffer's CORS headers are unknown, so none are given: extensions need none. */
const LEFT_OUT = /^(set-cookie$|access-control-)/;

/** Sends an answer with the sandbox's time in its Date header; does nothing when the client has left. */
export async function sendAnswer(res: ServerResponse, response: Response, clock: Clock): Promise<void> {
  const bytes = Buffer.from(await response.arrayBuffer());
  if (res.destroyed || res.headersSent) return;
  res.sendDate = false;
  res.statusCode = response.status;
  if (response.statusText) res.statusMessage = response.statusText;
  for (const [name, value] of response.headers) if (!LEFT_OUT.test(name)) res.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) res.setHeader('set-cookie', cookies);
  res.setHeader('date', new Date(clock.now()).toUTCString());
  res.end(bytes);
}
