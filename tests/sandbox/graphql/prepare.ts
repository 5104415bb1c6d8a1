// From a request's body to an operation that the schema allows.
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  validate,
} from 'graphql';
import { MAX_TOKENS, tooLarge } from './query-limits.ts';

interface Body {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | undefined;
}

export interface Prepared {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
  operationName: string | undefined;
}

/** Why a request is answered with 400. */
export interface Refused {
  code: 'BAD_REQUEST' | 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED';
  errors: readonly GraphQLError[];
}

function refused(code: Refused['code'], ...errors: (GraphQLError | string)[]): Refused {
  return {
    code,
    errors: errors.map((error) => (typeof error === 'string' ? new GraphQLError(error) : error)),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readBody(text: string): Body | Refused {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refused('BAD_REQUEST', 'The request body is not valid JSON.');
  }
  if (!isRecord(body) || typeof body.query !== 'string' || body.query === '') {
    return refused('BAD_REQUEST', 'GraphQL operations must contain a non-empty `query`.');
  }
  const variables = body.variables ?? {};
  if (!isRecord(variables)) return refused('BAD_REQUEST', '`variables` must be an object.');
  const operationName = typeof body.operationName === 'string' ? body.operationName : undefined;
  return { query: body.query, variables, operationName };
}

function readDocument(query: string): DocumentNode | Refused {
  try {
    return parse(query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return refused('GRAPHQL_PARSE_FAILED', error);
    throw error;
  }
}

function check(schema: GraphQLSchema, prepared: Prepared): readonly GraphQLError[] {
  const found = validate(schema, prepared.document);
  if (found.length > 0) return found;
  const large = tooLarge(prepared.document, prepared.operation);
  if (large) return [new GraphQLError(large)];
  const definitions = prepared.operation.variableDefinitions ?? [];
  return getVariableValues(schema, definitions, prepared.variables).errors ?? [];
}

/** The checked operation, or why it is refused. */
export function prepare(schema: GraphQLSchema, text: string): Prepared | Refused {
  const body = readBody(text);
  if ('errors' in body) return body;
  const document = readDocument(body.query);
  if ('errors' in document) return document;
  const operation = getOperationAST(document, body.operationName);
  if (!operation) return refused('GRAPHQL_VALIDATION_FAILED', 'The document names no such single operation.');
  const prepared = { document, operation, variables: body.variables, operationName: body.operationName };
  const errors = check(schema, prepared);
  return errors.length > 0 ? refused('GRAPHQL_VALIDATION_FAILED', ...errors) : prepared;
}

function firstField(
  set: SelectionSetNode,
  document: DocumentNode,
  seen: readonly string[],
): string | undefined {
  const [selection] = set.selections;
  if (selection?.kind === Kind.FIELD) return selection.name.value;
  if (selection?.kind === Kind.INLINE_FRAGMENT) return firstField(selection.selectionSet, document, seen);
  const name = selection?.name.value;
  if (!name || seen.includes(name)) return undefined;
  const fragment = document.definitions.find(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
  );
  return fragment?.kind === Kind.FRAGMENT_DEFINITION
    ? firstField(fragment.selectionSet, document, [...seen, name])
    : undefined;
}

/** The first root field that the body asks for; `unknown` when that cannot be read. */
export function operationIn(text: string): string {
  const body = readBody(text);
  const document = 'errors' in body ? body : readDocument(body.query);
  if ('errors' in body || 'errors' in document) return 'unknown';
  const operation = getOperationAST(document, body.operationName);
  return (operation && firstField(operation.selectionSet, document, [])) ?? 'unknown';
}
