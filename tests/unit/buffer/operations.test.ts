import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import * as operations from '../../../lib/buffer/graphql/operations.ts';

const schema = buildSchema(
  readFileSync(new URL('../../sandbox/graphql/schema.graphql', import.meta.url), 'utf8'),
);

test.each(Object.entries(operations))('%s is valid by the schema of Buffer', (_name, text) => {
  expect(validate(schema, parse(text)).map((error) => error.message)).toEqual([]);
});

test('a field that Buffer does not have would be noticed', () => {
  const broken = operations.ACCOUNT.replace('email', 'emailAddress');
  expect(validate(schema, parse(broken))).not.toEqual([]);
});
