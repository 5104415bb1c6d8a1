// What the schema's scalars accept. A wrong value is refused before anything runs.
import { GraphQLError, GraphQLScalarType, type GraphQLSchema, Kind, type ValueNode } from 'graphql';
import { Temporal } from 'temporal-polyfill';

const OBJECT_IDS = [
  'AccountId',
  'ChannelId',
  'ContentItemId',
  'DraftContentId',
  'DraftId',
  'IdeaId',
  'InvitationId',
  'NoteId',
  'OrganizationId',
  'PostGroupId',
  'PostId',
  'PostTemplateId',
  'TagId',
];

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;

function objectId(name: string) {
  return (value: unknown): string => {
    if (typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value)) return value.toLowerCase();
    throw new GraphQLError(`${name} must be an ObjectId of 24 hexadecimal digits.`);
  };
}

function instant(value: unknown): number {
  const wrong = new GraphQLError('DateTime must be an ISO 8601 instant with an offset or Z.');
  if (typeof value !== 'string' || !INSTANT.test(value)) throw wrong;
  try {
    return Temporal.Instant.from(value).epochMilliseconds;
  } catch {
    throw wrong;
  }
}

function isoString(value: unknown): string {
  return new Date(value as number).toISOString();
}

function define(schema: GraphQLSchema, name: string, parse: (value: unknown) => unknown): GraphQLScalarType {
  const type = schema.getType(name);
  if (!(type instanceof GraphQLScalarType)) throw new Error(`the schema has no scalar ${name}`);
  type.parseValue = parse;
  type.parseLiteral = (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined);
  return type;
}

/** Gives the schema's custom scalars their rules; DateTime becomes milliseconds inside. */
export function defineScalars(schema: GraphQLSchema): void {
  for (const name of OBJECT_IDS) define(schema, name, objectId(name));
  define(schema, 'DateTime', instant).serialize = isoString;
}
