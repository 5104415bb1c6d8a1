// What Buffer may do to texts and lists, off until it is asked for.
import { describe, expect, test } from 'vitest';
import { useSteeredSandbox } from './steered-sandbox.ts';

const steered = useSteeredSandbox();
const OFF = {
  listLagSeconds: 0,
  shortenLinks: false,
  collapseWhiteSpace: false,
  queueLimit: null,
  queueLimitKind: 'profile',
  shuffleSeed: null,
  encodedCodes: true,
};
const UNTIDY = '  Tea\t and\u00a0 \u200btoast \r\n\r\n\r\n at https://example.org/a?b=c.\n';

test('it is off, changes one by one, and a reset puts it back', async () => {
  expect(await steered.client.behaviour()).toEqual(OFF);
  expect((await steered.created(UNTIDY)).text).toBe(UNTIDY);
  await steered.client.behave({ shortenLinks: true });
  expect(await steered.client.behave({ listLagSeconds: 5 })).toEqual({
    ...OFF,
    shortenLinks: true,
    listLagSeconds: 5,
  });
  await steered.client.reset();
  expect(await steered.client.behaviour()).toEqual(OFF);
});

test.each([[{ listLagSeconds: -1 }], [{ shortenLinks: 'yes' }], [{ lag: 1 }], [[]]])(
  '%j is refused with a sentence',
  async (body) => {
    await expect(steered.client.behave(body as object)).rejects.toThrow(
      /answered 400: .*The body is not as it should be/,
    );
  },
);

test('a list shows a new post late, its id finds it at once', async () => {
  await steered.client.behave({ listLagSeconds: 120 });
  const known = (await steered.client.state()).posts.length;
  const { id } = await steered.created('one');
  expect(await steered.listed()).toHaveLength(known);
  const byId = await steered.ask('query ($input: PostInput!) { post(input: $input) { id } }', {
    input: { id },
  });
  expect((await byId.json()).data.post.id).toBe(id);
  await steered.client.advance(110);
  expect(await steered.listed()).not.toContain(id);
  await steered.client.advance(11);
  expect(await steered.listed()).toContain(id);
});

describe('short links', () => {
  const stored = async (text: string) => {
    await steered.client.behave({ shortenLinks: true });
    return steered.created(text);
  };

  test('stand in place of web addresses, without what ends the sentence', async () => {
    const text = 'See https://example.org/a (and http://example.org/b), or https://example.org/c_(d)!';
    const post = await stored(text);
    expect(post.text).toMatch(
      /^See http:\/\/buff\.ly\/\w{7} \(and http:\/\/buff\.ly\/\w{7}\), or http:\/\/buff\.ly\/\w{7}!$/,
    );
    expect(post.givenText).toBe(text);
    expect(new Set(post.text.match(/buff\.ly\/\w+/g)).size).toBe(3);
  });

  test('are always the same for the same address, and never shortened again', async () => {
    const first = await stored('One https://example.org/a');
    const second = await stored('Two https://example.org/a');
    const link = first.text.slice(4);
    expect(second.text).toBe(`Two ${link}`);
    expect((await stored(`Three ${link}`)).text).toBe(`Three ${link}`);
  });

  test('the channels say so', async () => {
    await steered.client.behave({ shortenLinks: true });
    const query =
      'query ($input: ChannelInput!) { channel(input: $input) { linkShortening { isEnabled config { domain } } } }';
    const id = await steered.client.channelOn('mastodon');
    const { data } = await (await steered.ask(query, { input: { id } })).json();
    expect(data.channel.linkShortening).toEqual({ isEnabled: true, config: { domain: 'buff.ly' } });
  });

  test('come with an edit, too', async () => {
    const { id } = await stored('One');
    const [post] = await steered.client.act({ do: 'edit', id, text: 'https://example.org/a' });
    expect(post).toMatchObject({
      text: expect.stringMatching(/^http:\/\/buff\.ly\/\w{7}$/),
      givenText: 'https://example.org/a',
    });
  });
});

test('white space is collapsed, lines and paragraphs stay', async () => {
  await steered.client.behave({ collapseWhiteSpace: true });
  expect((await steered.created(UNTIDY)).text).toBe('Tea and toast\n\nat https://example.org/a?b=c.');
  expect((await steered.created('a\rb\u{1f469}\u200d\u{1f52c}')).text).toBe('a\nb\u{1f469}\u200d\u{1f52c}');
});

test('the parts of a thread change as its text does', async () => {
  await steered.client.behave({ collapseWhiteSpace: true });
  const text = ' Part  one ';
  const thread = [
    { text, assets: [] },
    { text: ' Part  two', assets: [] },
  ];
  expect((await steered.created(text, { metadata: { mastodon: { thread } } })).text).toBe('Part one');
});
