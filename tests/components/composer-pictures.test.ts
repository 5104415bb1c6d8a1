// The pictures of a draft as a person orders, describes and adds them.
import { describe, expect, it } from 'vitest';
import { Pictures } from '@/components/composer/attachment/pictures.model.ts';
import { CAPTURE, composing } from './composing.ts';

const at = (name: string) => `https://example.org/${name}.jpg`;
const PAGE = {
  ...CAPTURE,
  pictures: ['a', 'b', 'c', 'd'].map((name) => ({
    url: at(name),
    alt: `Words of ${name}`,
    width: 0,
    height: 0,
    source: 'og' as const,
  })),
};

/** The strip as it stands: chosen ones in capitals. */
function strip(pictures: Pictures): string {
  return pictures.all
    .map(({ url, chosen }) => {
      const name = /(\w+)\.jpg/.exec(url)?.[1] ?? '';
      return chosen ? name.toUpperCase() : name;
    })
    .join(' ');
}

async function opened() {
  const { composer, ready, sent } = composing();
  await ready(PAGE);
  composer.change({ attachment: 'pictures' });
  return { composer, sent, pictures: new Pictures(composer, {}) };
}

describe('choosing pictures', () => {
  it('puts the chosen ones first, in the order in which they were chosen', async () => {
    const { pictures } = await opened();
    expect(strip(pictures)).toBe('A b c d');
    pictures.toggle(at('d'));
    pictures.toggle(at('c'));
    expect(strip(pictures)).toBe('A D C b');
  });

  it('does so for a draft in which they are mixed', async () => {
    const { composer, pictures } = await opened();
    composer.change({ pictures: pictures.all.map((one) => ({ ...one, chosen: one.url === at('c') })) });
    expect(strip(pictures)).toBe('C a b d');
    pictures.toggle(at('b'));
    expect(strip(pictures)).toBe('C B a d');
  });

  it('leaves what is taken back right behind them', async () => {
    const { pictures } = await opened();
    pictures.toggle(at('b'));
    pictures.toggle(at('a'));
    expect(strip(pictures)).toBe('B a c d');
    pictures.toggle(at('b'));
    expect(strip(pictures)).toBe('b a c d');
    pictures.toggle(at('none'));
    expect(strip(pictures)).toBe('b a c d');
  });
});

describe('moving pictures', () => {
  it('keeps among the chosen ones, and says the place', async () => {
    const { pictures } = await opened();
    pictures.toggle(at('b'));
    pictures.toggle(at('c'));
    expect(pictures.move(at('a'), 1)).toBe(true);
    expect(strip(pictures)).toBe('B A C d');
    expect(pictures.moved.value).toEqual({ url: at('a'), place: 2, of: 3 });
    expect(pictures.place(at('c'), 0)).toBe(true);
    expect(strip(pictures)).toBe('C B A d');
    expect(pictures.moved.value).toEqual({ url: at('c'), place: 1, of: 3 });
  });

  it('stops at both ends, and moves none that is not chosen', async () => {
    const { pictures } = await opened();
    pictures.toggle(at('b'));
    expect(pictures.move(at('a'), -1)).toBe(false);
    expect(pictures.move(at('b'), 1)).toBe(false);
    expect(pictures.place(at('d'), 0)).toBe(false);
    expect(strip(pictures)).toBe('A B c d');
    expect(pictures.moved.value).toBeNull();
  });

  it('is the order of the post', async () => {
    const { composer, sent, pictures } = await opened();
    composer.change({ channelIds: ['b'] });
    pictures.toggle(at('c'));
    pictures.move(at('c'), -1);
    pictures.describe(at('c'), 'A gate');
    await composer.submitting.submit();
    expect(sent.at(-1)).toMatchObject({
      submissions: [
        {
          post: {
            attachment: {
              pictures: [
                { url: at('c'), alt: 'A gate' },
                { url: at('a'), alt: 'Words of a' },
              ],
            },
          },
        },
      ],
    });
  });
});

describe('describing pictures', () => {
  it('changes the words of one', async () => {
    const { pictures } = await opened();
    pictures.describe(at('b'), 'A gate');
    expect(pictures.all.map(({ alt }) => alt)).toEqual(['Words of a', 'A gate', 'Words of c', 'Words of d']);
  });

  it('is closed for a picture that goes out no more', async () => {
    const { composer, pictures } = await opened();
    pictures.opened.value = { url: at('a') };
    expect(pictures.open).toEqual({ url: at('a') });
    composer.change({ attachment: 'card' });
    expect(pictures.open).toBeNull();
    composer.change({ attachment: 'pictures' });
    pictures.toggle(at('a'));
    expect(pictures.open).toBeNull();
  });

  it('leaves no space around them', async () => {
    const { pictures } = await opened();
    pictures.opened.value = { url: at('a') };
    pictures.describe(at('a'), ' A gate ');
    expect(pictures.all[0]?.alt).toBe(' A gate ');
    pictures.finish(at('a'));
    expect(pictures.all[0]?.alt).toBe('A gate');
    expect(pictures.opened.value).toBeNull();
  });

  it('knows which go out as pictures: none of a card that stays one', async () => {
    const { composer, pictures } = await opened();
    pictures.toggle(at('c'));
    expect(pictures.described.map(({ alt }) => alt)).toEqual(['Words of a', 'Words of c']);
    composer.change({ attachment: 'card' });
    expect(pictures.described).toEqual([]);
  });

  it('keeps words for a picture of the card that the draft does not list', async () => {
    const { composer, pictures } = await opened();
    composer.change({ attachment: 'card', card: { ...composer.draft.card, picture: at('z') } });
    pictures.describe(at('z'), 'Elsewhere');
    expect(pictures.all.at(-1)).toEqual({ url: at('z'), alt: 'Elsewhere', chosen: false });
  });
});

describe('adding a picture', () => {
  it('says why Buffer could not fetch it', async () => {
    const { pictures } = await opened();
    expect(pictures.add('a picture')).toBe('no-address');
    expect(pictures.add('')).toBe('no-address');
    expect(pictures.add('file:///home/me/a.jpg')).toBe('no-address');
    expect(pictures.add('data:image/png;base64,AAAA')).toBe('inline');
    expect(pictures.add('http://example.org/a.jpg')).toBe('insecure');
    expect(pictures.add('https://192.168.0.1/a.jpg')).toBe('private');
    expect(pictures.add('https://example.org/a.svg')).toBe('svg');
    expect(pictures.add('https://example.org/a.jpg?X-Amz-Signature=1')).toBe('signed');
    expect(strip(pictures)).toBe('A b c d');
  });

  it('takes a video in the place of what is attached, which comes back with its pictures', async () => {
    const { composer, pictures } = await opened();
    const film = 'https://example.org/walk.mp4';
    expect(pictures.add(`${film}#t=10`)).toBeNull();
    expect(composer.draft).toMatchObject({ attachment: 'video', video: film });
    composer.change({ attachment: 'pictures' });
    expect(strip(pictures)).toBe('A b c d');
    expect(pictures.add('https://example.org/watch', 'video')).toBe('no-file');
    expect(pictures.add('http://example.org/walk.mp4', 'video')).toBe('insecure');
    const classic = composer.channels.value.map((one) => ({ ...one, fields: [] }));
    composer.cache.value = { ...composer.cache.value, channels: classic };
    expect(pictures.add(film)).toBe('no-video');
  });

  it('chooses it as the last of the chosen ones, once', async () => {
    const { pictures } = await opened();
    expect(pictures.add(` ${at('z')}#top `)).toBeNull();
    expect(strip(pictures)).toBe('A Z b c d');
    expect(pictures.add(at('z'))).toBeNull();
    expect(pictures.add(at('c'))).toBeNull();
    expect(strip(pictures)).toBe('A Z C b d');
  });

  it('puts it onto the card while the link has one', async () => {
    const { composer, pictures } = await opened();
    composer.change({ attachment: 'card' });
    expect(pictures.add(at('z'))).toBeNull();
    expect(composer.draft.card.picture).toBe(at('z'));
    expect(strip(pictures)).toBe('A b c d z');
  });

  it('can be taken back, which the page’s own cannot', async () => {
    const { pictures } = await opened();
    pictures.add(at('z'));
    expect([at('a'), at('z')].map((url) => pictures.isAdded(url))).toEqual([false, true]);
    pictures.opened.value = { url: at('z') };
    pictures.remove(at('z'));
    expect(strip(pictures)).toBe('A b c d');
    expect(pictures.opened.value).toBeNull();
  });

  it('leaves the card with the first of the others', async () => {
    const { composer, pictures } = await opened();
    composer.change({ attachment: 'card' });
    pictures.add(at('z'));
    pictures.remove(at('z'));
    expect(composer.draft.card.picture).toBe(at('a'));
  });
});
