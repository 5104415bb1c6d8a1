import { expect, test } from 'vitest';
import { draftKey } from '../../lib/capture/to-draft.ts';
import { parseCommand } from '../../lib/messages.ts';
import { CAPTURE } from '../components/composing.ts';

test('a draft can be gone on with however long the address of its page, and of what was clicked there', () => {
  const long = (path: string) => `https://example.org/${path.repeat(1000)}`;
  const clicked = { ...CAPTURE, kind: 'link', pageUrl: long('p/'), address: long('a/') } as const;
  const command = { type: 'compose', draftKey: draftKey(clicked) };
  expect(parseCommand(command)).toEqual(command);
});
