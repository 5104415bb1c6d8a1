// What the classic back-end reads, as rows of the tests of the wire.
import { CHANNEL, none, PROFILE, type Row, real, week } from './rest-rows.ts';

const NOBODY = {
  id: 'p',
  name: null,
  email: null,
  avatar: null,
  timezone: null,
  organizations: [],
  preferences: { when: null, hours: null, weekStart: null },
};

export const READS: Row[] = [
  {
    name: 'user',
    call: (backend) => backend.account(),
    answers: [real('user-docs-2012')],
    lines: ['GET /1/user.json'],
    gives: {
      id: '4f0c0a06512f7ef214000000',
      name: null,
      email: null,
      avatar: null,
      timezone: 'Asia/Tel_Aviv',
      organizations: [],
      preferences: { when: null, hours: null, weekStart: null },
    },
  },
  {
    name: 'profiles',
    call: (backend) => backend.channels(NOBODY),
    answers: [real('profiles-list-2012')],
    lines: ['GET /1/profiles.json?subprofiles=1'],
    gives: [{ id: '4f13b938512f7e2427000002', network: 'twitter', name: '@example', maxPictures: 1 }],
  },
  {
    name: 'one profile and its schedules',
    call: (backend) => backend.channel(CHANNEL),
    answers: [real('profile-by-id-2013'), [{ days: ['sun'], times: ['08:00'] }]],
    lines: [`GET /1/profiles/${PROFILE}.json?subprofiles=1`, `GET /1/profiles/${PROFILE}/schedules.json`],
    gives: { id: PROFILE, type: 'profile', timezone: 'America/New_York', schedule: week({ sun: ['08:00'] }) },
  },
  {
    name: 'one update',
    call: (backend) => backend.post('4eb8565e0acb04bb82000004'),
    answers: [real('update-by-id-docs')],
    lines: ['GET /1/updates/4eb8565e0acb04bb82000004.json'],
    gives: { status: 'sent', sentAt: 1_320_744_001_000, statistics: { reach: 2460, clicks: 56 } },
  },
  {
    name: 'pending',
    call: (backend) => backend.queue({ channels: [CHANNEL] }),
    answers: [real('updates-pending-2013')],
    lines: [`GET /1/profiles/${PROFILE}/updates/pending.json?page=1&count=100`],
    gives: { posts: [{ id: '519464f2872cad3734000028', status: 'scheduled' }], after: null },
  },
  {
    name: 'sent',
    call: (backend) => backend.sent({ channels: [{ ...CHANNEL, id: '4eb854340acb04e870000010' }], first: 1 }),
    answers: [real('updates-sent-docs')],
    lines: ['GET /1/profiles/4eb854340acb04e870000010/updates/sent.json?page=1&count=100'],
    gives: { posts: [{ id: '4ec93ae4512f7e6307000002' }], after: 'sent:4eb854340acb04e870000010:1' },
  },
  {
    name: 'pending and sent since a moment',
    call: (backend) => backend.find({ channels: [CHANNEL], since: 1_368_679_666_999 }),
    answers: [real('updates-pending-2013'), { total: 0, updates: [] }],
    lines: [
      `GET /1/profiles/${PROFILE}/updates/pending.json?since=1368679665&page=1&count=100`,
      `GET /1/profiles/${PROFILE}/updates/sent.json?since=1368679665&page=1&count=100`,
    ],
    gives: [{ id: '519464f2872cad3734000028' }],
  },
  {
    name: 'interactions',
    call: (backend) => backend.interactions?.({ postId: 'update-1', event: 'retweet', page: 2 }) ?? none(),
    answers: [interactions()],
    lines: ['GET /1/updates/update-1/interactions.json?event=retweet&page=2&count=100'],
    gives: {
      total: 1,
      interactions: [
        {
          id: '50f8623ac5ac415d7f1d4f77',
          event: 'retweet',
          at: 1_358_454_592_000,
          text: null,
          person: { name: 'Lucky Number 8', avatar: 'https://si0.twimg.example/a.png', followers: 36_079 },
        },
      ],
    },
  },
  {
    name: 'shares of a link',
    call: (backend) => backend.shares?.('https://a.example/ä b?c=d&e') ?? none(),
    answers: [real('links-shares')],
    lines: ['GET /1/links/shares.json?url=https%3A%2F%2Fa.example%2F%C3%A4%20b%3Fc%3Dd%26e'],
    gives: 47_348,
  },
  {
    name: 'configuration',
    call: (backend) => backend.configuration?.() ?? none(),
    answers: [real('info-configuration-2013')],
    lines: ['GET /1/info/configuration.json'],
    gives: {
      twitter: { profile: { characters: 140, slots: 288, interactions: ['favorite', 'mention', 'retweet'] } },
      linkedin: { group: { characters: 200, slots: 100, interactions: ['comment', 'like'] } },
      appdotnet: { profile: { interactions: [] } },
    },
  },
];

function interactions() {
  const user = {
    username: 'Lucky Number 8',
    followers: 36_079,
    avatar: 'http://si0.twimg.example/a.png',
    avatar_https: 'https://si0.twimg.example/a.png',
    twitter_id: '1423444249',
  };
  const id = '50f8623ac5ac415d7f1d4f77';
  return {
    total: 1,
    interactions: [{ _id: id, created_at: 1_358_454_592, event: 'retweet', id, interaction_id: '2', user }],
  };
}
