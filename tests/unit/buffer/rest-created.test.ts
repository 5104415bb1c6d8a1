// What the classic API's answer to a create proves: that the post is there, that nothing was made, or neither.
import { expect, test } from 'vitest';
import { failureOf, NEW_POST, scriptedRest, updateRow } from './scripted.ts';

const ELSEWHERE = updateRow({ profile_id: 'elsewhere' });

test.each([
  ['no row: the channel is not the person’s, and was ignored', [], 'forbidden'],
  ['a row of another channel, which is another call’s answer', [ELSEWHERE], 'unreadable'],
  ['a row that cannot be read', [{ id: 'update-1' }], 'unreadable'],
])('%s', async (_name, updates, kind) => {
  const { backend } = scriptedRest({ body: { success: true, updates } });
  expect(await failureOf(backend.create(NEW_POST))).toMatchObject({ kind });
});

test('our own row among others', async () => {
  const { backend } = scriptedRest({ body: { success: true, updates: [ELSEWHERE, updateRow()] } });
  expect(await backend.create(NEW_POST)).toMatchObject({ channelId: NEW_POST.channel.id });
});
