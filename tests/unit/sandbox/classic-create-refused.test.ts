// POST /1/updates/create.json: what is refused, with which code, and that then nothing is created.
import { describe, expect, test } from 'vitest';
import { IDS, useClassic } from './classic-sandbox.ts';

const classic = useClassic();
const create = (body: string) => classic.post('updates/create.json', body);
const to = (...services: (keyof typeof IDS)[]) =>
  services.map((one) => `profile_ids[]=${IDS[one]}`).join('&');
const photo = () => encodeURIComponent(`${classic.sandbox.origin}/media/walk.jpg`);

describe('what is refused, is refused for all profiles', () => {
  test.each([
    ['nothing to post', 'text=', 1004, /^Text is required$/],
    ['nothing but white space', 'text=%20%0A', 1004, /^Text is required$/],
    [
      'too long a text',
      `text=${'x'.repeat(281)}`,
      1004,
      /^Twitter \/ X posts cannot exceed 280 characters\.$/,
    ],
    ['a time that has passed', 'text=a&scheduled_at=2026-03-02T08:00:00Z', 1034, /past/],
    ['a time that is none', 'text=a&scheduled_at=soon', 1003, /date/],
    ['a picture that is not there', 'text=a&media[photo]=https://a.example/missing/a.jpg', 1003, /fetch/],
    ['a picture with no address', 'text=a&media[photo]=data:image/png;base64,AAAA', 1003, /URL/],
    ['a file that is no picture', 'text=a&media[photo]=https://a.example/a.bmp', 1030, /filetype/],
    [
      'a picture that is too large',
      'text=a&media[photo]=https://a.example/oversized/a.png',
      1031,
      /filesize/,
    ],
    ['a retweet of nothing', 'text=a&retweet[comment]=yes', 1004, /tweet_id/],
  ])('%s', async (_, body, code, message) => {
    const answer = await create(`${body}&${to('mastodon', 'twitter')}`);
    expect([answer.status, answer.body]).toEqual([
      400,
      { success: false, message: expect.stringMatching(message), code },
    ]);
    expect(await classic.pending('mastodon')).toHaveLength(1);
    expect((await classic.client.arrivals('updates/create'))[0]).toMatchObject({ committed: false, ids: [] });
  });

  test('the same again: 1025 in the recorded words', async () => {
    await create(`text=twice&${to('mastodon')}`);
    const { status, body } = await create(`text=twice&${to('twitter', 'mastodon')}`);
    expect(status).toBe(400);
    expect(body).toEqual({
      success: false,
      message:
        "Whoops, it looks like you've posted that one recently. Unfortunately, we're not able to post the same thing again so soon!",
      code: 1025,
    });
    expect((await classic.pending('twitter')).map(({ text }) => text)).not.toContain('twice');
  });

  test('a picture for Instagram, a board for Pinterest', async () => {
    expect((await create(`text=a&${to('instagram')}`)).body.message).toMatch(
      /^Instagram posts require at least one/,
    );
    const { body } = await create(`text=a&media[photo]=${photo()}&${to('pinterest')}`);
    expect([body.code, body.message]).toEqual([1004, 'Pinterest posts require a board.']);
  });

  test.each([
    ['profile', 1023, { error: 'Profile update quota exceeded.', code: 1023 }],
    ['team', 1024, { success: false, message: expect.any(String), code: 1024 }],
    ['soft', 1028, { success: false, message: expect.any(String), code: 1028 }],
  ] as const)('a full queue, the limit being that of a %s: %d', async (queueLimitKind, _, body) => {
    await classic.client.behave({ queueLimit: 2, queueLimitKind });
    await classic.created('text=second', 'mastodon');
    const answer = await create(`text=third&${to('mastodon')}`);
    expect([answer.status, answer.body]).toEqual([403, body]);
    expect((await create(`text=third&now=1&${to('mastodon')}`)).status).toBe(200);
    expect((await create(`text=fourth&is_draft=1&${to('mastodon')}`)).status).toBe(200);
  });

  test('a picture for a group on LinkedIn: 1032', async () => {
    await classic.client.changeChannel(IDS.linkedin, { type: 'group' });
    const { body } = await create(`text=a&media[photo]=${photo()}&${to('linkedin')}`);
    expect(body.code).toBe(1032);
    expect((await create(`text=a&${to('linkedin')}`)).status).toBe(200);
  });
});

test('a locked profile takes nothing', async () => {
  await classic.client.changeChannel(IDS.mastodon, { isLocked: true });
  expect((await create(`text=a&${to('mastodon')}`)).body).toMatchObject({
    code: 1004,
    message: 'Channel is locked.',
  });
});
