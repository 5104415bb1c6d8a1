// What the classic back-end changes, as rows of the tests of the wire.
import { CHANNEL, none, own, PROFILE, type Row, real, week } from './rest-rows.ts';

const done = { success: true };
const edited = (change: object = {}) => ({ success: true, update: own(change) });

export const WRITES: Row[] = [
  {
    name: 'update: the text',
    call: (backend) => backend.edit('update-1', { text: 'An edited ümlaut' }),
    answers: [edited({ text: 'An edited ümlaut' })],
    lines: ['POST /1/updates/update-1/update.json text=An%20edited%20%C3%BCmlaut'],
    gives: { id: 'update-1', text: 'An edited ümlaut' },
  },
  {
    name: 'update: a time, with the text that the post has',
    call: (backend) => backend.edit('update-1', { mode: { at: 1_796_112_000_000 } }),
    answers: [own(), edited({ scheduled_at: 1_796_112_000, due_at: 1_796_112_000 })],
    lines: [
      'GET /1/updates/update-1.json',
      'POST /1/updates/update-1/update.json text=Hello&scheduled_at=1796112000',
    ],
    gives: { dueAt: 1_796_112_000_000, isCustomTime: true },
  },
  {
    name: 'update: now',
    call: (backend) => backend.edit('update-1', { text: 'x', mode: 'now' }),
    answers: [edited({ status: 'sent' })],
    lines: ['POST /1/updates/update-1/update.json text=x&now=true'],
    gives: { status: 'sent' },
  },
  {
    name: 'update: a picture',
    call: (backend) =>
      backend.edit('update-1', {
        text: 'x',
        attachment: { kind: 'pictures', pictures: [{ url: 'https://a.example/2.png', alt: '' }] },
      }),
    answers: [edited({ media: { picture: 'https://a.example/2.png' } })],
    lines: ['POST /1/updates/update-1/update.json text=x&media[picture]=https%3A%2F%2Fa.example%2F2.png'],
    gives: { pictures: [{ url: 'https://a.example/2.png', alt: '' }] },
  },
  {
    name: 'update: nothing attached',
    call: (backend) => backend.edit('update-1', { text: 'x', attachment: { kind: 'none' } }),
    answers: [edited()],
    lines: ['POST /1/updates/update-1/update.json text=x&media='],
    gives: { pictures: [] },
  },
  {
    name: 'update: to the top, after the edit',
    call: (backend) => backend.edit('update-1', { text: 'x', mode: 'next' }),
    answers: [edited(), own({ text: 'x' })],
    lines: ['POST /1/updates/update-1/update.json text=x', 'POST /1/updates/update-1/move_to_top.json'],
    gives: { id: 'update-1', text: 'x' },
  },
  {
    name: 'update: to the top and nothing else',
    call: (backend) => backend.edit('update-1', { mode: 'next' }),
    answers: [own()],
    lines: ['POST /1/updates/update-1/move_to_top.json'],
    gives: { id: 'update-1' },
  },
  {
    name: 'destroy',
    call: (backend) => backend.delete('update-1'),
    answers: [real('update-destroy-2013')],
    lines: ['POST /1/updates/update-1/destroy.json'],
    gives: undefined,
  },
  {
    name: 'share, and the update afterwards',
    call: (backend) => backend.shareNow('update-1'),
    answers: [done, own({ status: 'sent' })],
    lines: ['POST /1/updates/update-1/share.json', 'GET /1/updates/update-1.json'],
    gives: { id: 'update-1', status: 'sent' },
  },
  {
    name: 'move to top',
    call: (backend) => backend.moveToTop('update-1'),
    answers: [own()],
    lines: ['POST /1/updates/update-1/move_to_top.json'],
    gives: { id: 'update-1' },
  },
  {
    name: 'reorder',
    call: (backend) => backend.reorder?.(CHANNEL, ['b', 'a']) ?? none(),
    answers: [{ success: true, updates: [own({ id: 'b' }), own({ id: 'a' })] }],
    lines: [`POST /1/profiles/${PROFILE}/updates/reorder.json order[]=b&order[]=a`],
    gives: [{ id: 'b' }, { id: 'a' }],
  },
  {
    name: 'shuffle',
    call: (backend) => backend.shuffle?.(CHANNEL) ?? none(),
    answers: [{ success: true, total: 1, updates: [own()] }],
    lines: [`POST /1/profiles/${PROFILE}/updates/shuffle.json`],
    gives: [{ id: 'update-1' }],
  },
  {
    name: 'schedules, and what they then are',
    call: (backend) => {
      const days = week({ mon: ['15:30', '12:45'], tue: ['12:45', '15:30'], sat: ['09:00'] });
      return backend.setSchedule?.(CHANNEL, days) ?? none();
    },
    answers: [done, [{ days: ['mon'], times: ['12:45'] }]],
    lines: [
      `POST /1/profiles/${PROFILE}/schedules/update.json schedules[0][days][]=mon&schedules[0][days][]=tue` +
        '&schedules[0][times][]=12%3A45&schedules[0][times][]=15%3A30' +
        '&schedules[1][days][]=sat&schedules[1][times][]=09%3A00',
      `GET /1/profiles/${PROFILE}/schedules.json`,
    ],
    gives: week({ mon: ['12:45'] }),
  },
  {
    name: 'a comment',
    call: (backend) => backend.reply?.('4ecda256512f7ee521000004', 'This is so great!') ?? none(),
    answers: [replied()],
    lines: [
      'POST /1/updates/4ecda256512f7ee521000004/interactions/create.json text=This%20is%20so%20great!&event=comment',
    ],
    gives: {
      id: '4ecda256512f7ee521000004:1443101619000',
      event: 'comment',
      at: 1_443_101_619_000,
      text: 'This is so great!',
      person: { name: 'Jon Doe', avatar: null, followers: null },
    },
  },
  {
    name: 'deauthorize',
    call: (backend) => backend.deauthorize?.() ?? none(),
    answers: [{ success: true, message: 'Access successfully revoked!' }],
    lines: ['POST /1/user/deauthorize.json'],
    gives: undefined,
  },
];

function replied() {
  const user = { username: 'Jon Doe', service_id: '14196392', avatar: '…' };
  const update_id = '4ecda256512f7ee521000004';
  const update = { created_at: 1_443_101_619, event: 'comment', text: 'This is so great!', update_id, user };
  return { success: true, message: 'Nice work!', update };
}
