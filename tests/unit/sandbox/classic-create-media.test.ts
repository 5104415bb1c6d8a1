// POST /1/updates/create.json: pictures, link cards, retweets.
import { describe, expect, test } from 'vitest';
import { IDS, useClassic } from './classic-sandbox.ts';

const classic = useClassic();
const create = (body: string) => classic.post('updates/create.json', body);
const to = (...services: (keyof typeof IDS)[]) =>
  services.map((one) => `profile_ids[]=${IDS[one]}`).join('&');
const LINK = 'https://example.org/long?a=1&b=2';
const encoded = encodeURIComponent;
const photo = () => encoded(`${classic.sandbox.origin}/media/walk.jpg`);

describe('media', () => {
  test('a link becomes a card where there are cards, and nothing on X', async () => {
    const { body } = await create(
      `text=Look&media[link]=${encoded(LINK)}&media[title]=T %26 t&media[description]=D&media[picture]=${photo()}&${to('twitter', 'facebook')}`,
    );
    const [onX, onFacebook] = body.updates;
    expect(onX).toMatchObject({ media: [], type: 'text', text: 'Look' });
    expect(onFacebook).toMatchObject({
      type: 'link',
      media: {
        link: LINK,
        title: 'T & t',
        description: 'D',
        picture: decodeURIComponent(photo()),
        preview: decodeURIComponent(photo()),
        expanded_link: LINK,
      },
    });
    const posts = await classic.client.postsWith('Look');
    expect(posts.map(({ linkAttachment }) => linkAttachment)).toEqual([
      null,
      { url: LINK, title: 'T & t', text: 'D', thumbnail: decodeURIComponent(photo()) },
    ]);
  });

  test('a link without a text is the text on X', async () => {
    const { body } = await create(`media[link]=${encoded(LINK)}&shorten=false&${to('twitter', 'linkedin')}`);
    expect(body.updates.map(({ text }) => text)).toEqual([LINK, '']);
  });

  test.each(['photo', 'picture'])('%s is an image, which comes back as picture', async (name) => {
    const { body } = await create(
      `text=a&media[${name}]=${photo()}&media[thumbnail]=${photo()}&media[alt_text]=A walker&${to('twitter', 'facebook', 'instagram')}`,
    );
    for (const update of body.updates) {
      expect(update).toMatchObject({
        type: 'picture',
        media: {
          picture: decodeURIComponent(photo()),
          thumbnail: decodeURIComponent(photo()),
          alt_text: 'A walker',
        },
      });
      expect(update.media).not.toHaveProperty('photo');
    }
  });

  test('without media the first link of the text fills them, where there are cards', async () => {
    const text = `text=${encoded(`Two: ${LINK} and http://b.example.`)}&shorten=false`;
    const { body } = await create(`${text}&${to('linkedin', 'twitter')}`);
    expect(body.updates[0]?.media).toMatchObject({ link: LINK, title: 'example.org' });
    expect(body.updates[1]).not.toHaveProperty('media');
    expect(body.updates[1]?.type).toBe('link');
  });

  test.each(['attachment=false', 'media=', 'media[link]='])('not with %s', async (parameter) => {
    const update = await classic.created(`text=${encoded(LINK)}&shorten=false&${parameter}`, 'linkedin');
    expect(update).not.toHaveProperty('media');
  });

  test('where every post must have a picture, one beside a link is it', async () => {
    const media = `media[link]=${encoded(LINK)}&media[picture]=${photo()}&media[title]=T`;
    const { body } = await create(`text=a&${media}&${to('instagram', 'twitter', 'linkedin')}`);
    expect(body.updates.map(({ type }) => type)).toEqual(['picture', 'text', 'link']);
  });

  test('extra_media are further pictures, as WordPress sends them', async () => {
    const other = encoded(classic.client.at('/media/lake.jpg'));
    const extra = `extra_media[0][photo]=${other}&extra_media[0][thumbnail]=${other}&extra_media[0][alt_text]=Lake`;
    const update = await classic.created(`text=a&media[photo]=${photo()}&${extra}`, 'mastodon');
    const lake = {
      picture: decodeURIComponent(other),
      thumbnail: decodeURIComponent(other),
      alt_text: 'Lake',
    };
    expect(update.extra_media).toEqual([lake]);
    const post = (await classic.client.state()).posts.find(({ id }) => id === update.id);
    expect(post?.assets).toHaveLength(2);
    expect(
      (await create(`text=b&media[photo]=${photo()}&extra_media[0][photo]=a.bmp&${to('mastodon')}`)).body
        .code,
    ).toBe(1003);
  });

  test('Pinterest takes boards as subprofiles, by either of their ids', async () => {
    const pin = `text=a&media[photo]=${photo()}&media[title]=T&media[link]=${encoded(LINK)}&${to('pinterest')}`;
    for (const id of ['64f0b0a20000000000000002', '870000000000000002']) {
      const { status, body } = await create(`${pin}&subprofile_ids[]=${id}&text=${id}`);
      expect([status, body.updates?.[0]?.type]).toEqual([200, 'picture']);
      expect(body.updates[0]?.source_url).toBe(LINK);
    }
    expect((await create(`${pin}&subprofile_ids[]=0`)).body.message).toBe('Pinterest posts require a board.');
  });
});

describe('retweet', () => {
  test('on X, with a comment or without', async () => {
    const plain = await classic.created('retweet[tweet_id]=654043184394207232', 'twitter');
    expect(plain).toMatchObject({
      type: 'retweet',
      text: '',
      retweeted_tweet_id: '654043184394207232',
      retweet: { tweet_id: '654043184394207232', comment: '' },
    });
    expect(plain).not.toHaveProperty('media');
    const commented = await classic.created('retweet[tweet_id]=7&retweet[comment]=So true', 'twitter');
    expect(commented).toMatchObject({ type: 'retweet', text: 'So true', retweet: { comment: 'So true' } });
  });

  test('is ignored elsewhere', async () => {
    const update = await classic.created('text=a&retweet[tweet_id]=7', 'mastodon');
    expect(update).toMatchObject({ type: 'text', retweeted_tweet_id: '' });
    expect((await create(`retweet[tweet_id]=7&${to('mastodon')}`)).body.code).toBe(1004);
  });
});
