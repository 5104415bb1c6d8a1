// How the networks that take a link card draw it.

export interface Look {
  picture: 'above' | 'beside';
  /** In their order; what is not here is not shown there. */
  parts: readonly ('host' | 'title' | 'description')[];
}

/** As the networks' own apps show a shared link in the autumn of 2026. */
export const LOOKS: Readonly<Record<string, Look>> = {
  facebook: { picture: 'above', parts: ['host', 'title', 'description'] },
  linkedin: { picture: 'beside', parts: ['title', 'host'] },
  threads: { picture: 'above', parts: ['host', 'title'] },
  bluesky: { picture: 'above', parts: ['title', 'description', 'host'] },
};
