// Buffer's schema with the sandbox behind it.
import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { type Context, failure, type RootField } from './context.ts';
import { MUTATIONS } from './mutations.ts';
import { QUERIES } from './queries.ts';
import { defineScalars } from './scalars.ts';

function attach(type: GraphQLObjectType | null | undefined, fields: Record<string, RootField>): void {
  if (!type) throw new Error('the schema lacks a root type');
  for (const [name, definition] of Object.entries(type.getFields())) {
    const field = fields[name];
    if (!field) throw new Error(`the schema's ${type.name}.${name} is answered by nothing`);
    definition.resolve = (_root: unknown, args: unknown, context: Context) => {
      if (!context.caller.scopes.includes(field.scope)) {
        throw failure('FORBIDDEN', `The access token lacks the scope ${field.scope}`);
      }
      return field.resolve(args, context);
    };
  }
}

/** The executable schema; fails when a root field of the SDL has no answer here. */
export function loadSchema(): GraphQLSchema {
  const schema = buildSchema(readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'));
  defineScalars(schema);
  attach(schema.getQueryType(), QUERIES);
  attach(schema.getMutationType(), MUTATIONS);
  return schema;
}
