// A local Buffer with its steering, and a client of its GraphQL API that is nothing but fetch.
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { SandboxClient, type SandboxPost } from '../../e2e/sandbox.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';

export const START = '2026-03-02T09:00:00.000Z';

const CREATE = `mutation ($input: CreatePostInput!) {
  createPost(input: $input) { __typename ... on PostActionSuccess { post { id text } } ... on MutationError { message } }
}`;
const LIST =
  'query ($input: PostsInput!) { posts(input: $input, first: 100) { edges { node { id text } } } }';

/** The channel whose network asks for nothing but a text. */
const SERVICE = 'mastodon';

export interface Steered {
  readonly client: SandboxClient;
  readonly sandbox: Sandbox;
  ask(query: string, variables?: object, signal?: AbortSignal): Promise<Response>;
  create(text: string, rest?: object, signal?: AbortSignal): Promise<Response>;
  /** Creates a post that has to succeed, and answers it as the sandbox has it. */
  created(text: string, rest?: object): Promise<SandboxPost>;
  /** The ids in the list that clients see. */
  listed(): Promise<string[]>;
}

/** Starts a local Buffer before the file's tests and resets it before each. */
export function useSteeredSandbox(): Steered {
  let sandbox: Sandbox;
  let client: SandboxClient;
  let channelId = '';
  beforeAll(async () => {
    sandbox = await startSandbox({ clock: START });
    client = new SandboxClient(sandbox.origin);
    channelId = await client.channelOn(SERVICE);
  });
  beforeEach(() => client.reset());
  afterAll(() => sandbox.stop());

  const ask: Steered['ask'] = (query, variables = {}, signal) =>
    fetch(`${sandbox.origin}/graphql`, {
      method: 'POST',
      signal: signal ?? null,
      headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
  const create: Steered['create'] = (text, rest = {}, signal) => {
    const input = { channelId, text, schedulingType: 'automatic', mode: 'addToQueue', assets: [], ...rest };
    return ask(CREATE, { input }, signal);
  };
  return {
    get client() {
      return client;
    },
    get sandbox() {
      return sandbox;
    },
    ask,
    create,
    async created(text, rest) {
      const { data } = await (await create(text, rest)).json();
      const { posts } = await client.state();
      const post = posts.find(({ id }) => id === data.createPost.post?.id);
      if (!post) throw new Error(`not created: ${JSON.stringify(data)}`);
      return post;
    },
    async listed() {
      const organization = await (await ask('{ account { organizations { id } } }')).json();
      const input = { organizationId: organization.data.account.organizations[0].id };
      const { data } = await (await ask(LIST, { input })).json();
      return data.posts.edges.map(({ node }: { node: { id: string } }) => node.id);
    },
  };
}
