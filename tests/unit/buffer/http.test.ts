import { expect, test } from 'vitest';
import { BufferError } from '../../../lib/buffer/errors.ts';
import { createHttp } from '../../../lib/buffer/http.ts';
import { failureOf, NOW, ORIGIN, scripted } from './scripted.ts';

const token = async () => 'secret-token';

function httpOver(fetch: typeof globalThis.fetch, change: Partial<Parameters<typeof createHttp>[1]> = {}) {
  return createHttp(ORIGIN, { fetch, now: () => NOW, token, observe: () => {}, ...change });
}

test('a call carries the token in its header, and no cookies, referrer or redirect', async () => {
  const { fetch, requests } = scripted({ body: { ok: true } });
  await httpOver(fetch).post('/', { a: 1 });
  const [request] = requests;
  expect(request?.headers.get('authorization')).toBe('Bearer secret-token');
  expect(request?.url).toBe(`${ORIGIN}/`);
  expect(request?.redirect).toBe('error');
  expect(request?.credentials).toBe('omit');
  expect(request?.referrerPolicy).toBe('no-referrer');
  expect(await request?.json()).toEqual({ a: 1 });
});

test('a query and a form are as safe, and stand as the classic API writes them', async () => {
  const { fetch, requests } = scripted(...Array.from({ length: 3 }, () => ({ body: {} })));
  const fields = [
    ['order[]', 'a b'],
    ['order[]', 'ü&='],
  ] as const;
  const http = httpOver(fetch);
  await http.get('/1/x.json', fields);
  await http.get('/1/x.json');
  expect(requests.map(({ url }) => url.slice(ORIGIN.length))).toEqual([
    '/1/x.json?order[]=a%20b&order[]=%C3%BC%26%3D',
    '/1/x.json',
  ]);
  for (const request of requests) {
    expect(request.headers.get('authorization')).toBe('Bearer secret-token');
    expect([request.redirect, request.credentials, request.cache]).toEqual(['error', 'omit', 'no-store']);
  }
});

test.each<[string, Response, unknown, string | null]>([
  ['JSON', new Response('{"a":1}'), { a: 1 }, null],
  [
    'JSON that calls itself a page',
    Response.json({ a: 1 }, { headers: { 'content-type': 'text/html' } }),
    { a: 1 },
    null,
  ],
  ['null', new Response('null'), null, null],
  ['nothing', new Response(''), undefined, 'nothing'],
  ['no body', new Response(null, { status: 204 }), undefined, 'nothing'],
  ['a page', new Response(' <!doctype html>'), undefined, 'page'],
  [
    'a page by its type',
    new Response('Sorry', { headers: { 'content-type': 'text/html; charset=x' } }),
    undefined,
    'page',
  ],
  ['half an answer', new Response('{"a":'), undefined, 'other'],
  ['too much', new Response('x'.repeat(1_000_001)), undefined, 'other'],
])('an answer of %s is told apart', async (_name, response, body, instead) => {
  const { fetch } = scripted(response);
  expect(await httpOver(fetch).get('/')).toMatchObject({ body, instead });
});

test.each([
  'https://evil.example/',
  '//evil.example/x',
  'https://api.buffer.example.evil.example/',
  'https://api.buffer.example@evil.example/',
  'http://api.buffer.example/',
])('the address %s of another origin is refused before anything leaves', async (path) => {
  const { fetch, requests } = scripted();
  const failure = await failureOf(httpOver(fetch).post(path, {}));
  expect(failure).toMatchObject({ kind: 'unreachable', unsent: true });
  expect(requests).toEqual([]);
});

test('a token that cannot be had keeps its kind, and nothing leaves', async () => {
  const { fetch, requests } = scripted();
  const gone = async () => Promise.reject(new BufferError({ kind: 'unauthorized', message: 'gone' }));
  const failure = await failureOf(httpOver(fetch, { token: gone }).post('/', {}));
  expect(failure).toEqual({ kind: 'unauthorized', message: 'gone', unsent: true });
  const broken = async () => Promise.reject(new Error('disk'));
  expect(await failureOf(httpOver(fetch, { token: broken }).post('/', {}))).toMatchObject({ unsent: true });
  expect(requests).toEqual([]);
});

test.each([500, 503, 429, 408])('status %d is answered, not retried', async (status) => {
  const { fetch, requests } = scripted({ status, headers: { 'Retry-After': '1' } });
  expect((await httpOver(fetch).post('/', {})).status).toBe(status);
  expect(requests).toHaveLength(1);
});

test('a network error is not retried and leaves the outcome open', async () => {
  const { fetch, requests } = scripted(new TypeError('fetch failed'));
  const failure = await failureOf(httpOver(fetch).post('/', {}));
  expect(failure.kind).toBe('unreachable');
  expect(failure.unsent).toBeUndefined();
  expect(requests).toHaveLength(1);
});

test('an answer that never comes is given up after the timeout', async () => {
  const signals: (AbortSignal | null | undefined)[] = [];
  const hang: typeof globalThis.fetch = (_input, init) => {
    // The signal itself: one that only follows it, as a Request's does, may be forgotten on the way.
    signals.push(init?.signal);
    return new Promise(() => {});
  };
  expect((await failureOf(httpOver(hang, { timeoutMs: 20 }).post('/', {}))).kind).toBe('unreachable');
  expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
});

test('an answer that is cut in its body leaves the outcome open', async () => {
  const body = new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) });
  const { fetch } = scripted(new Response(body));
  expect((await failureOf(httpOver(fetch).post('/', {}))).kind).toBe('unreachable');
});

test('an answer is whole up to 1 MB, and none beyond', async () => {
  const { fetch } = scripted(
    new Response(`"${'x'.repeat(999_998)}"`),
    new Response(`"${'x'.repeat(999_999)}"`),
  );
  expect((await httpOver(fetch).post('/', {})).body).toHaveLength(999_998);
  expect((await httpOver(fetch).post('/', {})).body).toBeUndefined();
});

test('letters of several bytes survive being cut into chunks', async () => {
  const bytes = new TextEncoder().encode('"äé😀"');
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
  const { fetch } = scripted(new Response(body));
  expect((await httpOver(fetch).post('/', {})).body).toBe('äé😀');
});

test('every answer is observed, with its headers and times', async () => {
  const { backend, seen } = scripted({ status: 503, headers: { Date: 'Fri, 20 Nov 2026 12:00:01 GMT' } });
  await failureOf(backend.account());
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ status: 503, sentAt: NOW, receivedAt: NOW });
  expect(seen[0]?.headers.get('date')).toBe('Fri, 20 Nov 2026 12:00:01 GMT');
});
