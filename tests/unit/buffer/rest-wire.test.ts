// Every endpoint of the classic API: what is put on the wire for it, and what is made of its answer.
import { expect, test } from 'vitest';
import { createBackend } from '../../../lib/buffer/backends.ts';
import { exchangeCode } from '../../../lib/buffer/rest/sign-in.ts';
import { CREATE_ROWS } from './rest-creates.ts';
import { READS } from './rest-reads.ts';
import { WRITES } from './rest-writes.ts';
import { useWireServer } from './wire-server.ts';

const wire = useWireServer();

const backendOf = () =>
  createBackend(
    { api: 'rest', origin: wire.origin(), shorten: false },
    { fetch: globalThis.fetch, now: Date.now, token: async () => '1/secret', observe: () => {} },
  );

test.each([...READS, ...CREATE_ROWS, ...WRITES])('$name', async ({ call, answers, lines, gives }) => {
  wire.answer(...answers);
  const result = await call(backendOf());
  expect(wire.arrived.map(({ line }) => line)).toEqual(lines);
  if (gives === undefined) expect(result).toBeUndefined();
  else if (typeof gives === 'object') expect(result).toMatchObject(gives as object);
  else expect(result).toBe(gives);
  for (const { line, headers } of wire.arrived) {
    expect(headers.authorization).toBe('Bearer 1/secret');
    expect(headers.accept).toBe('application/json');
    const type = line.startsWith('POST') ? 'application/x-www-form-urlencoded' : undefined;
    expect(headers['content-type']).toBe(type);
    expect(headers.cookie ?? headers.referer).toBeUndefined();
  }
});

test('a code is traded as it is, with its slash, and without a token', async () => {
  wire.answer({ access_token: '1/long-lived' });
  const client = {
    origin: wire.origin(),
    clientId: 'id',
    clientSecret: 's&cret',
    redirectUri: 'https://x.chromiumapp.org/',
    code: '1/mWot20jTwojsd00jFlaaR45',
  };
  expect(await exchangeCode(client, { fetch: globalThis.fetch })).toBe('1/long-lived');
  const [arrived] = wire.arrived;
  expect(arrived?.line).toBe(
    'POST /1/oauth2/token.json client_id=id&client_secret=s%26cret' +
      '&redirect_uri=https%3A%2F%2Fx.chromiumapp.org%2F&code=1/mWot20jTwojsd00jFlaaR45&grant_type=authorization_code',
  );
  expect(arrived?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(arrived?.headers.authorization).toBeUndefined();
});

// The documented endpoints of the API, besides the one of the sign-in.
const DOCUMENTED = [
  'GET user',
  'POST user/deauthorize',
  'GET profiles',
  'GET profiles/:id',
  'GET profiles/:id/schedules',
  'POST profiles/:id/schedules/update',
  'GET updates/:id',
  'GET profiles/:id/updates/pending',
  'GET profiles/:id/updates/sent',
  'GET updates/:id/interactions',
  'POST profiles/:id/updates/reorder',
  'POST profiles/:id/updates/shuffle',
  'POST updates/create',
  'POST updates/:id/update',
  'POST updates/:id/share',
  'POST updates/:id/destroy',
  'POST updates/:id/move_to_top',
  'POST updates/:id/interactions/create',
  'GET links/shares',
  'GET info/configuration',
];

test('no documented endpoint is left out, and none is called that the documents do not know', () => {
  const lines = [...READS, ...CREATE_ROWS, ...WRITES].flatMap((row) => row.lines);
  const used = lines.map((line) =>
    line
      .replace(/^(\w+) \/1\/([^ ?]*)\.json.*$/, '$1 $2')
      .replace(/(profiles|updates)\/[\w-]*\d[\w-]*/, '$1/:id'),
  );
  expect([...new Set(used)].sort()).toEqual(DOCUMENTED.toSorted());
});
