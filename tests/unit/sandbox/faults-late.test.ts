// Commits that come after the caller has been told otherwise, by the sandbox's clock.
import { describe, expect, test, vi } from 'vitest';
import { START, useSteeredSandbox } from './steered-sandbox.ts';

const steered = useSteeredSandbox();
const late = (rule: object = {}) =>
  steered.client.faults([
    { operation: 'createPost', when: 'late', afterSeconds: 90, do: 'status', status: 500, ...rule },
  ]);
const line = async () => (await steered.client.arrivals('createPost'))[0];
const seconds = async () => {
  const one = await line();
  return (Date.parse(one?.committedAt ?? '') - Date.parse(one?.at ?? '')) / 1000;
};

describe('what the caller sees at once', () => {
  test('status', async () => {
    await late({ headers: { 'retry-after': '3' }, body: '{"a":1}' });
    const response = await steered.create('Late one');
    expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([
      500,
      '3',
      '{"a":1}',
    ]);
  });

  test('body', async () => {
    await late({ do: 'body', body: '<html>' });
    const response = await steered.create('Late one');
    expect([response.status, await response.text()]).toEqual([200, '<html>']);
  });

  test('cut', async () => {
    await late({ do: 'cut', status: undefined });
    await expect(steered.create('Late one')).rejects.toThrow('fetch failed');
    expect(await line()).toMatchObject({ status: 0 });
  });

  test('cut behind the headers', async () => {
    await late({ do: 'cut', status: 200 });
    await expect((await steered.create('Late one')).text()).rejects.toThrow('terminated');
  });

  test('hang', async () => {
    await late({ do: 'hang' });
    await expect(steered.create('Late one', {}, AbortSignal.timeout(300))).rejects.toThrow('timeout');
    expect(await line()).toMatchObject({ status: 0 });
  });

  test.each([
    ['status', 500],
    ['body', 200],
    ['cut', 0],
  ] as const)('%s: nothing is there at first, and everything in time', async (way, status) => {
    await late({ do: way, status: way === 'status' ? 500 : undefined });
    await steered.create('Late one').catch(() => undefined);
    const fault = { when: 'late', do: way };
    expect(await line()).toMatchObject({ status, committed: false, ids: [], fault, committedAt: null });
    await steered.client.advance(80);
    expect(await steered.client.postsWith('Late one')).toEqual([]);
    await steered.client.advance(15);
    const [post] = await steered.client.postsWith('Late one');
    expect(await line()).toMatchObject({
      status,
      committed: true,
      ids: [post?.id],
      fault,
      commitDueAt: null,
    });
  });
});

describe('when it commits', () => {
  test('at its own moment, however far the clock jumps', async () => {
    await late();
    await steered.create('Late one');
    expect((await steered.client.pending()).map(({ operation }) => operation)).toEqual(['createPost']);
    await steered.client.advance(86_400);
    const [post] = await steered.client.postsWith('Late one');
    const logged = await line();
    expect(await seconds()).toBeGreaterThanOrEqual(90);
    expect(await seconds()).toBeLessThan(92);
    expect(Math.abs(Date.parse(post?.createdAt ?? '') - Date.parse(logged?.committedAt ?? ''))).toBeLessThan(
      1000,
    );
    expect(await steered.client.pending()).toEqual([]);
  });

  test('also when real time passes', async () => {
    await late({ afterSeconds: 0.3 });
    await steered.create('Late one');
    expect(await steered.client.postsWith('Late one')).toEqual([]);
    await vi.waitFor(async () => expect(await steered.client.postsWith('Late one')).toHaveLength(1));
    expect(await seconds()).toBeGreaterThanOrEqual(0.3);
  });

  test('several in the order in which they are due', async () => {
    await steered.client.faults([
      { operation: 'createPost', when: 'late', afterSeconds: 60, do: 'status' },
      { operation: 'createPost', when: 'late', afterSeconds: 30, do: 'status', nth: 2 },
    ]);
    await steered.create('A: sent late');
    await steered.create('B: sent late');
    await steered.client.advance(100);
    const [first, second] = await steered.client.arrivals('createPost');
    expect(first?.posts[0]?.givenText).toBe('A: sent late');
    expect(Date.parse(second?.committedAt ?? '')).toBeLessThan(Date.parse(first?.committedAt ?? ''));
    const [earlier, later] = [...(await steered.client.postsWith('sent late'))].sort((a, b) =>
      (a.dueAt ?? '').localeCompare(b.dueAt ?? ''),
    );
    expect([earlier?.text, later?.text]).toEqual(['B: sent late', 'A: sent late']);
  });

  test('several moves of the clock at once add up', async () => {
    await late();
    await steered.create('Late one');
    await Promise.all([3600, 0, 3600].map((far) => steered.client.advance(far)));
    const moved = (Date.parse((await steered.client.state()).now) - Date.parse(START)) / 1000;
    expect(moved).toBeGreaterThanOrEqual(7200);
    expect(await steered.client.postsWith('Late one')).toHaveLength(1);
  });

  test('a reset forgets it', async () => {
    await late();
    await steered.create('Late one');
    await steered.client.reset();
    await steered.client.advance(100);
    expect(await steered.client.postsWith('Late one')).toEqual([]);
    expect(await steered.client.log()).toEqual([]);
  });
});

describe('what it commits', () => {
  test('nothing for a caller who was not let in when the request arrived', async () => {
    await late();
    const body = JSON.stringify({
      query: 'mutation { createPost(input: {}) { __typename } }',
    });
    const response = await fetch(`${steered.sandbox.origin}/graphql`, { method: 'POST', body });
    expect(response.status).toBe(500);
    expect(await line()).toMatchObject({ committed: false, commitDueAt: null, account: null });
  });

  test('nothing that Buffer refuses when it comes to it', async () => {
    await late();
    await steered.create('the same');
    await steered.client.faults([]);
    await steered.created('the same');
    await steered.client.advance(100);
    expect((await steered.client.arrivals('createPost')).map(({ committed }) => committed)).toEqual([
      false,
      true,
    ]);
    expect(await steered.client.pending()).toEqual([]);
  });

  test('a rule for every operation leaves the authorization server alone', async () => {
    await steered.client.faults([{ operation: '*', when: 'late', afterSeconds: 5, do: 'status' }]);
    const token = await fetch(`${steered.sandbox.origin}/token`, { method: 'POST', body: 'client_id=x' });
    expect(token.status).not.toBe(500);
    expect((await steered.create('Late one')).status).toBe(500);
  });
});
