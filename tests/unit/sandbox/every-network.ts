// A steered local Buffer with a channel on each of the twelve networks, and posts to them as a client makes them.
import { beforeEach } from 'vitest';
import { type Steered, useSteeredSandbox } from './steered-sandbox.ts';

export const PICTURE = { image: { url: 'https://example.com/a.png' } };
export const FILM = { video: { url: 'https://example.com/a.mp4' } };

const WHOLE_POST = `id text status
  tags { id name color colorName isLocked }
  assets { __typename type source thumbnail ... on VideoAsset { video { title thumbnailOffset } } }
  metadata {
    __typename
    ... on CommonPostMetadata { type }
    ... on FacebookPostMetadata { firstComment linkAttachment { url title text thumbnail } }
    ... on InstagramPostMetadata { firstComment shouldShareToFeed isAiGenerated link geolocation { id text } stickerFields { music } }
    ... on LinkedInPostMetadata { firstComment }
    ... on PinterestPostMetadata { board { serviceId name } title url }
    ... on GoogleBusinessPostMetadata { title details { __typename
      ... on GoogleBusinessWhatsNewMetaData { button link }
      ... on GoogleBusinessOfferMetaData { title code terms link startDate endDate }
      ... on GoogleBusinessEventMetaData { title button link isFullDayEvent startDate endDate } } }
    ... on YoutubePostMetadata { title privacy license embeddable madeForKids notifySubscribers category { categoryId title } }
    ... on TiktokPostMetadata { title isAiGenerated }
    ... on MastodonPostMetadata { spoilerText thread { text } }
    ... on ThreadsPostMetadata { topic locationId locationName threadCount }
    ... on TwitterPostMetadata { isAiGenerated threadCount }
    ... on BlueskyPostMetadata { linkAttachment { url } }
  }`;
const PAYLOAD = `{ __typename ... on PostActionSuccess { post { ${WHOLE_POST} } } ... on MutationError { message } }`;
const CREATE = `mutation ($input: CreatePostInput!) { createPost(input: $input) ${PAYLOAD} }`;
const EDIT = `mutation ($input: EditPostInput!) { editPost(input: $input) ${PAYLOAD} }`;
const READ = `query ($input: PostInput!) { post(input: $input) { ${WHOLE_POST} } }`;

export interface WholePost extends Record<string, unknown> {
  id: string;
  tags: { id: string; name: string }[];
  metadata: Record<string, unknown>;
}

export interface Payload {
  __typename: string;
  message?: string;
  post: WholePost;
}

export interface EveryNetwork extends Omit<Steered, 'create' | 'created'> {
  create(service: string, text: string, rest?: object): Promise<Payload>;
  edit(id: string, change: object): Promise<Payload>;
  read(id: string): Promise<WholePost>;
  /** What GraphQL answers under `data`. */
  data(query: string, variables?: object): Promise<Record<string, unknown>>;
}

const LEFT_OUT = ['tiktok', 'youtube', 'googlebusiness', 'startPage'];

export function useEveryNetwork(): EveryNetwork {
  const steered = useSteeredSandbox();
  const ids = new Map<string, string>();
  beforeEach(async () => {
    const channels = await steered.client.channels(LEFT_OUT.map((service) => ({ service, name: service })));
    for (const { service, id } of channels) ids.set(service, id);
  });
  const data: EveryNetwork['data'] = async (query, variables) => {
    const answer = await (await steered.ask(query, variables)).json();
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  return {
    ...steered,
    // Getters do not survive the spread.
    get client() {
      return steered.client;
    },
    get sandbox() {
      return steered.sandbox;
    },
    data,
    async create(service, text, rest = {}) {
      const channelId = ids.get(service);
      const input = { channelId, text, schedulingType: 'automatic', mode: 'addToQueue', ...rest };
      return (await data(CREATE, { input })).createPost as Payload;
    },
    edit: async (id, change) => (await data(EDIT, { input: { id, ...change } })).editPost as Payload,
    read: async (id) => (await data(READ, { input: { id } })).post as WholePost,
  };
}
