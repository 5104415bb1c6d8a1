// A server that answers what it is told and keeps what arrived, byte by byte: what a client really put on the wire.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach } from 'vitest';

export interface Arrived {
  /** Method, address with its query, and body, a space between them. */
  line: string;
  headers: Record<string, string | string[] | undefined>;
}

/** Starts the server before a file's tests; `answer` sets the bodies that it gives, one after another. */
export function useWireServer() {
  const arrived: Arrived[] = [];
  let answers: unknown[] = [];
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    const body = Buffer.concat(chunks).toString('utf8');
    arrived.push({ line: `${request.method} ${request.url} ${body}`.trim(), headers: request.headers });
    response.writeHead(200, 'Awesome', { 'content-type': 'application/json;charset=UTF-8' });
    response.end(JSON.stringify(answers.shift() ?? null).replaceAll('/', '\\/'));
  });
  beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
  beforeEach(() => {
    arrived.length = 0;
  });
  afterAll(() => new Promise((done) => server.close(done)));
  return {
    arrived,
    origin: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (...bodies: unknown[]) => {
      answers = bodies;
    },
  };
}
