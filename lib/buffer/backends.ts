// The registry of back-ends: a new API is a folder and a line here.
import type { BufferBackend } from './backend.ts';
import { createGraphqlBackend, type GraphqlConnection } from './graphql/client.ts';
import type { AnswerSeen as HttpAnswerSeen, HttpDeps } from './http.ts';

/** Which API answers, and where; told apart by `api`. */
export type BackendConnection = GraphqlConnection;

/** What a back-end needs from its surroundings. */
export type BackendDeps = HttpDeps;

/** What `observe` is told of every answer. */
export type AnswerSeen = HttpAnswerSeen;

type Factories = {
  [Api in BackendConnection['api']]: (
    connection: Extract<BackendConnection, { api: Api }>,
    deps: BackendDeps,
  ) => BufferBackend;
};

const BACKENDS: Factories = { graphql: createGraphqlBackend };

/** The back-end of a connection. It makes no call by itself. */
export function createBackend(connection: BackendConnection, deps: BackendDeps): BufferBackend {
  return BACKENDS[connection.api](connection, deps);
}
