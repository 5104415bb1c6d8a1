// Every form of a new post, as rows of the tests of the wire.
import type { BufferBackend } from '../../../lib/buffer/backend.ts';
import { CHANNEL, own, PROFILE, type Row } from './rest-rows.ts';

const create = (change: object): Row['call'] => {
  const plain = { channel: CHANNEL, text: 'A & B', attachment: { kind: 'none' }, mode: 'queue', options: {} };
  return (backend) => backend.create({ ...plain, ...change } as Parameters<BufferBackend['create']>[0]);
};

const CREATES: [name: string, change: object, body: string][] = [
  ['a plain post', {}, `text=A%20%26%20B&attachment=false&shorten=false`],
  ['one for now', { mode: 'now' }, `text=A%20%26%20B&attachment=false&shorten=false&now=true`],
  ['one for the top', { mode: 'next' }, `text=A%20%26%20B&attachment=false&shorten=false&top=true`],
  ['a draft', { mode: 'draft' }, `text=A%20%26%20B&attachment=false&shorten=false&is_draft=true`],
  [
    'one at a time',
    { mode: { at: 1_796_112_000_999 } },
    `text=A%20%26%20B&attachment=false&shorten=false&scheduled_at=1796112000`,
  ],
  [
    'a link with words and a picture',
    {
      attachment: {
        kind: 'card',
        card: {
          url: 'http://google.com',
          title: 'Google',
          description: 'The google homepage',
          picture: 'https://a.example/p.png',
        },
      },
    },
    'text=A%20%26%20B&media[link]=http%3A%2F%2Fgoogle.com&media[title]=Google' +
      '&media[description]=The%20google%20homepage&media[picture]=https%3A%2F%2Fa.example%2Fp.png&shorten=false',
  ],
  [
    'a link alone',
    {
      attachment: {
        kind: 'card',
        card: { url: 'http://g.example', title: '', description: '', picture: null },
      },
    },
    'text=A%20%26%20B&media[link]=http%3A%2F%2Fg.example&shorten=false',
  ],
  [
    'a picture',
    { attachment: { kind: 'pictures', pictures: [{ url: 'https://a.example/1.png', alt: 'One' }] } },
    'text=A%20%26%20B&media[photo]=https%3A%2F%2Fa.example%2F1.png&media[alt_text]=One&shorten=false',
  ],
  [
    'a pin',
    {
      channel: { ...CHANNEL, network: 'pinterest' },
      attachment: { kind: 'pictures', pictures: [{ url: 'https://a.example/1.png', alt: '' }] },
      options: { boardId: 'board-1', linkUrl: 'https://a.example/', title: 'Pin' },
    },
    'text=A%20%26%20B&media[photo]=https%3A%2F%2Fa.example%2F1.png&media[title]=Pin' +
      '&source_url=https%3A%2F%2Fa.example%2F&subprofile_ids[]=board-1&shorten=false',
  ],
  [
    'a retweet',
    { text: '', options: { retweetOf: '654043184394207232' } },
    'retweet[tweet_id]=654043184394207232&shorten=false',
  ],
  [
    'a retweet with a comment',
    { text: 'Yes!', options: { retweetOf: '654043184394207232' } },
    'retweet[tweet_id]=654043184394207232&retweet[comment]=Yes!&shorten=false',
  ],
];

export const CREATE_ROWS: Row[] = CREATES.map(([name, change, body]) => ({
  name: `create: ${name}`,
  call: create(change),
  answers: [{ success: true, buffer_count: 1, code: false, message: 'One more', updates: [own()] }],
  lines: [`POST /1/updates/create.json profile_ids[]=${PROFILE}&${body}`],
  gives: { id: 'update-1', channelId: PROFILE, status: 'scheduled', dueAt: 1_321_000_600_000 },
}));
