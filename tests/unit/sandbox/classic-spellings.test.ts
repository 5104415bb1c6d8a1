// How clients that nobody here wrote spell their requests. The libraries ran against the local Buffer; the others were
// read.
import { describe, expect, test } from 'vitest';
import { IDS, useClassic } from './classic-sandbox.ts';

const classic = useClassic();
const FORM = 'application/x-www-form-urlencoded';
const BOUNDARY = '------------------------b0d4a1';

/** TOKEN, A and B (profiles), U (an update) stand for what a client would have put there. */
interface Spelling {
  client: string;
  request: string;
  type?: string;
  bearer?: boolean;
  body?: string;
}

function field(name: string, value: string): string {
  return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
}

const multipart = (fields: [string, string][]) =>
  `${fields.map(([name, value]) => field(name, value)).join('')}--${BOUNDARY}--\r\n`;

const PHP = { type: `multipart/form-data; boundary=${BOUNDARY}` };
const IN_QUERY = '?access_token=TOKEN';

const CREATES: Spelling[] = [
  {
    client: 'buffpy (Python): token in the query, raw brackets, an ampersand at the end',
    request: 'POST updates/create.json?access_token=1%2Flocal5b3e8d10c7f2496ea84d',
    type: FORM,
    body: 'text=caf%C3%A9%20%26%20more&profile_ids[]=A&profile_ids[]=B&shorten=false&now=False&media[link]=http%3A//a.example&',
  },
  {
    client: 'buffer-node (JavaScript): header, numbered and encoded brackets',
    request: 'POST updates/create.json',
    type: FORM,
    bearer: true,
    body: 'text=caf%C3%A9%20%26%20more&profile_ids%5B0%5D=A&profile_ids%5B1%5D=B&shorten=false&media%5Blink%5D=http%3A%2F%2Fa.example',
  },
  {
    client: 'a form with a charset, numbered brackets, and 0 for false',
    request: `POST updates/create.json${IN_QUERY}`,
    type: `${FORM}; charset=utf-8`,
    body: 'text=caf%C3%A9+%26+more&profile_ids[0]=A&profile_ids[1]=B&shorten=0',
  },
  {
    client: 'buffer-ruby: everything once more in the query, under names that mean nothing',
    request: `POST updates/create.json${IN_QUERY}&body%5Btext%5D=x&body%5Bprofile_ids%5D%5B%5D=nobody`,
    type: FORM,
    body: 'profile_ids%5B%5D=A&profile_ids%5B%5D=B&shorten=false&text=caf%C3%A9+%26+more',
  },
  {
    client: 'bufferapp-php: curl with a list of fields makes multipart, token among them',
    request: 'POST updates/create.json',
    ...PHP,
    body: multipart([
      ['text', 'café & more'],
      ['profile_ids[0]', 'A'],
      ['profile_ids[1]', 'B'],
      ['shorten', ''],
      ['media[link]', 'http://a.example'],
      ['access_token', 'TOKEN'],
    ]),
  },
  {
    client: 'go-buffer (read): the bare name, repeated',
    request: 'POST updates/create.json',
    type: FORM,
    bearer: true,
    body: 'profile_ids=A&profile_ids=B&shorten=false&text=caf%C3%A9+%26+more',
  },
  {
    client: 'buffer-go: encoded empty brackets, a header by an OAuth library',
    request: 'POST updates/create.json',
    type: FORM,
    bearer: true,
    body: 'profile_ids%5B%5D=A&profile_ids%5B%5D=B&text=caf%C3%A9+%26+more&shorten=false',
  },
  {
    client: 'wp-to-buffer (PHP): numbered encoded brackets, switches as words',
    request: `POST updates/create.json${IN_QUERY}`,
    type: FORM,
    body: 'profile_ids%5B0%5D=A&profile_ids%5B1%5D=B&text=caf%C3%A9+%26+more&shorten=false&is_draft=false&now=&media%5Blink%5D=http%3A%2F%2Fa.example&media%5Bid%5D=7',
  },
  {
    client: 'ShareKit (Objective-C, read): token in the query, no content type',
    request: `POST updates/create.json${IN_QUERY}`,
    body: 'text=caf%C3%A9%20%26%20more&shorten=false&profile_ids[]=A&profile_ids[]=B',
  },
  {
    client: 'scripts (read): token in the form, unknown parameters',
    request: 'POST updates/create.json',
    type: FORM,
    body: 'access_token=TOKEN&source=cli&service_geolocation_id=1&text=caf%C3%A9%20%26%20more&profile_ids%5B%5D=A&profile_ids%5B%5D=B&shorten=false',
  },
];

const OTHERS: (Spelling & { succeeds: object })[] = [
  {
    client: 'buffpy: shuffle without a body',
    request: `POST profiles/A/updates/shuffle.json${IN_QUERY}`,
    type: FORM,
    succeeds: { success: true },
  },
  {
    client: 'buffpy: reorder',
    request: `POST profiles/A/updates/reorder.json${IN_QUERY}`,
    type: FORM,
    body: 'offset=1&utc=True&order[]=U&',
    succeeds: { success: true },
  },
  {
    client: 'buffer-node: reorder',
    request: 'POST profiles/A/updates/reorder.json',
    type: FORM,
    bearer: true,
    body: 'order%5B0%5D=U&utc=true',
    succeeds: { success: true },
  },
  {
    client: 'buffer-node: share, with an empty body and no type',
    request: 'POST updates/U/share.json',
    bearer: true,
    succeeds: { success: true },
  },
  {
    client: 'buffpy: edit, nothing escaped',
    request: `POST updates/U/update.json${IN_QUERY}`,
    type: FORM,
    body: 'text=100% plain text: yes&media[link]=http://a.example/?b=c&utc=True&',
    succeeds: { update: expect.objectContaining({ text: '100% plain text: yes' }) },
  },
  {
    client: 'buffpy: schedules',
    request: `POST profiles/A/schedules/update.json${IN_QUERY}`,
    type: FORM,
    body: 'schedules[0][days][]=tue&schedules[0][days][]=thu&schedules[0][times][]=13:45&',
    succeeds: { success: true },
  },
  {
    client: 'buffer-node: schedules',
    request: 'POST profiles/A/schedules/update.json',
    type: FORM,
    bearer: true,
    body: 'schedules%5B0%5D%5Bdays%5D%5B0%5D=mon&schedules%5B0%5D%5Btimes%5D%5B0%5D=10%3A00&schedules%5B0%5D%5Btimes%5D%5B1%5D=12%3A30',
    succeeds: { success: true },
  },
  {
    client: 'buffer-node: pending since a date as JavaScript writes it',
    request: 'GET profiles/A/updates/pending.json?page=1&count=2&since=2020-01-01T00%3A00%3A00.000Z&utc=true',
    bearer: true,
    succeeds: { total: 3 },
  },
  {
    client: 'wp-to-buffer (PHP): a second slash behind the version',
    request: `GET /profiles/A/updates/pending.json${IN_QUERY}`,
    succeeds: { total: 3 },
  },
  {
    client: 'buffpy: interactions without an event',
    request: `GET updates/U/interactions.json${IN_QUERY}`,
    succeeds: { total: 0, interactions: [] },
  },
  {
    client: 'buffpy: shares of an address that is not escaped',
    request: 'GET links/shares.json?url=http://a.example/b',
    succeeds: { shares: 0 },
  },
];

async function send({ request, type, bearer, body }: Spelling, updateId = '') {
  const { classicToken: token } = classic.sandbox;
  const filled = (text: string) =>
    text
      .replace('TOKEN', token)
      .replaceAll(/(?<=[=/\n])A(?=[&/\r]|$)/g, IDS.twitter)
      .replaceAll(/(?<=[=\n])B(?=[&\r]|$)/g, IDS.facebook)
      .replaceAll(/(?<=[=/])U(?=[&/]|$)/g, updateId);
  const [method = '', path = ''] = request.split(' ');
  const headers = {
    ...(type && { 'content-type': type }),
    ...(bearer && { authorization: `Bearer ${token}` }),
  };
  // Bytes, for with a text fetch would add a content type.
  const bytes = body === undefined ? undefined : new TextEncoder().encode(filled(body));
  return classic.raw(`/1/${filled(path)}`, { method, headers, body: bytes });
}

describe('creating', () => {
  test.each(CREATES)('$client', async (spelling) => {
    const { status, body } = await send(spelling);
    expect([status, body.success]).toEqual([200, true]);
    expect(body.updates.map((update) => [update.profile_id, update.text, update.status])).toEqual([
      [IDS.twitter, 'café & more', 'buffer'],
      [IDS.facebook, 'café & more', 'buffer'],
    ]);
    const hasLink = /media/.test(spelling.body ?? '');
    expect(body.updates[1]?.media).toEqual(
      hasLink ? expect.objectContaining({ link: 'http://a.example' }) : [],
    );
  });
});

describe('everything else', () => {
  test.each(OTHERS)('$client', async ({ succeeds, ...spelling }) => {
    const { id } = await classic.created('text=before', 'twitter');
    const { status, body } = await send(spelling, id);
    expect(status).toBe(200);
    expect(body).toMatchObject(succeeds);
  });
});

test('JSON is no form', async () => {
  const body = JSON.stringify({ text: 'a', profile_ids: [IDS.twitter] });
  const answer = await send({
    client: '',
    request: 'POST updates/create.json',
    type: 'application/json',
    bearer: true,
    body,
  });
  expect([answer.status, answer.body.code]).toEqual([400, 1004]);
});

test('a multipart body that is broken has no fields', async () => {
  const broken = { client: '', request: 'POST updates/create.json', ...PHP, bearer: true, body: '--nothing' };
  expect((await send(broken)).body.code).toBe(1004);
});

test('long lists stay lists', async () => {
  const ids = Array.from({ length: 60 }, (_, at) => `order[${at}]=nobody${at}`);
  const { id } = await classic.created('text=a', 'twitter');
  const body = [...ids, `order[60]=${id}`].join('&');
  const answer = await classic.post(`profiles/${IDS.twitter}/updates/reorder.json`, body);
  expect(answer.body.updates[0]?.id).toBe(id);
});
