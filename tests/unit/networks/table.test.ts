import { describe, expect, it } from 'vitest';
import { NETWORKS, networkOf } from '../../../lib/networks/table.ts';

/** WCAG 2.2 relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const SERVICES =
  'bluesky facebook googlebusiness instagram linkedin mastodon pinterest startPage threads tiktok twitter youtube';

describe('the table of networks', () => {
  it('has a row for every service of the schema and no other', () => {
    expect(Object.keys(NETWORKS).sort()).toEqual(SERVICES.split(' ').sort());
  });

  it('has the limits that Buffer publishes', () => {
    const limits = Object.fromEntries(Object.entries(NETWORKS).map(([id, { limit }]) => [id, limit]));
    expect(limits).toEqual({
      bluesky: 300,
      facebook: 5000,
      googlebusiness: 1500,
      instagram: 2196,
      linkedin: 3000,
      mastodon: 500,
      pinterest: 500,
      startPage: 5000,
      threads: 500,
      tiktok: 4000,
      twitter: 280,
      youtube: 5000,
    });
  });

  it('gives link cards to the four networks whose metadata takes a linkAttachment', () => {
    const withCard = Object.entries(NETWORKS).filter(([, row]) => row.linkCard);
    expect(withCard.map(([id]) => id).sort()).toEqual(['bluesky', 'facebook', 'linkedin', 'threads']);
  });

  it.each([...Object.keys(NETWORKS), 'unheardOf'])(
    '%s has a short mark that is readable in white',
    (service) => {
      const { short, colour } = networkOf(service);
      expect(short).toMatch(/^.{1,2}$/u);
      expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ['orkut', 'Orkut'],
    ['', '?'],
    ['constructor', 'Constructor'],
    ['__proto__', '__proto__'],
  ])('gives the unknown service %j safe defaults', (service, label) => {
    expect(networkOf(service)).toMatchObject({
      label,
      limit: 500,
      count: 'utf16',
      linkCard: false,
      needs: null,
    });
  });
});
