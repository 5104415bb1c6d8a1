// The registry of back-ends: a new API is a folder and a line here.
import type { Api, BufferBackend } from './backend.ts';
import { type BudgetProfile, CLASSIC_BUDGET, GRAPHQL_BUDGET } from './budget.ts';
import { createGraphqlBackend, type GraphqlConnection } from './graphql/client.ts';
import type { AnswerSeen as HttpAnswerSeen, HttpDeps } from './http.ts';
import { createRestBackend, type RestConnection } from './rest/client.ts';

/** Which API answers, and where; told apart by `api`. */
export type BackendConnection = GraphqlConnection | RestConnection;

/** What a back-end needs from its surroundings. */
export type BackendDeps = HttpDeps;

/** What `observe` is told of every answer. */
export type AnswerSeen = HttpAnswerSeen;

type ConnectionOf<Name extends Api> = Extract<BackendConnection, { api: Name }>;

type Registry = {
  [Name in Api]: {
    create: (connection: ConnectionOf<Name>, deps: BackendDeps) => BufferBackend;
    budget: BudgetProfile;
  };
};

const BACKENDS: Registry = {
  graphql: { create: createGraphqlBackend, budget: GRAPHQL_BUDGET },
  rest: { create: createRestBackend, budget: CLASSIC_BUDGET },
};

/** Every API that there is a back-end for. */
export const APIS = Object.keys(BACKENDS) as Api[];

/** The back-end of a connection. It makes no call by itself. */
export function createBackend<Name extends Api>(
  connection: { api: Name } & ConnectionOf<Name>,
  deps: BackendDeps,
): BufferBackend {
  return BACKENDS[connection.api].create(connection, deps);
}

/** The rate windows of an API before its first answer. */
export function budgetOf(api: Api): BudgetProfile {
  return BACKENDS[api].budget;
}
