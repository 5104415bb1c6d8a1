// A site of its own for tests that need pages which the local Buffer has not: each address answers what a test put there.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Served {
  body: string | Buffer;
  /** `text/html; charset=utf-8` where nothing is said. */
  type?: string;
  status?: number;
}

export interface PageServer {
  readonly origin: string;
  /** Puts a page at a path, and gives its address. */
  put(path: string, page: Served | string): string;
  stop(): Promise<void>;
}

/** Listens on a free loopback port; what nobody put anywhere is a 404. */
export async function servePages(): Promise<PageServer> {
  const pages = new Map<string, Served>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = pages.get(pathname) ?? { body: 'There is nothing here.', type: 'text/plain', status: 404 };
    response.writeHead(page.status ?? 200, { 'content-type': page.type ?? 'text/html; charset=utf-8' });
    response.end(page.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    put(path, page) {
      pages.set(path, typeof page === 'string' ? { body: page } : page);
      return origin + path;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
